"""Requests become batches, and batches become answers."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from bridge.core.jobs import Output, Pair
from bridge.engines.batch import Batch
from bridge.errors import EngineFailed, NoRoute, Overloaded
from tests.engines.gated import EN, FR, ZH, Gated, Make, job, occupy, start


async def test_a_sentence_comes_back_translated(make: Make) -> None:
    assert await make().translate(job("你好。")) == Output("<你好。>", "gated", -3)


async def test_what_has_no_letters_comes_back_as_it_is(make: Make, engine: Gated) -> None:
    assert await make().translate(job("666 😀 ?!")) == Output("666 😀 ?!", "")
    assert engine.batches == []


async def test_the_version_is_the_engines(make: Make) -> None:
    assert make().version((ZH, EN)) == "gated 1"


async def test_requests_of_one_moment_go_together(make: Make, engine: Gated) -> None:
    texts = ["a", "b", "c", "d"]
    await asyncio.gather(*await start(make(), *map(job, texts)))
    assert engine.batches == [texts]


async def test_free_workers_share_what_waits(make: Make, engine: Gated) -> None:
    await asyncio.gather(*await start(make(workers=2), *map(job, "abcdef")))
    assert sorted("".join(batch) for batch in engine.batches) == ["abc", "def"]


async def test_a_batch_has_one_pair_only(make: Make, engine: Gated) -> None:
    jobs = [job("a"), job("b", pair=(EN, ZH)), job("c")]
    await asyncio.gather(*await start(make(), *jobs))
    assert engine.batches == [["a", "c"], ["b"]]


async def test_careful_jobs_go_apart(make: Make, engine: Gated) -> None:
    jobs = [job("a"), job("b", careful=True), job("c")]
    await asyncio.gather(*await start(make(), *jobs))
    assert (engine.batches, engine.careful) == ([["a", "c"]], [["b"]])


async def test_the_careful_translation_of_a_text_in_flight_is_another_one(
    make: Make, engine: Gated
) -> None:
    await asyncio.gather(*await start(make(), job("a"), job("a", careful=True)))
    assert (engine.batches, engine.careful) == ([["a"]], [["a"]])


async def test_a_worker_does_sixteen_at_once_and_the_longest_first(
    make: Make, engine: Gated
) -> None:
    await asyncio.gather(*await start(make(), *(job("x" * length) for length in range(1, 41))))
    assert [len(batch) for batch in engine.batches] == [16, 16, 8]
    assert engine.batches[0][-1] == "x" * 40
    assert engine.batches[2][0] == "x"


async def test_whoever_comes_while_all_workers_are_busy_is_next(make: Make, engine: Gated) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    waiting = await start(batch, job("a"), job("b"))
    engine.release()
    await asyncio.gather(busy, *waiting)
    assert engine.batches == [["busy"], ["a", "b"]]


async def test_the_same_text_in_flight_is_translated_once(make: Make, engine: Gated) -> None:
    outputs = await asyncio.gather(*await start(make(), *[job("a")] * 5))
    assert [output.text for output in outputs] == ["<a>"] * 5
    assert engine.batches == [["a"]]


async def test_a_text_that_breaks_the_engine_fails_alone(make: Make, engine: Gated) -> None:
    good, bad, other = await start(make(), job("good"), job("break"), job("other"))
    with pytest.raises(EngineFailed, match="it broke"):
        await bad
    assert [(await good).text, (await other).text] == ["<good>", "<other>"]


async def test_a_pair_without_package_has_no_route(make: Make) -> None:
    with pytest.raises(NoRoute, match="from zh to fr"):
        await make().translate(job("a", pair=(ZH, FR)))


async def test_closing_answers_everybody(make: Make, engine: Gated) -> None:
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

    def version(self, pair: Pair) -> str:
        return "broken"

    def translate(self, pair: Pair, sentences: Sequence[str], careful: bool) -> Sequence[Output]:
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
