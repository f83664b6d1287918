"""Requests become batches: who goes when, with whom, and what happens to the rest."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence

import pytest

from bridge.core.model import Lang
from bridge.engines.batch import Batch
from bridge.errors import DeadlineMissed, EngineFailed, NoRoute, Overloaded
from bridge.ports import Job, Output, Pair

ZH, EN, FR = Lang("zh"), Lang("en"), Lang("fr")


class Gated:
    """An engine that notes its batches and, once told to `hold`, works only after `release`."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.entered = threading.Semaphore(0)
        self._gate = threading.Event()
        self._gate.set()

    def hold(self) -> None:
        self._gate.clear()

    def release(self) -> None:
        self._gate.set()

    def pairs(self) -> frozenset[Pair]:
        return frozenset({(ZH, EN), (EN, ZH)})

    def translate(self, pair: Pair, sentences: Sequence[str]) -> Sequence[Output]:
        self.batches.append(list(sentences))
        self.entered.release()
        assert self._gate.wait(10)
        if "break" in sentences:
            raise EngineFailed("it broke")
        return [Output(f"<{each}>", "gated", -float(len(each))) for each in sentences]


@pytest.fixture
def engine() -> Gated:
    return Gated()


@pytest.fixture
async def make(engine: Gated) -> AsyncIterator[Callable[..., Batch]]:
    made: list[Batch] = []

    def build(**options: int) -> Batch:
        made.append(Batch(engine, **{"workers": 1, **options}))
        return made[-1]

    yield build
    engine.release()
    for batch in made:
        await batch.close()


def job(text: str, live: bool = True, seconds: float = 30, pair: Pair = (ZH, EN)) -> Job:
    return Job(text, *pair, live, time.monotonic() + seconds)


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


async def test_a_text_comes_back_translated_with_the_weakest_score(
    make: Callable[..., Batch],
) -> None:
    assert await make().translate(job("你好。再见了。")) == Output(
        "<你好。> <再见了。>", "gated", -4
    )


async def test_line_breaks_and_what_has_no_words_stay(make: Callable[..., Batch]) -> None:
    output = await make().translate(job("666\n\n你好"))
    assert output.text == "666\n\n<你好>"


async def test_a_text_without_words_never_reaches_the_engine(
    make: Callable[..., Batch], engine: Gated
) -> None:
    assert await make().translate(job("666 😀 ?!")) == Output("666 😀 ?!", "")
    assert engine.batches == []


async def test_requests_of_one_moment_go_together(
    make: Callable[..., Batch], engine: Gated
) -> None:
    texts = ["a", "b", "c", "d"]
    await asyncio.gather(*await start(make(), *map(job, texts)))
    assert engine.batches == [texts]


async def test_free_workers_share_what_waits(make: Callable[..., Batch], engine: Gated) -> None:
    await asyncio.gather(*await start(make(workers=2), *map(job, "abcd")))
    assert sorted(engine.batches) == [["a", "b"], ["c", "d"]]


async def test_a_batch_has_one_pair_only(make: Callable[..., Batch], engine: Gated) -> None:
    jobs = [job("a"), job("b", pair=(EN, ZH)), job("c")]
    await asyncio.gather(*await start(make(), *jobs))
    assert engine.batches == [["a", "c"], ["b"]]


async def test_the_same_text_in_flight_is_translated_once(
    make: Callable[..., Batch], engine: Gated
) -> None:
    outputs = await asyncio.gather(*await start(make(), *[job("a")] * 5))
    assert [output.text for output in outputs] == ["<a>"] * 5
    assert engine.batches == [["a"]]


async def test_live_messages_go_before_history(make: Callable[..., Batch], engine: Gated) -> None:
    batch = make()
    tasks = [await occupy(batch, engine)]
    tasks += await start(batch, job("old", live=False), job("new"))
    engine.release()
    await asyncio.gather(*tasks)
    assert engine.batches == [["busy"], ["new"], ["old"]]


