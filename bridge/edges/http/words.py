"""`POST /api/v1/words`: the words of Chinese texts, how they are read and what they mean."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.cedict import MEANINGS_IN, Source
from bridge.core.frames import LangField
from bridge.core.langs import canonical
from bridge.core.model import Lang
from bridge.core.words import ReadWord
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.entries import DEFAULT_READERS
from bridge.edges.http.errors import HttpCode, Refused

MOST_TEXTS = 100
MOST_CHARS = 10_000
"""Of all texts of a request together: at most some 0.4 s of work, mostly 0.05 s."""
AT_ONCE = 2
"""Requests that are worked on; others wait, for PATIENCE_S at the most."""
PATIENCE_S = 5.0

Texts = Annotated[list[str], Meta(max_length=MOST_TEXTS)]
Read = Callable[[Sequence[str], Lang], tuple[list[list[ReadWord]], Source | None]]


class WordsRequest(msgspec.Struct, frozen=True, rename={"readers": "for"}):
    """Chinese texts, and the language in which their words are to be explained."""

    texts: Texts
    readers: LangField = DEFAULT_READERS


@dataclass(frozen=True, slots=True)
class Words:
    """Texts word by word. `read` may take its time, and is called in a thread."""

    read: Read
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def words(self, request: web.Request) -> web.Response:
        """For each text its words, and the licence of the dictionary that explains them."""
        asked = await inputs.body(request, WordsRequest)
        length = sum(map(len, asked.texts))
        if length > MOST_CHARS:
            said = f"the texts have {length:,} characters; the limit is {MOST_CHARS:,}"
            raise Refused(HttpCode.TOO_LONG, said)
        texts, source = await self._read(asked.texts, canonical(asked.readers))
        found = [[_word_json(word) for word in words] for words in texts]
        return answer({"texts": found, "licence": _licence_json(source)})

    async def _read(
        self, texts: Sequence[str], readers: Lang
    ) -> tuple[list[list[ReadWord]], Source | None]:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._turn.acquire()
        except TimeoutError:
            busy = "too many texts are being read just now; try again"
            raise Refused(HttpCode.UNAVAILABLE, busy, retry_after=PATIENCE_S) from None
        try:
            return await asyncio.to_thread(self.read, texts, readers)
        finally:
            self._turn.release()


def _word_json(word: ReadWord) -> dict[str, Any]:
    """`entry` only where there is one."""
    meanings = word.meanings
    found: dict[str, Any] = {
        "text": word.text,
        "reading": word.reading,
        "meanings": meanings
        and [{"reading": each.reading, "senses": each.senses} for each in meanings],
    }
    if word.entry is not None:
        found["entry"] = word.entry
    return found


def _licence_json(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "name": source.licence,
        "url": source.licence_url or None,
        "attribution": source.attribution,
        "lang": MEANINGS_IN,
    }
