"""Requests become batches, and batches become answers."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from bridge.core.jobs import Output, Pair
from bridge.engines.batch import Batch
from bridge.errors import EngineFailed, NoRoute, Overloaded
from tests.engines.gated import EN, FR, ZH, Gated, Make, job, occupy, start


async def test_a_text_comes_back_translated_with_the_weakest_score(
    make: Make,
) -> None:
    assert await make().translate(job("你好。再见了。")) == Output(
        "<你好。> <再见了。>", "gated", -4
    )


async def test_line_breaks_and_what_has_no_words_stay(make: Make) -> None:
    output = await make().translate(job("666\n\n你好"))
    assert output.text == "666\n\n<你好>"


async def test_a_text_without_words_never_reaches_the_engine(make: Make, engine: Gated) -> None:
    assert await make().translate(job("666 😀 ?!")) == Output("666 😀 ?!", "")
    assert engine.batches == []


async def test_requests_of_one_moment_go_together(make: Make, engine: Gated) -> None:
    texts = ["a", "b", "c", "d"]
    await asyncio.gather(*await start(make(), *map(job, texts)))
    assert engine.batches == [texts]


async def test_free_workers_share_what_waits(make: Make, engine: Gated) -> None:
    await asyncio.gather(*await start(make(workers=2), *map(job, "abcd")))
    assert sorted(engine.batches) == [["a", "b"], ["c", "d"]]


async def test_a_batch_has_one_pair_only(make: Make, engine: Gated) -> None:
    jobs = [job("a"), job("b", pair=(EN, ZH)), job("c")]
    await asyncio.gather(*await start(make(), *jobs))
    assert engine.batches == [["a", "c"], ["b"]]


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


async def test_a_text_longer_than_a_batch_is_done_in_several(make: Make, engine: Gated) -> None:
    lines = [f"x{'y' * number}" for number in range(70)]
    output = await make().translate(job("\n".join(lines)))
    assert output.text == "\n".join(f"<{line}>" for line in lines)
    assert [len(batch) for batch in engine.batches] == [32, 32, 6]


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
