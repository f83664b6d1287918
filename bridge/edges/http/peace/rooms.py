"""`/api/v1/rooms`: all rooms, how each may be spoken in, and messages that moderators delete."""

import re
import secrets
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.glossary import CAUTIONS
from bridge.core.model import Seq
from bridge.core.moderation import Rules
from bridge.core.roles import Power, may
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.peace.desk import PeaceDesk, nothing, number_of, room_of
from bridge.moderation.peace import Peace

_PACK = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}/[a-z][a-z-]{0,30}")


class GivenRules(msgspec.Struct, frozen=True):
    """How a room may be spoken in, whole."""

    slow_s: Annotated[int, Meta(ge=0, le=21_600)]
    read_only: bool
    packs_off: Annotated[list[str], Meta(max_length=200)]
    hidden_cautions: Annotated[list[str], Meta(max_length=50)]


class Reason(msgspec.Struct, frozen=True):
    """Why."""

    reason: Annotated[str, Meta(max_length=500)] = ""


@dataclass(frozen=True, slots=True)
class RoomRoutes:
    """For curators (which notes), and moderators (how one may speak)."""

    desk: PeaceDesk
    peace: Peace

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.get("/api/v1/rooms", self.all),
            web.get("/api/v1/rooms/{room}/rules", self.rules),
            web.put("/api/v1/rooms/{room}/rules", self.set_rules),
            web.delete("/api/v1/rooms/{room}/messages/{seq}", self.delete),
        )

    async def all(self, request: web.Request) -> web.Response:
        """Every room for those who curate everywhere, else those in which they may do more than
        talk: a list of rooms is nobody else's business."""
        account = (await self.desk.signed_in.session(request)).account
        found = [
            {"name": state.name, "title": state.title, "messages": state.seq, "reports": waiting}
            for state, waiting in await self.desk.rulings.rooms()
            if may(account.role_in(state.name), Power.CURATE)
        ]
        return answer({"rooms": found})

    async def rules(self, request: web.Request) -> web.Response:
        """How the room may be spoken in."""
        room = room_of(request)
        await self.desk.signed_in.require(request, Power.CURATE, room)
        return answer(_json(self.peace.roll.rules(room)))

    async def set_rules(self, request: web.Request) -> web.Response:
        """Replace them."""
        room = room_of(request)
        user = await self.desk.signed_in.require(request, Power.CURATE, room)
        given = await inputs.body(request, GivenRules)
        rules = Rules(
            given.slow_s,
            given.read_only,
            frozenset(map(_pack, given.packs_off)),
            frozenset(map(_caution, given.hidden_cautions)),
        )
        await self.desk.moderator.set_rules(user.id, room, rules)
        return answer(_json(rules))

    async def delete(self, request: web.Request) -> web.Response:
        """Take somebody's message back."""
        room = room_of(request)
        user = await self.desk.moderator_of(request, room)
        seq, why = Seq(number_of(request, "seq")), await inputs.body(request, Reason)
        asked = f"http {secrets.token_hex(8)}"
        await self.desk.moderator.delete(user.id, room, seq, why.reason, asked)
        return nothing()


def _json(rules: Rules) -> dict[str, Any]:
    return {
        "slow_s": rules.slow_s,
        "read_only": rules.read_only,
        "packs_off": sorted(rules.packs_off),
        "hidden_cautions": sorted(rules.hidden_cautions),
    }


def _pack(name: str) -> str:
    if not _PACK.fullmatch(name):
        raise Refused(HttpCode.BAD_REQUEST, "a pack is a language and a kind, such as zh/slang")
    return name


def _caution(name: str) -> str:
    if name not in CAUTIONS:
        raise Refused(HttpCode.BAD_REQUEST, f"a caution is one of {', '.join(sorted(CAUTIONS))}")
    return name
