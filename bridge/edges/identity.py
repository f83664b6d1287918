"""Who is at the door: a guest's token, or a new guest."""

import hashlib
import secrets

from bridge.core.frames import Hello
from bridge.core.model import User, UserId
from bridge.core.normalise import display_name
from bridge.core.session import NO_IDENTITY
from bridge.errors import CloseSocket
from bridge.ports import Clock, Store


class Identity:
    """Turns a `hello` into a user and the token that brings them back.

    Tokens are 256 random bits; the store keeps only their SHA-256, which needs no salt at that
    length.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def identify(self, hello: Hello) -> tuple[User, str]:
        """The user and their token. Raises CloseSocket for a token that nobody holds."""
        name = display_name(hello.name or "")
        if hello.token is None:
            return await self._new_guest(name)
        user = await self._store.user_by_token(_digest(hello.token))
        if user is None:
            raise CloseSocket(NO_IDENTITY, "this token is not known here; come in without it")
        if name and name != user.name:
            await self._store.rename_user(user.id, name)
            user = User(user.id, name, user.role)
        return user, hello.token

    async def _new_guest(self, name: str) -> tuple[User, str]:
        user_id = UserId(f"u-{secrets.token_hex(12)}")
        user = User(user_id, name or f"guest-{user_id[-4:]}")
        token = secrets.token_urlsafe(32)
        await self._store.add_user(user, _digest(token), self._clock.now())
        return user, token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
