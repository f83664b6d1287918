"""`POST /api/v1/annotate`: the notes on a text, without sending it anywhere."""

from dataclasses import dataclass

import msgspec
from aiohttp import web

from bridge.composer import Composer
from bridge.core.frames import LangField
from bridge.core.langs import canonical
from bridge.core.model import UND
from bridge.core.words_json import runs_json
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.cards import card, mentioned
from bridge.edges.http.entries import DEFAULT_READERS
from bridge.ports.library import Library


class AnnotateRequest(msgspec.Struct, frozen=True, rename={"readers": "for"}):
    """A text, the language it is in where that is known, and the language its notes are for."""

    text: str
    lang: LangField | None = None
    readers: LangField = DEFAULT_READERS


@dataclass(frozen=True, slots=True)
class Annotate:
    """A message's way in, up to its notes; nothing is stored."""

    composer: Composer
    library: Library

    async def annotate(self, request: web.Request) -> web.Response:
        """The language found, the runs, and a card for each entry in them."""
        asked = await inputs.body(request, AnnotateRequest)
        hint = canonical(asked.lang) if asked.lang is not None else None
        lang, runs = self.composer.compose(asked.text, hint, UND)
        readers = canonical(asked.readers)
        found = [self.library.entry(entry_id) for entry_id in mentioned(runs)]
        cards = [card(entry, readers) for entry in found if entry is not None]
        return answer({"lang": lang, "runs": runs_json(runs), "entries": cards})
