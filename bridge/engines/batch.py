"""Many rooms, few cores: single sentences become batches, and batches become answers.

A free worker starts at once with what is there, and batches form by themselves while all are
busy. Waiting for company was measured (tests/bench/translate.py): it cost more than it brought,
with eight senders as with sixty-four.
"""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from bridge.core.jobs import Job, Output, Pair
from bridge.engines.waiting import Kind, Waiting, Work
from bridge.errors import DeadlineMissed, EngineFailed, NoRoute, Overloaded
from bridge.ports.translation import Engine

ROOM = 2_000
"""Sentences that may wait. A full queue drops history first, then refuses (`Overloaded`)."""
CLOSE_S = 5.0

Results = list[Output | EngineFailed]


class Batch:
    """A translator on one engine. To be used from one event loop."""

    def __init__(self, engine: Engine, workers: int = 2, room: int = ROOM) -> None:
        self._engine = engine
        self._workers = workers
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="translate")
        self._waiting = Waiting(room)
        self._in_flight: dict[tuple[str, Kind], Work] = {}
        self._running: dict[asyncio.Future[Results], list[Work]] = {}
        self._scheduled = False
        self._closed = False

    def pairs(self) -> frozenset[Pair]:
        """The pairs of the engine; chains are made elsewhere."""
        return self._engine.pairs()

    def version(self, pair: Pair) -> str:
        """The engine's."""
        return self._engine.version(pair)

    async def translate(self, job: Job) -> Output:
        """The sentence in the target language; without a letter in it, as it is."""
        left = job.deadline - time.monotonic()
        if self._closed:
            raise Overloaded("the translator has been closed")
        if (job.source, job.target) not in self.pairs():
            raise NoRoute(f"no package leads from {job.source} to {job.target}")
        if left <= 0:
            raise DeadlineMissed(f"it came {-left:.1f} s after its deadline")
        if not any(char.isalpha() for char in job.text):
            return Output(job.text, "")
        work = self._work(job)
        loop = asyncio.get_running_loop()
        caller: asyncio.Future[Output] = loop.create_future()
        work.callers.add(caller)
        alarm = loop.call_later(left, _miss, caller)
        try:
            return await caller
        finally:
            alarm.cancel()
            work.callers.remove(caller)
            if not work.callers:
                self._forget(work)

    async def close(self) -> None:
        """Refuse new jobs, fail those that wait, let running batches end (at most CLOSE_S)."""
        self._closed = True
        for work in self._waiting.all():
            self._waiting.remove(work)
            work.fail(Overloaded("the translator is being closed"))
        if self._running:
            await asyncio.wait(self._running, timeout=CLOSE_S)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _work(self, job: Job) -> Work:
        """What is in flight for the same sentence, else a new piece of work at the end of the
        line. Raises `Overloaded`."""
        kind = Kind((job.source, job.target), job.careful)
        work = self._in_flight.get((job.text, kind))
        if work is not None and not work.ended:
            self._waiting.hurry(work, job.live, job.deadline)
            return work
        work = Work(job.text, kind, job.live, job.deadline)
        self._waiting.add(work)
        self._in_flight[job.text, kind] = work
        self._schedule()
        return work

    def _forget(self, work: Work) -> None:
        """Nobody waits for it any more: it is done, or its callers are gone."""
        self._waiting.remove(work)
        key = (work.text, work.kind)
        if self._in_flight.get(key) is work:
            del self._in_flight[key]

    def _schedule(self) -> None:
        """Hand what waits to the workers at the end of this turn of the loop, so that whoever
        speaks in the same turn (and whom a batch just answered) goes along."""
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self._dispatch)

    def _dispatch(self) -> None:
        self._scheduled = False
        while free := self._workers - len(self._running):
            batch = self._waiting.take(free, time.monotonic())
            if not batch:
                return
            self._start(batch)

    def _start(self, batch: list[Work]) -> None:
        running = asyncio.get_running_loop().run_in_executor(
            self._pool, _translate, self._engine, batch[0].kind, [work.text for work in batch]
        )
        self._running[running] = batch
        running.add_done_callback(self._ended)

    def _ended(self, running: asyncio.Future[Results]) -> None:
        batch = self._running.pop(running)
        if running.cancelled():
            results: Results = [EngineFailed("closed")] * len(batch)
        elif error := running.exception():
            results = [EngineFailed(f"the engine broke: {type(error).__name__}")] * len(batch)
        else:
            results = running.result()
        for work, result in zip(batch, results, strict=True):
            if isinstance(result, EngineFailed):
                work.fail(result)
            else:
                work.finish(result)
        self._schedule()


def _miss(caller: asyncio.Future[Output]) -> None:
    if not caller.done():
        caller.set_exception(DeadlineMissed("it was not done by its deadline"))


def _translate(engine: Engine, kind: Kind, sentences: Sequence[str]) -> Results:
    """In a worker: a sentence on which the engine breaks must not take the others with it."""
    try:
        outputs = engine.translate(kind.pair, sentences, kind.careful)
        if len(outputs) != len(sentences):
            raise EngineFailed(f"{len(outputs)} outputs for {len(sentences)} sentences")
        return list(outputs)
    except EngineFailed as error:
        if len(sentences) == 1:
            return [error]
        return [each for one in sentences for each in _translate(engine, kind, [one])]
