"""The line in front of the engine: who waits, who goes next, who gives way when it is full."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from bridge.core.jobs import Output, Pair
from bridge.errors import DeadlineMissed, Overloaded, TranslationError

MOST_IN_BATCH = 16
"""Sentences that a worker does at once; whoever is urgent waits for their end. Of 8, 12, 16, 24
and 32 the fastest with 64 senders (tests/bench/translate.py)."""
MOST_IN_ROUND = 64
"""Sentences that are sorted by length together."""


class Kind(NamedTuple):
    """What a batch has in common."""

    pair: Pair
    careful: bool


@dataclass(eq=False, slots=True)
class Work:
    """One sentence on its way, and everybody who waits for it."""

    text: str
    kind: Kind
    live: bool
    deadline: float
    callers: set[asyncio.Future[Output]] = field(default_factory=set)
    ended: bool = False

    def finish(self, output: Output) -> None:
        """Tell every caller."""
        self.ended = True
        for caller in self.callers:
            if not caller.done():
                caller.set_result(output)

    def fail(self, error: TranslationError) -> None:
        """Tell every caller that there will be no translation."""
        self.ended = True
        for caller in self.callers:
            if not caller.done():
                caller.set_exception(error)


class Waiting:
    """Sentences that wait for a worker, at most `room` of them; live ones before history."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._live: dict[Work, None] = {}
        self._history: dict[Work, None] = {}
        self._round: list[Work] = []

    def __len__(self) -> int:
        return len(self._live) + len(self._history)

    def add(self, work: Work) -> None:
        """Queue `work`. A live one displaces the oldest history when there is no room left.

        Raises `Overloaded` when there is nothing that may give way.
        """
        if len(self) >= self._room:
            if not (work.live and self._history):
                raise Overloaded(
                    f"{len(self):,} sentences wait for translation; the limit is {self._room:,}"
                )
            oldest = next(iter(self._history))
            self.remove(oldest)
            oldest.fail(Overloaded("history gave way to live messages; ask for it again"))
        self._line(work)[work] = None

    def hurry(self, work: Work, live: bool, deadline: float) -> None:
        """Somebody else wants the same: the most urgent caller sets the pace."""
        work.deadline = max(work.deadline, deadline)
        if live and not work.live:
            work.live = True
            if work in self._history:
                del self._history[work]
                self._live[work] = None

    def remove(self, work: Work) -> None:
        """Take `work` out if it still waits."""
        self._live.pop(work, None)
        self._history.pop(work, None)

    def take(self, workers: int, now: float) -> list[Work]:
        """What one of `workers` free ones does next, all of one kind; nothing when none waits.
        What is past its deadline fails.

        The oldest go in rounds, and within a round the longest first: a model does sentences of
        one length in four fifths of the time of a mixture, and short ones at the end let the
        workers finish together. Nobody joins a round that has begun.
        """
        self._expire(now)
        line = self._live or self._history
        # Whoever is urgent breaks off a round of history.
        self._round = [work for work in self._round if work in line]
        if not self._round:
            kind = next((work.kind for work in line), None)
            oldest = islice((work for work in line if work.kind == kind), MOST_IN_ROUND)
            self._round = sorted(oldest, key=lambda work: len(work.text))
        size = min(MOST_IN_BATCH, -(-len(self._round) // workers))
        batch = self._round[len(self._round) - size :]
        for work in batch:
            del line[work]
        return batch

    def all(self) -> Iterator[Work]:
        """Every sentence that waits."""
        yield from [*self._live, *self._history]

    def _line(self, work: Work) -> dict[Work, None]:
        return self._live if work.live else self._history

    def _expire(self, now: float) -> None:
        for work in self.all():
            if work.deadline <= now:
                self.remove(work)
                work.fail(DeadlineMissed("its turn came after its deadline"))
