"""An engine that tests can hold up, and the steps that tests of a queue take."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence

from bridge.core.jobs import Job, Output, Pair
from bridge.core.model import Lang
from bridge.engines.batch import Batch
from bridge.errors import EngineFailed

ZH, EN, FR = Lang("zh"), Lang("en"), Lang("fr")
Make = Callable[..., Batch]


class Gated:
    """An engine that notes its batches and, once told to `hold`, works only after `release`."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.careful: list[list[str]] = []
        self.entered = threading.Semaphore(0)
        self._gate = threading.Event()
        self._gate.set()

    def hold(self) -> None:
        self._gate.clear()

    def release(self) -> None:
        self._gate.set()

    def pairs(self) -> frozenset[Pair]:
        return frozenset({(ZH, EN), (EN, ZH)})

    def version(self, pair: Pair) -> str:
        return "gated 1"

    def translate(self, pair: Pair, sentences: Sequence[str], careful: bool) -> Sequence[Output]:
        (self.careful if careful else self.batches).append(list(sentences))
        self.entered.release()
        assert self._gate.wait(10)
        if "break" in sentences:
            raise EngineFailed("it broke")
        return [Output(f"<{each}>", "gated", -float(len(each))) for each in sentences]


def job(
    text: str,
    live: bool = True,
    seconds: float = 30,
    pair: Pair = (ZH, EN),
    careful: bool = False,
) -> Job:
    return Job(text, *pair, live, time.monotonic() + seconds, careful)


async def start(batch: Batch, *jobs: Job) -> list[asyncio.Task[Output]]:
    """Tasks that have gone as far as they can without the engine."""
    tasks = [asyncio.create_task(batch.translate(each)) for each in jobs]
    await asyncio.sleep(0)
    return tasks


async def occupy(batch: Batch, engine: Gated) -> asyncio.Task[Output]:
    """Make the only worker busy until `release`."""
    engine.hold()
    [task] = await start(batch, job("busy"))
    assert await asyncio.to_thread(engine.entered.acquire, timeout=10)
    return task
