"""`/api/v1/wordlists` and `/api/v1/held`: listed words, and messages that wait because of them."""

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import LangField, RoomField
from bridge.core.langs import canonical
from bridge.core.model import Lang, plain
from bridge.core.moderation import Held, HeldId
from bridge.core.wire_json import timestamp
from bridge.core.wordlist import ListedWord, Treatment
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.peace.desk import PeaceDesk, nothing, number_of, person_json
from bridge.moderation.peace import Peace

MOST_WORDS = 2_000


class GivenWord(msgspec.Struct, frozen=True):
    """A word or phrase, and what is done about it."""

    text: Annotated[str, Meta(min_length=1, max_length=64)]
    act: Treatment


class GivenWords(msgspec.Struct, frozen=True):
    """A whole list."""

    words: Annotated[list[GivenWord], Meta(max_length=MOST_WORDS)]


class Decision(msgspec.Struct, frozen=True):
    """Let it be said, or not."""

    release: bool
    reason: Annotated[str, Meta(max_length=500)] = ""


@dataclass(frozen=True, slots=True)
class HeldQuery:
    """Of one room, for those who moderate there alone."""

    room: RoomField | None = None


@dataclass(frozen=True, slots=True)
class WordRoutes:
    """For moderators. Lists hold everywhere, so only those who moderate everywhere change them."""

    desk: PeaceDesk
    peace: Peace

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.get("/api/v1/wordlists", self.langs),
            web.get("/api/v1/wordlists/{lang}", self.words),
            web.put("/api/v1/wordlists/{lang}", self.set_words),
            web.get("/api/v1/held", self.held),
            web.post("/api/v1/held/{id}", self.decide),
        )

    async def langs(self, request: web.Request) -> web.Response:
        """The languages that have a list, and how many words it has."""
        await self.desk.moderator_of(request, None)
        lists = self.peace.roll.ruled.words
        found = [{"lang": lang, "words": len(words)} for lang, words in sorted(lists.items())]
        return answer({"lists": found})

    async def words(self, request: web.Request) -> web.Response:
        """The list of one language."""
        lang = _lang(request)
        await self.desk.moderator_of(request, None)
        return answer(_words_json(self.peace.roll.ruled.words.get(lang, ())))

    async def set_words(self, request: web.Request) -> web.Response:
        """Replace it. What was said before stays as it is."""
        lang = _lang(request)
        moderator = await self.desk.moderator_of(request, None)
        asked = await inputs.body(request, GivenWords)
        words = {" ".join(each.text.split()): each.act for each in asked.words}
        listed = tuple(ListedWord(text, act) for text, act in words.items() if text)
        await self.desk.moderator.set_words(moderator.id, lang, listed)
        return answer(_words_json(listed))

    async def held(self, request: web.Request) -> web.Response:
        """What waits, oldest first."""
        asked = inputs.query(request, HeldQuery)
        await self.desk.moderator_of(request, asked.room)
        found = await self.desk.rulings.held()
        there = [each for each in found if asked.room in (None, each.utterance.room)]
        return answer({"held": [_held_json(each) for each in there]})

    async def decide(self, request: web.Request) -> web.Response:
        """Let it be said as by its author, or drop it; the author is told."""
        held = HeldId(number_of(request))
        known = await self.desk.rulings.waiting(held)
        user = await self.desk.moderator_of(request, known.utterance.room if known else None)
        asked = await inputs.body(request, Decision)
        await self.desk.holding.decide(user.id, held, asked.release, asked.reason)
        return nothing()


def _lang(request: web.Request) -> Lang:
    try:
        return canonical(msgspec.convert(request.match_info["lang"], LangField))
    except msgspec.ValidationError:
        raise Refused(HttpCode.BAD_REQUEST, "a language is a tag such as zh or en") from None


def _words_json(words: tuple[ListedWord, ...]) -> dict[str, Any]:
    return {"words": [{"text": each.text, "act": each.act} for each in words]}


def _held_json(held: Held) -> dict[str, Any]:
    said = held.utterance
    return {
        "id": held.id,
        "room": said.room,
        "seq": said.seq,
        "from": person_json(said.author),
        "made": timestamp(held.made),
        "lang": said.lang,
        "text": plain(said.runs),
    }
