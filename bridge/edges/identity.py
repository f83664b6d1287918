"""Who is at the door: a token's holder, or a new guest."""

from bridge.core.frames import Hello
from bridge.core.model import Role, User
from bridge.core.normalise import display_name
from bridge.core.session import NO_IDENTITY
from bridge.core.skeleton import another, skeleton
from bridge.edges.tokens import digest, fresh, fresh_user
from bridge.errors import CloseSocket
from bridge.ports.accounts import Accounts
from bridge.ports.clock import Clock
from bridge.ports.store import Store


class Identity:
    """Turns a `hello` into a user and the token that brings them back.

    An account keeps its name. A guest who wants one that looks like an account's gets another.
    """

    def __init__(self, store: Store, accounts: Accounts, clock: Clock) -> None:
        self._store = store
        self._accounts = accounts
        self._clock = clock

    async def identify(self, hello: Hello) -> tuple[User, str]:
        """The user and their token. Raises CloseSocket for a token that nobody holds."""
        name = display_name(hello.name or "")
        if hello.token is None:
            return await self._new_guest(name)
        user = await self._store.user_by_token(digest(hello.token), self._clock.now())
        if user is None:
            raise CloseSocket(NO_IDENTITY, "this token is not known here; come in without it")
        if user.role is Role.GUEST:
            user = await self._named(user, name)
        return user, hello.token

    async def _new_guest(self, name: str) -> tuple[User, str]:
        user_id = fresh_user()
        user = User(user_id, await self._free(name or f"guest-{user_id[-4:]}"))
        token = fresh()
        await self._store.add_user(user, digest(token), self._clock.now())
        return user, token

    async def _named(self, guest: User, name: str) -> User:
        """The name may have become an account's since they had it."""
        name = await self._free(name or guest.name)
        if name == guest.name:
            return guest
        await self._store.rename_user(guest.id, name)
        return User(guest.id, name, guest.role)

    async def _free(self, name: str) -> str:
        if await self._accounts.holder(name) is None:
            return name
        taken = [skeleton(each.name) for each in await self._accounts.accounts()]
        return another(name, taken)
