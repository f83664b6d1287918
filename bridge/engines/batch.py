"""Many rooms, few cores: single requests become batches, and batches become answers.

A worker that is free with nothing else running starts at once; else a request waits a few
milliseconds for company, because an engine does ten sentences in little more time than three.
"""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from bridge.core.jobs import Job, Output, Pair
from bridge.core.sentences import split
from bridge.engines.waiting import Task, Waiting, Work
from bridge.errors import DeadlineMissed, EngineFailed, NoRoute, Overloaded
from bridge.ports import Engine

GATHER_S = 0.004
"""How long a request waits for others while a worker is free but not the only one."""
MOST_IN_BATCH = 32
"""Sentences; more make each other wait longer than they gain."""
ROOM = 2_000
"""Sentences that may wait. A full queue drops history first, then refuses (`Overloaded`)."""
CLOSE_S = 5.0


class Batch:
    """A translator on one engine. To be used from one event loop."""

    def __init__(self, engine: Engine, workers: int = 2, room: int = ROOM) -> None:
        self._engine = engine
        self._workers = workers
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="translate")
        self._waiting = Waiting(room)
        self._in_flight: dict[tuple[str, Pair], Work] = {}
        self._running: set[asyncio.Future[list[Output | EngineFailed]]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._closed = False

    def pairs(self) -> frozenset[Pair]:
        """The pairs of the engine; chains are made elsewhere."""
        return self._engine.pairs()

    async def translate(self, job: Job) -> Output:
        """The text in the target language; sentences without words come back as they are."""
        pair = (job.source, job.target)
        left = job.deadline - time.monotonic()
        if self._closed:
            raise Overloaded("the translator has been closed")
        if pair not in self.pairs():
            raise NoRoute(f"no package leads from {job.source} to {job.target}")
        if left <= 0:
            raise DeadlineMissed(f"it came {-left:.1f} s after its deadline")
        if not any(char.isalpha() for char in job.text):
            return Output(job.text, "")
        key = (job.text, pair)
        work = self._in_flight.get(key)
        if work is None or work.done.done():
            work = self._admit(key, job)
        else:
            self._waiting.hurry(work, job.live, job.deadline)
        work.callers += 1
        try:
            # Others may wait for the same work: one caller's end is not the work's, so `wait`
            # and not `wait_for`, which would cancel it.
            done, _ = await asyncio.wait([work.done], timeout=left)
            if not done:
                raise DeadlineMissed("it was not done by its deadline")
            return work.done.result()
        finally:
            work.callers -= 1
            if not work.callers:
                self._abandon(key, work)

    async def close(self) -> None:
        """Refuse new jobs, fail those that wait, let running batches end (at most CLOSE_S)."""
        self._closed = True
        for work in self._waiting.all():
            self._waiting.remove(work)
            work.fail(Overloaded("the translator is being closed"))
        if self._running:
            await asyncio.wait(self._running, timeout=CLOSE_S)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _admit(self, key: tuple[str, Pair], job: Job) -> Work:
        done: asyncio.Future[Output] = asyncio.get_running_loop().create_future()
        work = Work(key[1], split(job.text), job.live, job.deadline, done)
        self._waiting.add(work)
        self._in_flight[key] = work
        self._schedule()
        return work

    def _abandon(self, key: tuple[str, Pair], work: Work) -> None:
        """Nobody waits for it any more: it is done, or its callers are gone."""
        self._waiting.remove(work)
        work.done.cancel()
        if self._in_flight.get(key) is work:
            del self._in_flight[key]

    def _schedule(self) -> None:
        """See to it that what waits is handed to the workers, now or a little later."""
        if len(self._running) >= self._workers:
            return  # the next one that ends takes it
        if not self._running or len(self._waiting) >= MOST_IN_BATCH:
            # Even "now" lets the requests of this turn of the loop go together.
            self._after(0)
        elif self._timer is None:
            self._after(GATHER_S)

    def _after(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._dispatch)

    def _dispatch(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while free := self._workers - len(self._running):
            # Two half batches on two cores are done sooner than a whole one on one.
            most = min(MOST_IN_BATCH, -(-len(self._waiting) // free))
            batch = self._waiting.take(most, time.monotonic())
            if not batch:
                return
            self._start(batch)

    def _start(self, batch: list[Task]) -> None:
        pair = batch[0][0].pair
        sentences = [work.sentences[at].text for work, at in batch]
        running = asyncio.get_running_loop().run_in_executor(
            self._pool, _translate, self._engine, pair, sentences
        )
        self._running.add(running)
        running.add_done_callback(lambda ended: self._ended(batch, ended))

    def _ended(self, batch: list[Task], ended: asyncio.Future[list[Output | EngineFailed]]) -> None:
        self._running.discard(ended)
        if ended.cancelled():
            results: Sequence[Output | EngineFailed] = [EngineFailed("closed")] * len(batch)
        elif error := ended.exception():
            failure = EngineFailed(f"the engine broke: {type(error).__name__}")
            results = [failure] * len(batch)
        else:
            results = ended.result()
        for (work, at), result in zip(batch, results, strict=True):
            if isinstance(result, EngineFailed):
                self._waiting.remove(work)
                work.fail(result)
            else:
                work.finish(at, result)
        if not self._closed:
            self._dispatch()


def _translate(engine: Engine, pair: Pair, sentences: Sequence[str]) -> list[Output | EngineFailed]:
    """In a worker: a sentence on which the engine breaks must not take the others with it."""
    try:
        outputs = engine.translate(pair, sentences)
        if len(outputs) != len(sentences):
            raise EngineFailed(f"{len(outputs)} outputs for {len(sentences)} sentences")
        return list(outputs)
    except EngineFailed as error:
        if len(sentences) == 1:
            return [error]
        return [each for one in sentences for each in _translate(engine, pair, [one])]
