"""`/api/v1/sanctions`: who is muted or banned."""

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import RoomField
from bridge.core.model import UserId
from bridge.core.moderation import Penalty, Sanction, SanctionId
from bridge.core.wire_json import timestamp
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.peace.desk import (
    PeaceDesk,
    nothing,
    number_of,
    person_json,
    time_json,
)
from bridge.edges.http.peace.rooms import Reason
from bridge.moderation.moderator import Order


@dataclass(frozen=True, slots=True)
class SanctionsQuery:
    """Those that count now, or all; of one room, for those who moderate there alone."""

    active: int = 1
    room: RoomField | None = None


class GivenSanction(msgspec.Struct, frozen=True):
    """Mute or ban `user`, or ban the addresses of `address_of` with them; in one room or
    everywhere, for a time or for good."""

    act: Penalty
    user: Annotated[str, Meta(max_length=64)] | None = None
    address_of: Annotated[str, Meta(max_length=64)] | None = None
    room: RoomField | None = None
    minutes: Annotated[int, Meta(ge=1, le=525_600)] | None = None
    reason: Annotated[str, Meta(max_length=500)] = ""


@dataclass(frozen=True, slots=True)
class SanctionRoutes:
    """For moderators. Addresses are kept, and never shown."""

    desk: PeaceDesk

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.get("/api/v1/sanctions", self.all),
            web.post("/api/v1/sanctions", self.add),
            web.delete("/api/v1/sanctions/{id}", self.lift),
        )

    async def all(self, request: web.Request) -> web.Response:
        """Newest first."""
        asked = inputs.query(request, SanctionsQuery)
        await self.desk.moderator_of(request, asked.room)
        now = self.desk.clock.now()
        found = await self.desk.rulings.sanctions(now if asked.active else None)
        there = [each for each in found if asked.room in (None, each.room)]
        return answer({"sanctions": [_json(each) for each in there]})

    async def add(self, request: web.Request) -> web.Response:
        """A new one; it counts at once."""
        moderator = await self.desk.some_moderator(request)
        asked = await inputs.body(request, GivenSanction)
        them = asked.address_of if asked.act is Penalty.BAN_ADDRESS else asked.user
        them = them or asked.user
        if them is None:
            raise Refused(HttpCode.BAD_REQUEST, "name the `user` whom it is about, by id")
        order = Order(asked.act, UserId(them), asked.room, asked.minutes, asked.reason)
        return answer(_json(await self.desk.moderator.punish(moderator.id, order)), status=201)

    async def lift(self, request: web.Request) -> web.Response:
        """End one."""
        sanction = SanctionId(number_of(request))
        known = await self.desk.rulings.sanction(sanction)
        user = await self.desk.moderator_of(request, known.room if known else None)
        why = await inputs.body(request, Reason)
        await self.desk.moderator.lift(user.id, sanction, why.reason)
        return nothing()


def _json(sanction: Sanction) -> dict[str, Any]:
    return {
        "id": sanction.id,
        "act": sanction.penalty,
        "user": person_json(sanction.user),
        "room": sanction.room,
        "until": time_json(sanction.until),
        "reason": sanction.reason,
        "by": person_json(sanction.by),
        "made": timestamp(sanction.made),
        "lifted": time_json(sanction.lifted),
    }
