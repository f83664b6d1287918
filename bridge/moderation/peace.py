"""What is ruled now, in memory: whoever speaks does not wait for the disk."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Mapping

from bridge.core.model import Lang
from bridge.core.moderation import Ruled
from bridge.core.roll import Roll
from bridge.core.wordfold import WordFold
from bridge.core.wordlist import ListedWord, WordFilter
from bridge.ports.clock import Clock
from bridge.ports.rulings import Rulings

Tell = Callable[[Roll, Roll], Awaitable[None]]


class Peace:
    """Keeps the roll and the word lists in step with the rulings. `simplify` and `cut` are what
    word lists need to know of Chinese."""

    def __init__(
        self,
        rulings: Rulings,
        clock: Clock,
        simplify: Mapping[str, str],
        cut: Callable[[str], Iterable[str]],
    ) -> None:
        self._rulings = rulings
        self._clock = clock
        self._fold = WordFold(simplify)
        self._cut = cut
        self._told: list[Tell] = []
        self._refreshing = asyncio.Lock()
        self.roll = Roll(Ruled(version=-1))
        self.words = WordFilter({}, self._fold, cut)
        self.words_revision = ""
        """Names the word lists in use: other lists, another name; empty when nothing is listed."""

    def on_change(self, tell: Tell) -> None:
        """Await `tell(before, after)` after every change."""
        self._told.append(tell)

    async def refresh(self) -> None:
        """Take in what changed, and tell. Whoever ruled something waits for this: then it counts,
        on open sockets too. Raises StoreError."""
        async with self._refreshing:
            if await self._rulings.version() == self.roll.ruled.version:
                return
            ruled = await self._rulings.ruled(self._clock.now())
            before, self.roll = self.roll, Roll(ruled)
            if ruled.words != before.ruled.words:
                self.words = await asyncio.to_thread(WordFilter, ruled.words, self._fold, self._cut)
                self.words_revision = _revision(ruled.words)
            for tell in self._told:
                await tell(before, self.roll)


def _revision(words: Mapping[Lang, Iterable[ListedWord]]) -> str:
    listed = sorted((lang, word.text, word.act) for lang, each in words.items() for word in each)
    return hashlib.sha256(repr(listed).encode()).hexdigest()[:16] if listed else ""
