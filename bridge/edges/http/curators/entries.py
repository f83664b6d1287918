"""`/api/v1/glossary/entries`: one entry looked at, changed, removed, taken back."""

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, User, UserId
from bridge.core.revisions import Revision, RevisionNumber
from bridge.core.roles import Power
from bridge.core.wire_json import timestamp
from bridge.curation.editing import Edit, Editor
from bridge.curation.history import Entangled, Histories, Step
from bridge.curation.known import Known
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.curators.entry_json import Given, changes_json, entry_json, entry_of
from bridge.edges.http.curators.moments import millis
from bridge.edges.http.curators.queue import MOST_ID, Reason
from bridge.edges.http.curators.refusals import conflict, overtaken, person, refusing
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.signed_in import SignedIn
from bridge.ports.revisions import Overtaken, Revisions

Number = Annotated[int, Meta(ge=0, le=MOST_ID)]


class Put(msgspec.Struct, frozen=True):
    """`entry` made on revision `base`; 0: nobody changed it before, or it is new. `settles`: I
    have seen what new files say of it."""

    entry: Given
    base: Number
    why: Reason = ""
    settles: bool = False


class Removal(msgspec.Struct, frozen=True):
    """The entry at revision `base` is to go."""

    base: Number
    why: Reason = ""
    settles: bool = False


class Back(msgspec.Struct, frozen=True):
    """Make it what it was at revision `to`; or, with `undoes`, take that one change out alone."""

    to: Number
    base: Number
    why: Reason = ""
    undoes: Annotated[int, Meta(ge=1, le=MOST_ID)] | None = None


class UndoAll(msgspec.Struct, frozen=True):
    """Everything that `user` changed (since then); `dry`: only tell."""

    user: Annotated[str, Meta(min_length=1, max_length=128)]
    why: Reason = ""
    since: Annotated[str, Meta(max_length=40)] | None = None
    dry: bool = False


@dataclass(frozen=True, slots=True)
class EntryRoutes:
    """For those who curate."""

    signed_in: SignedIn
    editor: Editor
    histories: Histories
    known: Known
    revisions: Revisions

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        one = "/api/v1/glossary/entries/{lang}/{kind}/{id}"
        return (
            web.get(one, self.one),
            web.put(one, self.put),
            web.delete(one, self.remove),
            web.get(f"{one}/history", self.history),
            web.post(f"{one}/rollback", self.rollback),
            web.post("/api/v1/glossary/rollback", self.undo_all),
        )

    async def one(self, request: web.Request) -> web.Response:
        """The entry as it is on disk, and the revision that a change is made on."""
        await self._curator(request)
        entry_id = _id(request)
        known = await self.known.entry(entry_id)
        if known.entry is None:
            gone = "was removed; its history can bring it back" if known.revision else "is not here"
            raise Refused(HttpCode.NO_SUCH_ENTRY, f"{entry_id[:128]} {gone}")
        return answer(
            {
                "entry": entry_json(known.entry),
                "revision": known.revision,
                "shipped": known.shipped is not None,
                "changed": known.entry != known.shipped,
            }
        )

    async def put(self, request: web.Request) -> web.Response:
        """Change it, or make it."""
        curator = await self._curator(request)
        asked = await inputs.body(request, Put)
        with refusing():
            entry = entry_of(_id(request), asked.entry)
        return await self._edit(request, entry, asked, curator)

    async def remove(self, request: web.Request) -> web.Response:
        """Take it out of the glossary; its history stays."""
        curator = await self._curator(request)
        asked = await inputs.body(request, Removal)
        if (await self.known.entry(_id(request))).entry is None:
            raise Refused(HttpCode.NO_SUCH_ENTRY, f"{_id(request)[:128]} is not here")
        return await self._edit(request, None, asked, curator)

    async def history(self, request: web.Request) -> web.Response:
        """Every state, newest first."""
        await self._curator(request)
        steps = await self.histories.steps(_id(request))
        if not steps:
            raise Refused(HttpCode.NO_SUCH_ENTRY, f"{_id(request)[:128]} is not here")
        return answer({"revisions": [_step_json(each) for each in steps]})

    async def rollback(self, request: web.Request) -> web.Response:
        """To an earlier state, or one change taken out."""
        curator = await self._curator(request)
        asked = await inputs.body(request, Back)
        entry_id, base = _id(request), RevisionNumber(asked.base)
        with refusing():
            try:
                if asked.undoes is None:
                    made = await self.histories.go_back(
                        entry_id, RevisionNumber(asked.to), base, asked.why, curator.id
                    )
                else:
                    made = await self.histories.take_out(
                        entry_id, RevisionNumber(asked.undoes), base, asked.why, curator.id
                    )
            except Entangled as error:
                return conflict(error.view, str(error))
            except Overtaken as error:
                yours = await self.histories.state(entry_id, RevisionNumber(asked.to))
                return await overtaken(error, yours, base, self.revisions)
        return answer({"entry": entry_json(made.entry), "revision": made.number})

    async def undo_all(self, request: web.Request) -> web.Response:
        """All that one person changed."""
        curator = await self._curator(request)
        asked = await inputs.body(request, UndoAll)
        since = millis(asked.since, "since")
        try:
            undone, left = await self.histories.undo_all(
                UserId(asked.user), since, asked.why, curator.id, asked.dry
            )
        except Overtaken as error:
            raise Refused(HttpCode.CONFLICT, f"{error}; try again") from None
        return answer(
            {
                "undone": [
                    {"id": each.id, "from": each.before, "to": each.after} for each in undone
                ],
                "left": [{"id": each.id, "why": each.why} for each in left],
            }
        )

    async def _edit(
        self, request: web.Request, entry: Entry | None, asked: Put | Removal, curator: User
    ) -> web.Response:
        base = RevisionNumber(asked.base)
        edit = Edit(_id(request), entry, base, asked.why.strip(), asked.settles)
        with refusing():
            try:
                made = await self.editor.edit(edit, curator.id)
            except Overtaken as error:
                return await overtaken(error, entry, base, self.revisions)
        return answer({"entry": entry_json(made.entry), "revision": made.number})

    async def _curator(self, request: web.Request) -> User:
        return await self.signed_in.require(request, Power.CURATE)


def _id(request: web.Request) -> EntryId:
    info = request.match_info
    return EntryId(f"{info['lang']}/{info['kind']}/{info['id']}")


def _step_json(step: Step) -> dict[str, Any]:
    revision = step.revision
    told = _told(revision) if revision else {"number": 0, "by": None, "made": None, "why": ""}
    more = {"entry": entry_json(step.entry), "changes": changes_json(step.changes)}
    return {"undoes": None, **told, **more}


def _told(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "by": person(revision.by, revision.by_name),
        "made": timestamp(revision.made),
        "why": revision.why,
        "undoes": revision.undoes,
    }
