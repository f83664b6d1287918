"""What a client is told."""

import pytest

from bridge.client import (
    CaughtUp,
    Disconnected,
    Joined,
    Message,
    Presence,
    Refused,
    RoomChanged,
    Translation,
    Typing,
)
from tests.client.scripted import Visit, client, message, scripted, translation, until

IDIOM = [{"text": "别"}, {"text": "画蛇添足", "entry": "zh/idiom/hua-she-tian-zu"}]


async def test_the_state_of_the_room_comes_first_and_then_what_happens() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        state = (message(1, 3, runs=IDIOM), translation(1, 4, "Don't gild the lily"))
        await visit.let_in(4, False, *state)
        await visit.say(**message(2, 5))
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        joined, old, told, caught_up = await until(room, CaughtUp)
        assert isinstance(joined, Joined)
        assert (joined.title, joined.newest, joined.recovered) == ("The lobby", 3, False)
        assert isinstance(old, Message)
        assert (old.sender.name, old.text) == ("小明", "别画蛇添足")
        assert old.runs[1].entry == "zh/idiom/hua-she-tian-zu"
        assert isinstance(told, Translation)
        assert told.text == "Don't gild the lily"
        assert isinstance(caught_up, CaughtUp)
        assert [type(each) for each in await until(room, Message)] == [Message]


async def test_the_room_knows_who_is_here_and_what_it_is_called() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.hear("typing")
        come = [{"id": "u2", "name": "小明", "lang": "zh"}]
        await visit.say("presence", room="lobby", joined=come, left=["u1"])
        await visit.say("room", room={"name": "lobby", "title": "Tea"}, at=3)
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        assert (room.title, list(room.members), room.read_up_to) == ("The lobby", ["u1"], 2)
        await room.typing()
        await until(room, RoomChanged)
        assert room.title == "Tea"
        assert [(each.name, each.lang) for each in room.members.values()] == [("小明", "zh")]


async def test_what_a_later_version_adds_is_ignored() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome(colour="red")
        await visit.let_in()
        await visit.say("fireworks", room="lobby")
        await visit.say(**message(1, 3, runs=[{"text": "hi", "kind": "sparkle"}], mood="good"))
        await visit.say(**translation(1, 4, "hi", status="so-so", by="ghost"))
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        *_, found, told = await until(room, Translation)
        assert isinstance(found, Message)
        assert found.runs[0].kind is None
        assert isinstance(told, Translation)
        assert (told.status, told.by) == ("shaky", "ghost")


async def test_a_room_that_was_not_joined_is_not_heard() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.say(**message(1, 3, room="elsewhere"))
        await visit.say(**message(1, 3, "here"))
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        *_, found = await until(room, Message)
        assert isinstance(found, Message)
        assert found.text == "here"


async def test_two_rooms_are_heard_apart() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.let_in()
        await visit.say(**message(1, 3, "tea", room="tea"))
        await visit.say(**message(1, 3, "lobby"))
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        lobby, tea = await me.join("lobby"), await me.join("tea")
        for room, text in ((lobby, "lobby"), (tea, "tea")):
            found = (await until(room, Message))[-1]
            assert isinstance(found, Message)
            assert found.text == text


async def test_joining_twice_is_the_same_room() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        first, second = await me.join("lobby"), await me.join("lobby")
        await until(first, CaughtUp)
        assert second.members == first.members


async def test_a_slow_reader_loses_typing_before_messages() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        for seq in range(1, 4):
            await visit.say("typing", room="lobby", user={"id": "u2", "name": "小明"})
            await visit.say(**message(seq, 10 + seq))
        await visit.ack(await visit.hear("send"))
        await visit.until_closed()

    async with scripted(server) as url, client(url, queue=5) as me:
        room = await me.join("lobby")
        await room.send("all of it has come when this is answered")
        kinds = [type(await anext(room)) for _ in range(5)]
        assert kinds == [Joined, CaughtUp, Message, Message, Message]


async def test_a_reader_who_is_too_slow_starts_afresh() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        for seq in range(1, 5):
            await visit.say(**message(seq, 10 + seq))
        again = await visit.let_in(14, False, message(4, 14))
        assert "after" not in again
        await visit.ack(await visit.hear("send"))
        await visit.until_closed()

    async with scripted(server) as url, client(url, queue=5) as me:
        room = await me.join("lobby")
        await room.send("answered when we are in again")
        joined, found, _ = await until(room, CaughtUp)
        assert isinstance(joined, Joined)
        assert not joined.recovered
        assert isinstance(found, Message)
        assert found.seq == 4


async def test_a_room_that_bans_us_later_ends_with_the_reason() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        join = await visit.hear("join")
        await visit.say("error", id=join["id"], code="banned", message="you were shown the door")
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        with pytest.raises(Refused, match="shown the door"):
            await until(room, Presence)


async def test_a_room_that_cannot_take_us_just_now_is_tried_again() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.close(1012)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        join = await visit.hear("join")
        await visit.say(
            "error", id=join["id"], code="unavailable", message="wait", retry_after=0.01
        )
        await visit.let_in()
        await visit.say("typing", room="lobby", user={"id": "u2", "name": "小明"})
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        await until(room, Disconnected)
        assert [type(each) for each in await until(room, Typing)] == [Joined, CaughtUp, Typing]
