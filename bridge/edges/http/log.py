"""`GET /api/v1/audit`: what curators, moderators and administrators did."""

from dataclasses import dataclass
from typing import Annotated, Any

from aiohttp import web
from msgspec import Meta

from bridge.core.audit import Line
from bridge.core.frames import RoomField
from bridge.core.model import UserId
from bridge.core.roles import Power
from bridge.core.wire_json import timestamp
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.signed_in import SignedIn
from bridge.ports.audit import Audit


@dataclass(frozen=True, slots=True)
class LogQuery:
    """`limit` lines just before the line `before`, of one person, one kind of act, one room."""

    before: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    limit: Annotated[int, Meta(ge=1, le=200)] = 50
    by: str | None = None
    act: str | None = None
    room: RoomField | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """For those who curate: everywhere, or in the room that they ask about."""

    signed_in: SignedIn
    audit: Audit

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where it is asked for."""
        return (web.get("/api/v1/audit", self.lines),)

    async def lines(self, request: web.Request) -> web.Response:
        """Newest first."""
        asked = inputs.query(request, LogQuery)
        await self.signed_in.require(request, Power.CURATE, asked.room)
        by = None if asked.by is None else UserId(asked.by)
        found = await self.audit.lines(asked.before, asked.limit + 1, by, asked.act, asked.room)
        lines = [_json(each) for each in found[: asked.limit]]
        return answer({"lines": lines, "more": len(found) > asked.limit})


def _json(line: Line) -> dict[str, Any]:
    by = None if line.by is None else {"id": line.by, "name": line.by_name}
    return {
        "id": line.id,
        "made": timestamp(line.made),
        "by": by,
        "act": line.act,
        "target": line.target,
        "room": line.room,
        "detail": line.detail,
    }
