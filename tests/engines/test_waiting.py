"""Who goes first, who gives way, and who has left in the meantime."""

import asyncio

import pytest

from bridge.errors import DeadlineMissed, Overloaded
from tests.engines.gated import Gated, Make, job, occupy, start


async def test_live_messages_go_before_history(make: Make, engine: Gated) -> None:
    batch = make()
    tasks = [await occupy(batch, engine)]
    tasks += await start(batch, job("old", live=False), job("new"))
    engine.release()
    await asyncio.gather(*tasks)
    assert engine.batches == [["busy"], ["new"], ["old"]]


async def test_history_that_becomes_live_moves_up(make: Make, engine: Gated) -> None:
    batch = make()
    tasks = [await occupy(batch, engine)]
    tasks += await start(batch, job("old", live=False), job("wanted", live=False), job("wanted"))
    engine.release()
    await asyncio.gather(*tasks)
    assert engine.batches == [["busy"], ["wanted"], ["old"]]


async def test_a_full_queue_gives_up_its_oldest_history_for_a_live_message(
    make: Make, engine: Gated
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


async def test_a_full_queue_refuses_history_at_once(make: Make, engine: Gated) -> None:
    batch = make(room=1)
    await occupy(batch, engine)
    await start(batch, job("a", live=False))
    with pytest.raises(Overloaded, match="1 sentences wait for translation; the limit is 1"):
        await batch.translate(job("b", live=False))


async def test_live_messages_do_not_displace_live_messages(make: Make, engine: Gated) -> None:
    batch = make(room=1)
    await occupy(batch, engine)
    [first] = await start(batch, job("first"))
    with pytest.raises(Overloaded):
        await batch.translate(job("second"))
    engine.release()
    assert (await first).text == "<first>"


async def test_a_live_message_breaks_into_a_round_of_history(make: Make, engine: Gated) -> None:
    batch = make()
    engine.hold()
    old = await start(batch, *(job("x" * length, live=False) for length in range(1, 21)))
    assert await asyncio.to_thread(engine.entered.acquire, timeout=10)
    live = await start(batch, job("new"))
    engine.release()
    await asyncio.gather(*old, *live)
    assert [len(each) for each in engine.batches] == [16, 1, 4]
    assert engine.batches[1] == ["new"]


async def test_a_long_line_cannot_keep_an_old_short_sentence_waiting_for_ever(
    make: Make, engine: Gated
) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    tasks = await start(batch, job("a"), *(job("x" * length) for length in range(2, 101)))
    engine.release()
    await asyncio.gather(busy, *tasks)
    assert "a" in engine.batches[4]


async def test_a_job_past_its_deadline_is_refused(make: Make, engine: Gated) -> None:
    with pytest.raises(DeadlineMissed):
        await make().translate(job("a", seconds=-1))
    assert engine.batches == []


async def test_a_job_that_waits_past_its_deadline_is_told_so_and_never_computed(
    make: Make, engine: Gated
) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    with pytest.raises(DeadlineMissed):
        await batch.translate(job("late", seconds=0.02))
    engine.release()
    await busy
    assert (await batch.translate(job("next"))).text == "<next>"
    assert engine.batches == [["busy"], ["next"]]


async def test_each_caller_has_its_own_deadline(make: Make, engine: Gated) -> None:
    batch = make()
    await occupy(batch, engine)
    [patient] = await start(batch, job("a"))
    with pytest.raises(DeadlineMissed):
        await batch.translate(job("a", seconds=0.02))
    engine.release()
    assert (await patient).text == "<a>"


async def test_one_caller_who_leaves_does_not_take_the_others_along(
    make: Make, engine: Gated
) -> None:
    batch = make()
    await occupy(batch, engine)
    leaving, staying = await start(batch, job("a"), job("a"))
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    engine.release()
    assert (await staying).text == "<a>"


async def test_what_nobody_waits_for_any_more_is_not_computed(make: Make, engine: Gated) -> None:
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
    make: Make, engine: Gated
) -> None:
    batch = make()
    busy = await occupy(batch, engine)
    busy.cancel()
    with pytest.raises(asyncio.CancelledError):
        await busy
    [again] = await start(batch, job("busy"))
    engine.release()
    assert (await again).text == "<busy>"
