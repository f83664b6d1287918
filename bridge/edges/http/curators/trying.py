"""`/api/v1/glossary/effect` and `/try`: what a change would do, before anybody makes it."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.composer import Composer
from bridge.core.frames import LangField
from bridge.core.glossary import Entry
from bridge.core.langs import canonical
from bridge.core.model import UND, EntryId
from bridge.core.proposals import Correction, ProposalId
from bridge.core.protect import protect
from bridge.core.roles import Power
from bridge.core.words_json import runs_json
from bridge.curation.effect import Seen
from bridge.curation.effects import Effect, Effects
from bridge.curation.review import Review
from bridge.curation.trials import Trials
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.cards import card, mentioned
from bridge.edges.http.curators.entry_json import Given, id_of, unfinished
from bridge.edges.http.curators.proposal_json import sighting_json
from bridge.edges.http.curators.queue import MOST_ID
from bridge.edges.http.curators.refusals import refusing
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.signed_in import SignedIn

SHOWN = 50
"""Messages of each sort; their whole number is told beside."""


class EffectQuestion(msgspec.Struct, frozen=True):
    """Of making the entry `id` this (null: removing it), or of approving `better` words for the
    proposal of a translation."""

    entry: Given | None = None
    id: Annotated[str, Meta(max_length=200)] | None = None
    proposal: Annotated[int, Meta(ge=1, le=MOST_ID)] | None = None
    better: Annotated[str, Meta(max_length=2000)] | None = None
    everywhere: bool = True


class TryQuestion(msgspec.Struct, frozen=True):
    """A text, with the entry as it is being written."""

    entry: Given
    text: str
    lang: LangField | None = None


@dataclass(frozen=True, slots=True)
class Trying:
    """For those who curate. Nothing is stored."""

    signed_in: SignedIn
    effects: Effects
    trials: Trials
    review: Review
    composer: Composer

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.post("/api/v1/glossary/effect", self.effect),
            web.post("/api/v1/glossary/try", self.attempt),
        )

    async def effect(self, request: web.Request) -> web.Response:
        """On the last messages of all rooms."""
        await self.signed_in.require(request, Power.CURATE)
        asked = await inputs.body(request, EffectQuestion)
        if asked.proposal is not None:
            return answer(_effect_json(await self._corrected(asked)))
        with refusing():
            entry_id = EntryId(asked.id or (id_of(asked.entry) if asked.entry else ""))
            entry = None if asked.entry is None else unfinished(entry_id, asked.entry)
            if entry is None and asked.entry is not None:
                return answer(_effect_json(Effect(0)))
            if entry is None and self.trials.present.entry(entry_id) is None:
                missing = f"{entry_id[:128]} is not here: send an `entry`, or the `id` of one"
                raise Refused(HttpCode.NO_SUCH_ENTRY, missing)
            found = await self.effects.of_entry(entry.id if entry else entry_id, entry)
        return answer(_effect_json(found))

    async def attempt(self, request: web.Request) -> web.Response:
        """The notes on a text as they would be."""
        await self.signed_in.require(request, Power.CURATE)
        asked = await inputs.body(request, TryQuestion)
        hint = canonical(asked.lang) if asked.lang is not None else None
        if not asked.text.strip():
            return answer({"lang": hint or UND, "runs": [], "entries": []})
        with refusing():
            entry = unfinished(id_of(asked.entry), asked.entry)
        lang, _ = self.composer.compose(asked.text, hint, UND)
        state = await self.trials.of({entry.id: entry} if entry else {})
        runs = state.annotate(protect(self.composer.cleaned(asked.text)), lang)
        found = [state.entry(each) for each in mentioned(runs)]
        cards = [_card(each) for each in found if each is not None]
        return answer({"lang": lang, "runs": runs_json(runs), "entries": cards})

    async def _corrected(self, asked: EffectQuestion) -> Effect:
        with refusing():
            proposal = await self.review.proposal(ProposalId(asked.proposal or 0))
            matter = proposal.matter
            if not isinstance(matter, Correction):
                note = f"proposal {proposal.id} is about a note: send its `entry`"
                raise Refused(HttpCode.BAD_REQUEST, note)
            better = (asked.better or "").strip() or matter.better
            room = None if asked.everywhere else proposal.room
            return await self.effects.of_correction(replace(matter, better=better), room)


def _card(entry: Entry) -> dict[str, Any]:
    """For the readers that it is explained to first."""
    return card(entry, entry.explained[0][0])


def _effect_json(effect: Effect) -> dict[str, Any]:
    found = {"hits": effect.hits, "inside": effect.inside, "lost": effect.lost}
    return {
        "messages": effect.messages,
        **{name: [_seen_json(each) for each in seen[:SHOWN]] for name, seen in found.items()},
        "counts": {name: len(seen) for name, seen in found.items()},
        "rendered": effect.rendered,
        "translations": [
            {
                **sighting_json(each.message, each.message.runs),
                "lang": each.lang,
                "before": each.before,
                "after": each.after,
            }
            for each in effect.translations
        ],
    }


def _seen_json(seen: Seen) -> dict[str, Any]:
    found = sighting_json(seen.message, seen.runs)
    return found | {"words": seen.words} if seen.words else found
