"""Counts how notes are used, and writes the numbers down every few seconds in one go."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Runs, UserId
from bridge.errors import StoreError
from bridge.ports.usage import Usage, Use

log = logging.getLogger(__name__)

WRITE_S = 3.0
MOST_HELPED = 100_000
"""Pairs of person and entry that are remembered; past it the oldest may count once more."""


class Counting:
    """Numbers wait in memory; what a crash takes along is a few seconds of counting. Who found a
    note helpful is remembered here, so that it counts once, and is written nowhere."""

    def __init__(self, usage: Usage, entry: Callable[[EntryId], Entry | None]) -> None:
        self._usage = usage
        self._entry = entry
        self._waiting: Counter[tuple[EntryId, Use]] = Counter()
        self._helped: dict[tuple[UserId, EntryId], None] = {}

    def shown(self, runs: Runs) -> None:
        """A message with these runs was sent: each note in it was shown once."""
        for entry in {each for run in runs if run.entry for each in (run.entry, *run.also)}:
            self._count(entry, "shown")

    def opened(self, entry: EntryId) -> None:
        """Somebody opened a card."""
        self._count(entry, "opened")

    def helped(self, user: UserId, entry: EntryId) -> None:
        """A note helped somebody; saying so again changes nothing."""
        if (user, entry) in self._helped or self._entry(entry) is None:
            return
        while len(self._helped) >= MOST_HELPED:
            del self._helped[next(iter(self._helped))]
        self._helped[user, entry] = None
        self._count(entry, "helpful")

    def disputed(self, entry: EntryId) -> None:
        """Somebody said that the note is wrong where it stands."""
        self._count(entry, "wrong")

    async def write(self) -> None:
        """Write down what waits; what the disk refuses waits on."""
        waiting, self._waiting = self._waiting, Counter()
        if not waiting:
            return
        try:
            await self._usage.count(waiting)
        except StoreError as error:
            self._waiting += waiting
            log.error("cannot write down how notes are used: %s", error)

    async def keep_writing(self) -> None:
        """Write for ever, every few seconds."""
        while True:
            await asyncio.sleep(WRITE_S)
            await self.write()

    def _count(self, entry: EntryId, use: Use) -> None:
        # Only what is in the glossary: nobody makes up entries to fill memory or disk with.
        if self._entry(entry) is not None:
            self._waiting[entry, use] += 1
