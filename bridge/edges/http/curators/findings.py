"""`/api/v1/glossary/unknown`, `/usage`, `/conflicts`: where the glossary needs somebody."""

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import LangField
from bridge.core.langs import canonical
from bridge.core.model import Lang
from bridge.core.roles import Power
from bridge.curation.known import Known
from bridge.curation.meeting import Meeting
from bridge.curation.mining import MOST, Mining
from bridge.curation.shelf import Shelf
from bridge.curation.unknown import UnknownWord
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.cards import card
from bridge.edges.http.curators.entry_json import entry_json
from bridge.edges.http.curators.proposal_json import sighting_json
from bridge.edges.http.signed_in import SignedIn
from bridge.ports.usage import Usage, Use


class UnknownQuery(msgspec.Struct, frozen=True):
    """The most remarkable words of a language."""

    lang: LangField = Lang("zh")
    limit: Annotated[int, Meta(ge=1, le=500)] = 50


class UsageQuery(msgspec.Struct, frozen=True):
    """The entries that are used the most in this way."""

    sort: Use = "shown"
    limit: Annotated[int, Meta(ge=1, le=500)] = 50


@dataclass(frozen=True, slots=True)
class Findings:
    """For those who curate."""

    signed_in: SignedIn
    shelf: Shelf
    mining: Mining
    usage: Usage
    known: Known

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.get("/api/v1/glossary/unknown", self.unknown),
            web.get("/api/v1/glossary/usage", self.used),
            web.get("/api/v1/glossary/conflicts", self.conflicts),
        )

    async def unknown(self, request: web.Request) -> web.Response:
        """Words that the rooms use and nothing explains."""
        await self.signed_in.require(request, Power.CURATE)
        asked = inputs.query(request, UnknownQuery)
        lang = Lang(canonical(asked.lang).partition("-")[0])
        words = await self.mining.words(lang, min(asked.limit, MOST))
        return answer({"words": [_word_json(each) for each in words]})

    async def used(self, request: web.Request) -> web.Response:
        """How much notes are shown and opened, and what people say of them."""
        await self.signed_in.require(request, Power.CURATE)
        asked = inputs.query(request, UsageQuery)
        state = self.shelf.matchers
        most = await self.usage.most(asked.sort, asked.limit)
        found = [(state.entry(each.entry), each) for each in most]
        return answer(
            {
                "entries": [
                    {
                        "entry": card(entry, entry.explained[0][0]),
                        "shown": used.shown,
                        "opened": used.opened,
                        "helpful": used.helpful,
                        "wrong": used.wrong,
                    }
                    for entry, used in found
                    if entry is not None
                ]
            }
        )

    async def conflicts(self, request: web.Request) -> web.Response:
        """Entries of which new files say something else than the curators."""
        await self.signed_in.require(request, Power.CURATE)
        found = await self.known.conflicts()
        return answer({"conflicts": [_conflict_json(each) for each in found]})


def _word_json(found: UnknownWord) -> dict[str, Any]:
    return {
        "word": found.word,
        "count": found.count,
        "people": found.people,
        "rooms": found.rooms,
        "usual": found.usual,
        "ratio": found.ratio,
        "tag": found.tag,
        "examples": [sighting_json(each.message, each.runs) for each in found.examples],
    }


def _conflict_json(found: Meeting) -> dict[str, Any]:
    revision = found.revision
    return {
        "id": revision.id,
        "base": entry_json(revision.shipped),
        "ours": entry_json(revision.entry),
        "theirs": entry_json(found.theirs),
        "merged": entry_json(found.merged),
        "fields": [each.field for each in found.conflicts],
        "revision": revision.number,
    }
