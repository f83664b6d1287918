"""What a client says, and what it is answered."""

import asyncio
import logging

import pytest

from bridge.client import Closed, Receipt
from tests.client.scripted import SENT, Frame, Visit, client, message, scripted, translation

SNAKE = "别画蛇添足了 🙂 e\u0301"


def without_id(frame: Frame) -> Frame:
    return {name: value for name, value in frame.items() if name != "id"}


async def test_hello_says_who_we_are_and_what_we_read() -> None:
    async def server(visit: Visit) -> None:
        hello = await visit.welcome()
        assert hello == {"type": "hello", "v": 1, "lang": "zh-Hant", "name": "小明", "token": "old"}
        await visit.until_closed()

    async with scripted(server) as url, client(url, name="小明", lang="zh-TW", token="old") as me:
        assert (me.user.name, me.token, me.lang) == ("小明", "old", "zh-Hant")
        assert me.limits.chars == 2000
        assert me.languages[0].sources == ("zh",)


async def test_leaving_the_block_says_goodbye() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        assert await visit.until_closed() == 1000

    async with scripted(server) as url, client(url):
        pass


async def test_a_message_is_sent_as_it_is_and_its_receipt_comes_back() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        send = await visit.hear("send")
        assert (send["room"], send["text"], send["reply_to"]) == ("lobby", SNAKE, 3)
        assert "lang" not in send
        await visit.ack(send, seq=7, at=21)
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        receipt = await room.send(SNAKE, reply_to=3)
        assert isinstance(receipt, Receipt)
        assert (receipt.seq, receipt.at, receipt.sent.isoformat()) == (
            7,
            21,
            "2026-11-23T20:15:00.123000+00:00",
        )


async def test_every_change_has_its_frame_and_its_receipt() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        for kind in ("edit", "delete", "react"):
            await visit.ack(await visit.hear(kind))
        assert [without_id(frame) for frame in visit.heard[2:]] == [
            {"type": "edit", "room": "lobby", "seq": 3, "text": "better"},
            {"type": "delete", "room": "lobby", "seq": 3},
            {"type": "react", "room": "lobby", "seq": 3, "emoji": "👍", "on": False},
        ]
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        await room.edit(3, "better")
        await room.delete(3)
        assert (await room.react(3, "👍", on=False)).seq == 4


async def test_every_question_has_its_frame_and_its_answer() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        history = await visit.hear("history")
        page = {
            "messages": [message(1, 3) | {"type": "message"}],
            "translations": [translation(1, 4, "hello") | {"type": "translation"}],
        }
        await visit.say("history", id=history["id"], room="lobby", more=True, **page)
        translate = await visit.hear("translate")
        await visit.say(**translation(3, 8, "bonjour", lang="fr"), id=translate["id"])
        assert [without_id(frame) for frame in visit.heard[2:]] == [
            {"type": "history", "room": "lobby", "before": 3, "limit": 20},
            {"type": "translate", "room": "lobby", "seq": 3, "lang": "fr"},
        ]
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        page = await room.history(before=3, limit=20)
        assert (page.messages[0].text, page.translations[0].text, page.more) == (
            "hi",
            "hello",
            True,
        )
        assert (await room.translate(3, "fr")).text == "bonjour"


async def test_what_needs_no_answer_is_just_said() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        for kind in ("typing", "read", "lang", "leave"):
            await visit.hear(kind)
        assert visit.heard[2:] == [
            {"type": "typing", "room": "lobby"},
            {"type": "read", "room": "lobby", "seq": 3},
            {"type": "lang", "lang": "zh"},
            {"type": "leave", "room": "lobby"},
        ]
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        await room.typing()
        await room.read(3)
        await me.set_lang("zh-CN")
        await room.leave()
        with pytest.raises(Closed, match="join it again"):
            await room.send("too late")


async def test_a_paced_client_waits_for_its_turn_instead_of_being_refused() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome(limits={"chars": 2000, "per_5s": 20, "frame": 65536})
        await visit.let_in()
        for number in range(21):
            send = await visit.hear("send")
            assert send["text"] == str(number)
            await visit.ack(send)
        await visit.until_closed()

    async with scripted(server) as url, client(url, paced=True) as me:
        room = await me.join("lobby")
        clock = asyncio.get_running_loop()
        began = clock.time()
        await asyncio.gather(*(room.send(str(number)) for number in range(21)))
        assert clock.time() - began > 0.2


async def test_closing_the_client_ends_what_waits() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.hear("send")
        await visit.until_closed()

    async with scripted(server) as url:
        async with client(url) as me:
            room = await me.join("lobby")
            sending = asyncio.create_task(room.send("hello"))
            await asyncio.sleep(0)
        with pytest.raises(Closed):
            await sending
        assert [type(event).__name__ async for event in room] == ["Joined", "CaughtUp"]
        with pytest.raises(Closed):
            await me.join("other")


async def test_what_people_write_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    async def server(visit: Visit) -> None:
        logging.getLogger("websockets.server").setLevel(logging.INFO)
        await visit.welcome()
        await visit.let_in(3, False, message(1, 3, "c4nary"))
        await visit.ack(await visit.hear("send"))
        await visit.until_closed()

    with caplog.at_level(logging.DEBUG):
        async with scripted(server) as url, client(url, token="c4nary") as me:
            room = await me.join("lobby")
            await room.send("c4nary")
    assert "c4nary" not in caplog.text
    assert SENT not in caplog.text
