"""Whoever is banned from a room does not read it over HTTP either (S10)."""

from dataclasses import dataclass

from aiohttp import web

from bridge.core.model import RoomName, User
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.rates import household
from bridge.edges.tokens import digest
from bridge.moderation.peace import Peace
from bridge.ports.clock import Clock
from bridge.ports.store import Store

_BEARER = "Bearer "


@dataclass(frozen=True, slots=True)
class Barred:
    """Knows somebody by the token of their chat, where they send it, else by their address."""

    store: Store
    peace: Peace
    clock: Clock

    async def refuse(self, request: web.Request, room: RoomName) -> None:
        """Raises Refused for somebody who is banned from the room or from everywhere, and for a
        token that nobody holds."""
        now, address = self.clock.now(), household(request.remote or "")
        if self.peace.roll.ban(await self._user(request), address, room, now) is not None:
            raise Refused(HttpCode.BANNED, "you are banned from this room")

    async def _user(self, request: web.Request) -> User | None:
        said = request.headers.get("Authorization", "")
        if not said.startswith(_BEARER):
            return None
        token = digest(said.removeprefix(_BEARER).strip())
        user = await self.store.user_by_token(token, self.clock.now())
        if user is None:
            raise Refused(HttpCode.BAD_CREDENTIALS, "this token is not known here")
        return user