async def test_history_that_becomes_live_moves_up(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make()
    tasks = [await occupy(batch, engine)]
    tasks += await start(batch, job("old", live=False), job("wanted", live=False), job("wanted"))
    engine.release()
    await asyncio.gather(*tasks)
    assert engine.batches == [["busy"], ["wanted"], ["old"]]


async def test_a_full_queue_gives_up_its_oldest_history_for_a_live_message(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make(room=2)
    busy = await occupy(batch, engine)
    oldest, younger = await start(batch, job("oldest", live=False), job("younger", live=False))
    [live] = await start(batch, job("live"))
    with pytest.raises(Overloaded, match="gave way"):
        await oldest
    engine.release()
    assert [(await each).text for each in (busy, live, younger)] == [
        "<busy>",
        "<live>",
        "<younger>",
    ]


async def test_a_full_queue_refuses_history_at_once(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make(room=1)
    await occupy(batch, engine)
    await start(batch, job("a", live=False))
    with pytest.raises(Overloaded, match="1 sentences wait for translation; the limit is 1"):
        await batch.translate(job("b", live=False))


async def test_live_messages_do_not_displace_live_messages(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make(room=1)
    await occupy(batch, engine)
    [first] = await start(batch, job("first"))
    with pytest.raises(Overloaded):
        await batch.translate(job("second"))
    engine.release()
    assert (await first).text == "<first>"


async def test_history_is_not_sacrificed_for_a_message_that_would_not_fit_anyway(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make(room=2)
    await occupy(batch, engine)
    [old] = await start(batch, job("old", live=False))
    with pytest.raises(Overloaded):
        await batch.translate(job("a\nb\nc"))
    engine.release()
    assert (await old).text == "<old>"


async def test_a_job_past_its_deadline_is_refused(
    make: Callable[..., Batch], engine: Gated
) -> None:
    with pytest.raises(DeadlineMissed):
        await make().translate(job("a", seconds=-1))
    assert engine.batches == []


async def test_a_job_that_waits_past_its_deadline_is_told_so_and_never_computed(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    with pytest.raises(DeadlineMissed):
        await batch.translate(job("late", seconds=0.02))
    engine.release()
    await busy
    assert (await batch.translate(job("next"))).text == "<next>"
    assert engine.batches == [["busy"], ["next"]]


async def test_each_caller_has_its_own_deadline(make: Callable[..., Batch], engine: Gated) -> None:
    batch = make()
    await occupy(batch, engine)
    [patient] = await start(batch, job("a"))
    with pytest.raises(DeadlineMissed):
        await batch.translate(job("a", seconds=0.02))
    engine.release()
    assert (await patient).text == "<a>"


async def test_one_caller_who_leaves_does_not_take_the_others_along(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make()
    await occupy(batch, engine)
    leaving, staying = await start(batch, job("a"), job("a"))
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    engine.release()
    assert (await staying).text == "<a>"


async def test_what_nobody_waits_for_any_more_is_not_computed(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    [leaving] = await start(batch, job("a"))
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    engine.release()
    await busy
    await batch.translate(job("b"))
    assert engine.batches == [["busy"], ["b"]]


async def test_somebody_who_asks_right_after_the_last_one_left_gets_an_answer(
    make: Callable[..., Batch], engine: Gated
) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    busy.cancel()
    with pytest.raises(asyncio.CancelledError):
        await busy
    [again] = await start(batch, job("busy"))
    engine.release()
    assert (await again).text == "<busy>"


async def test_a_text_that_breaks_the_engine_fails_alone(
    make: Callable[..., Batch], engine: Gated
) -> None:
    good, bad, other = await start(make(), job("good"), job("break"), job("other"))
    with pytest.raises(EngineFailed, match="it broke"):
        await bad
    assert [(await good).text, (await other).text] == ["<good>", "<other>"]


async def test_a_pair_without_package_has_no_route(make: Callable[..., Batch]) -> None:
    with pytest.raises(NoRoute, match="from zh to fr"):
        await make().translate(job("a", pair=(ZH, FR)))


async def test_a_text_longer_than_a_batch_is_done_in_several(
    make: Callable[..., Batch], engine: Gated
) -> None:
    lines = [f"x{'y' * number}" for number in range(70)]
    output = await make().translate(job("\n".join(lines)))
    assert output.text == "\n".join(f"<{line}>" for line in lines)
    assert [len(batch) for batch in engine.batches] == [32, 32, 6]


async def test_closing_answers_everybody(make: Callable[..., Batch], engine: Gated) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    [waiting] = await start(batch, job("a"))
    closing = asyncio.create_task(batch.close())
    with pytest.raises(Overloaded, match="closed"):
        await waiting
    engine.release()
    await closing
    assert (await busy).text == "<busy>"
    with pytest.raises(Overloaded, match="closed"):
        await batch.translate(job("b"))


class Broken:
    """An engine that does not keep its promises."""

    def __init__(self, answer: Callable[[], Sequence[Output]]) -> None:
        self._answer = answer

    def pairs(self) -> frozenset[Pair]:
        return frozenset({(ZH, EN)})

    def translate(self, pair: Pair, sentences: Sequence[str]) -> Sequence[Output]:
        return self._answer()


async def test_an_engine_that_returns_too_little_has_failed() -> None:
    batch = Batch(Broken(lambda: []))
    with pytest.raises(EngineFailed, match="0 outputs for 1 sentences"):
        await batch.translate(job("a"))
    await batch.close()


async def test_an_engine_that_raises_what_it_may_not_has_failed() -> None:
    batch = Batch(Broken(lambda: [][1]))
    with pytest.raises(EngineFailed, match="IndexError"):
        await batch.translate(job("a"))
    await batch.close()
