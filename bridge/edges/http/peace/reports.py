"""`/api/v1/reports`: messages that people reported."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import RoomField
from bridge.core.moderation import Complaint, ReportId
from bridge.core.wire_json import timestamp
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.peace.desk import PeaceDesk, nothing, number_of, person_json


@dataclass(frozen=True, slots=True)
class ReportsQuery:
    """Those that wait or those that do not; of one room, for those who moderate there alone."""

    stand: Literal["open", "resolved"] = "open"
    room: RoomField | None = None
    limit: Annotated[int, Meta(ge=1, le=500)] = 200


class Resolution(msgspec.Struct, frozen=True):
    """What was done about it; `delete` takes the message back, too."""

    resolution: Annotated[str, Meta(min_length=1, max_length=500)]
    delete: bool = False


@dataclass(frozen=True, slots=True)
class ReportRoutes:
    """For moderators."""

    desk: PeaceDesk

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.get("/api/v1/reports", self.all),
            web.post("/api/v1/reports/{id}/resolve", self.resolve),
        )

    async def all(self, request: web.Request) -> web.Response:
        """With the messages as they are now."""
        asked = inputs.query(request, ReportsQuery)
        await self.desk.moderator_of(request, asked.room)
        found = await self.desk.rulings.reports(asked.stand == "open", asked.room, asked.limit)
        return answer({"reports": [_json(each) for each in found]})

    async def resolve(self, request: web.Request) -> web.Response:
        """Close it."""
        report = ReportId(number_of(request))
        known = await self.desk.rulings.complaint(report)
        user = await self.desk.moderator_of(request, known.room if known else None)
        asked = await inputs.body(request, Resolution)
        await self.desk.moderator.resolve(user.id, report, asked.resolution, asked.delete)
        return nothing()


def _json(report: Complaint) -> dict[str, Any]:
    evidence, resolver = report.evidence, report.resolver
    return {
        "id": report.id,
        "room": report.room,
        "seq": report.seq,
        "by": person_json(report.by),
        "made": timestamp(report.made),
        "reason": report.reason,
        "evidence": evidence
        and {
            "text": evidence.text,
            "from": person_json(evidence.author),
            "changed": evidence.changed,
        },
        "stand": "open" if report.resolution is None else "resolved",
        "resolution": report.resolution,
        "resolver": resolver and person_json(resolver),
    }
