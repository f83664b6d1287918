"""The line in front of the engine: who waits, who goes next, who gives way when it is full."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bridge.core.jobs import Output, Pair
from bridge.core.sentences import Sentence, join
from bridge.errors import DeadlineMissed, Overloaded, TranslationError


@dataclass(eq=False, slots=True)
class Work:
    """One text on its way: what is still to do of it, and who hears of it through `done`."""

    pair: Pair
    sentences: tuple[Sentence, ...]
    live: bool
    deadline: float
    done: asyncio.Future[Output]
    callers: int = 0
    todo: list[int] = field(init=False)
    outputs: dict[int, Output] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # In reverse, so that the next one is popped from the end.
        self.todo = [at for at, each in enumerate(self.sentences) if each.has_words][::-1]

    def finish(self, at: int, output: Output) -> None:
        """The sentence at `at` is translated; with the last one, the text is."""
        self.outputs[at] = output
        if self.done.done() or len(self.outputs) < sum(s.has_words for s in self.sentences):
            return
        words = [
            self.outputs[at].text if at in self.outputs else sentence.text
            for at, sentence in enumerate(self.sentences)
        ]
        scores = [output.score for output in self.outputs.values() if output.score is not None]
        text = join(self.sentences, words, self.pair[1])
        self.done.set_result(Output(text, output.engine, min(scores, default=None)))

    def fail(self, error: TranslationError) -> None:
        """There will be no translation. Says nothing when it was decided before."""
        if not self.done.done():
            self.done.set_exception(error)
            # Nobody may be left to hear it; asyncio would complain in the log.
            self.done.exception()


Task = tuple[Work, int]
"""A sentence of a text, by its place."""


class Waiting:
    """Sentences that wait for a worker, at most `room` of them; live ones before history."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._live: dict[Work, None] = {}
        self._history: dict[Work, None] = {}

    def __len__(self) -> int:
        return _count(self._live) + _count(self._history)

    def add(self, work: Work) -> None:
        """Queue `work`. A live one displaces the oldest history where it must.

        Raises `Overloaded` when there is no room for it; then nothing was displaced.
        """
        size = len(work.todo)
        taken = _count(self._live) if work.live else len(self)
        if taken + size > self._room:
            raise Overloaded(
                f"{len(self):,} sentences wait for translation; the limit is {self._room:,}"
            )
        while len(self) + size > self._room:
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
        """Take out what is still waiting of `work`, if anything."""
        self._live.pop(work, None)
        self._history.pop(work, None)

    def take(self, most: int, now: float) -> list[Task]:
        """The next sentences, all of one pair, oldest first. What is past its deadline fails."""
        self._expire(now)
        line = self._live or self._history
        pair = next((work.pair for work in line), None)
        batch: list[Task] = []
        for work in [work for work in line if work.pair == pair]:
            while work.todo and len(batch) < most:
                batch.append((work, work.todo.pop()))
            if work.todo:
                break
            del line[work]
        return batch

    def all(self) -> Iterator[Work]:
        """Every text with a sentence that waits."""
        yield from [*self._live, *self._history]

    def _line(self, work: Work) -> dict[Work, None]:
        return self._live if work.live else self._history

    def _expire(self, now: float) -> None:
        for work in self.all():
            if work.deadline <= now:
                self.remove(work)
                work.fail(DeadlineMissed("its turn came after its deadline"))


def _count(line: dict[Work, None]) -> int:
    return sum(len(work.todo) for work in line)
