"""A lost connection: what is asked for, sent again, and shown once."""

import asyncio

from bridge.client import CaughtUp, Disconnected, Message, Translation
from tests.client.scripted import Visit, client, message, scripted, translation, until


async def test_it_comes_back_as_the_same_person_and_asks_for_what_it_missed() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        await visit.say(**message(4, 11))
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        hello = await visit.welcome()
        assert hello["token"] == "t0k3n"
        join = await visit.let_in(12, True, message(5, 12))
        assert (join["after"], join["epoch"]) == (11, "e1")
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        await until(room, Disconnected)
        joined, missed, _ = await until(room, CaughtUp)
        assert joined.recovered  # type: ignore[union-attr]
        assert missed.seq == 5  # type: ignore[union-attr]


async def test_what_is_on_the_way_is_no_ground_to_stand_on() -> None:
    """State frames come in `seq` order: `after` may not move before all of them are here."""

    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        await visit.joined(await visit.hear("join"), 20, recovered=True)
        await visit.say(**message(2, 19))
        await visit.close(1012)

    async def third(visit: Visit) -> None:
        await visit.welcome()
        state = (message(2, 19), translation(2, 21, "hi"), message(3, 15))
        join = await visit.let_in(21, True, *state)
        assert (join["after"], join["epoch"]) == (8, "e1")
        await visit.until_closed()

    async with scripted(first, second, third) as url, client(url) as me:
        room = await me.join("lobby")
        await until(room, Disconnected)
        one = await until(room, Disconnected)
        two = await until(room, CaughtUp)
        shown = [each.at for each in one + two if isinstance(each, Message | Translation)]
        assert shown == [19, 21, 15]


async def test_before_the_first_room_is_complete_there_is_nothing_to_resume() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.joined(await visit.hear("join"), 20)
        await visit.say(**message(2, 19))
        await visit.close(1001)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        join = await visit.let_in(20, False, message(2, 19))
        assert "after" not in join
        assert "epoch" not in join
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        await until(room, Disconnected)
        seen = await until(room, CaughtUp)
        assert [each.seq for each in seen if isinstance(each, Message)] == [2]


async def test_an_unanswered_message_is_sent_again_with_its_id_and_once() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        await visit.ack(await visit.hear("send"))
        for _ in range(2):
            await visit.hear("send")
        ids.extend(each["id"] for each in visit.heard[2:])
        visit.socket.transport.abort()

    async def second(visit: Visit) -> None:
        await visit.welcome()
        join = await visit.hear("join")
        await visit.joined(join, 9, recovered=True)
        await visit.say("caught-up", room="lobby", at=9)
        for _ in range(2):
            await visit.ack(await visit.hear("send"))
        assert [each["id"] for each in visit.heard[2:]] == ids[1:]
        assert [each["text"] for each in visit.heard[2:]] == ["two", "three"]
        await visit.until_closed()
        assert len(visit.heard) == 4

    ids: list[str] = []
    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        await room.send("one")
        await asyncio.gather(room.send("two"), room.send("three"))


async def test_what_is_said_without_a_connection_is_sent_when_there_is_one() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8, True)
        assert (await visit.hear("read"))["seq"] == 5
        send = await visit.hear("send")
        assert send["text"] == "still here"
        await visit.ack(send)
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        await until(room, Disconnected)
        await room.typing()
        await room.read(4)
        await room.read(5)
        await room.send("still here")


async def test_a_message_that_nobody_waits_for_is_not_sent_again() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        await visit.hear("send")
        heard.set()
        await until_given_up.wait()
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8, True)
        assert await visit.until_closed() == 1000
        assert [each["type"] for each in visit.heard] == ["hello", "join"]

    heard, until_given_up = asyncio.Event(), asyncio.Event()
    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        sending = asyncio.create_task(room.send("never mind"))
        await heard.wait()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        until_given_up.set()
        await until(room, Disconnected)
        await until(room, CaughtUp)


async def test_after_a_change_of_language_only_its_translations_allow_to_resume() -> None:
    """Nothing says when what is in view has been brought over; a fresh start is sure to."""

    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        assert (await visit.hear("lang"))["lang"] == "zh"
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        hello = await visit.welcome()
        assert hello["lang"] == "zh"
        assert "after" not in await visit.let_in(8)
        await visit.hear("lang")
        await visit.say(**translation(3, 6, "hi", lang="en"))
        await visit.close(1012)

    async def third(visit: Visit) -> None:
        await visit.welcome()
        assert (await visit.let_in(8, True))["after"] == 8
        await visit.until_closed()

    async with scripted(first, second, third) as url, client(url) as me:
        room = await me.join("lobby")
        await me.set_lang("zh")
        await until(room, Disconnected)
        await until(room, CaughtUp)
        await me.set_lang("en")
        await until(room, Disconnected)
        await until(room, CaughtUp)
