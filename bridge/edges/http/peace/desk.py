"""What the moderators' routes share: who asks, what they need, and numbers in addresses."""

from dataclasses import dataclass

from aiohttp import web

from bridge.core.limits import is_room_name
from bridge.core.model import Millis, RoomName, User
from bridge.core.roles import Power, may
from bridge.core.wire_json import timestamp
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.signed_in import SignedIn
from bridge.moderation.holding import Holding
from bridge.moderation.moderator import Moderator
from bridge.ports.clock import Clock
from bridge.ports.rulings import Rulings


@dataclass(frozen=True, slots=True)
class PeaceDesk:
    """Each route asks first for the power that it takes; what acts asks once more, and whether the
    other one stands lower."""

    signed_in: SignedIn
    rulings: Rulings
    moderator: Moderator
    holding: Holding
    clock: Clock

    async def moderator_of(self, request: web.Request, room: RoomName | None) -> User:
        """Whoever is signed in, if they moderate in `room`, or (None) everywhere. Raises
        Refused."""
        return await self.signed_in.require(request, Power.MODERATE, room)

    async def some_moderator(self, request: web.Request) -> User:
        """Whoever is signed in, if they moderate anywhere. Raises Refused."""
        account = (await self.signed_in.session(request)).account
        if not any(may(account.role_in(room), Power.MODERATE) for room in (None, *account.rooms)):
            raise Refused(HttpCode.FORBIDDEN, "your account may not moderate anywhere")
        return User(account.id, account.name, account.role)


def room_of(request: web.Request) -> RoomName:
    """The room in the address. Raises Refused for what no room is called."""
    room = RoomName(request.match_info["room"])
    if not is_room_name(room):
        raise Refused(HttpCode.NO_SUCH_ROOM, f'there is no room "{room[:64]}"')
    return room


def number_of(request: web.Request, name: str = "id") -> int:
    """The number in the address. Raises Refused when it is none."""
    digits = request.match_info[name]
    if not digits.isascii() or not digits.isdigit() or len(digits) > 15:
        raise Refused(HttpCode.NOT_FOUND, "there is nothing with this number")
    return int(digits)


def person_json(user: User) -> dict[str, str]:
    """Somebody."""
    return {"id": user.id, "name": user.name}


def time_json(at: Millis | None) -> str | None:
    """A time, where there is one."""
    return None if at is None else timestamp(at)


def nothing() -> web.Response:
    """Done; there is nothing to say."""
    return web.Response(status=204, headers={"Cache-Control": "no-store"})
