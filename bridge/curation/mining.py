"""Looks for unknown words now and then, and keeps what was found for some minutes."""

import asyncio
from collections.abc import Sequence

from bridge.core.fold import Folding
from bridge.core.model import Lang, Message
from bridge.curation.shelf import Shelf
from bridge.curation.unknown import UnknownWord, unknown
from bridge.curation.vocabulary import Vocabulary
from bridge.ports.clock import Clock
from bridge.ports.lately import Lately

MESSAGES = 5_000
MOST = 200
KEPT_S = 300.0


class Mining:
    """One search at a time. What somebody edits or deletes is forgotten at once."""

    def __init__(self, lately: Lately, shelf: Shelf, vocabulary: Vocabulary, clock: Clock) -> None:
        self._lately = lately
        self._shelf = shelf
        self._vocabulary = vocabulary
        self._clock = clock
        self._mining = asyncio.Lock()
        self._found: dict[Lang, tuple[str, float, tuple[UnknownWord, ...]]] = {}

    async def words(self, lang: Lang, limit: int) -> tuple[UnknownWord, ...]:
        """The most remarkable of a language, at most 200."""
        async with self._mining:
            state = f"{await self._lately.erased()} {self._shelf.revision}"
            before, until, words = self._found.get(lang, ("", 0.0, ()))
            if before != state or self._clock.monotonic() >= until:
                words = await self._mine(lang)
                # Other languages' words may be those of messages that are gone.
                self._found = {each: kept for each, kept in self._found.items() if kept[0] == state}
                self._found[lang] = (state, self._clock.monotonic() + KEPT_S, words)
        return words[:limit]

    async def _mine(self, lang: Lang) -> tuple[UnknownWord, ...]:
        messages = await self._lately.messages(MESSAGES)
        return await asyncio.to_thread(self._look, messages, lang)

    def _look(self, messages: Sequence[Message], lang: Lang) -> tuple[UnknownWord, ...]:
        state = self._shelf.matchers
        folding = Folding(state.simplify)
        explained = {folding(each).text for entry in state.entries() for each in entry.spellings}
        return unknown(messages, lang, self._vocabulary, folding, explained, MOST)
