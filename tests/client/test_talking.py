"""What a client says, and what it is answered."""

import asyncio
import logging

import pytest

from bridge.client import Closed, NoAnswer, NotOurProtocol, Receipt, Refused, Unreachable
from tests.client.scripted import SENT, Visit, client, message, scripted, translation

SNAKE = "别画蛇添足了 🙂 e\u0301"


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


async def test_a_refusal_is_raised_with_code_and_time_to_wait() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        send = await visit.hear("send")
        await visit.say(
            "error", id=send["id"], code="too-fast", message="try in 1.2 s", retry_after=1.2
        )
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        with pytest.raises(Refused, match=r"try in 1\.2 s") as refused:
            await room.send("hello")
        assert (refused.value.code, refused.value.retry_after) == ("too-fast", 1.2)


async def test_every_request_has_its_frame_and_its_answer() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        for kind in ("edit", "delete", "react"):
            await visit.ack(await visit.hear(kind))
        history = await visit.hear("history")
        old = message(1, 3) | {"type": "message"}
        told = translation(1, 4, "hello") | {"type": "translation"}
        await visit.say(
            "history",
            id=history["id"],
            room="lobby",
            messages=[old],
            translations=[told],
            more=True,
        )
        translate = await visit.hear("translate")
        await visit.say(**translation(3, 8, "bonjour", lang="fr"), id=translate["id"])
        await visit.hear("typing")
        await visit.hear("read")
        await visit.hear("lang")
        await visit.hear("leave")
        plain = [{k: v for k, v in f.items() if k != "id"} for f in visit.heard[2:]]
        assert plain == [
            {"type": "edit", "room": "lobby", "seq": 3, "text": "better"},
            {"type": "delete", "room": "lobby", "seq": 3},
            {"type": "react", "room": "lobby", "seq": 3, "emoji": "👍", "on": False},
            {"type": "history", "room": "lobby", "before": 3, "limit": 20},
            {"type": "translate", "room": "lobby", "seq": 3, "lang": "fr"},
            {"type": "typing", "room": "lobby"},
            {"type": "read", "room": "lobby", "seq": 3},
            {"type": "lang", "lang": "zh"},
            {"type": "leave", "room": "lobby"},
        ]
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        await room.edit(3, "better")
        await room.delete(3)
        await room.react(3, "👍", on=False)
        page = await room.history(before=3, limit=20)
        assert (page.messages[0].text, page.translations[0].text, page.more) == (
            "hi",
            "hello",
            True,
        )
        assert (await room.translate(3, "fr")).text == "bonjour"
        await room.typing()
        await room.read(3)
        await me.set_lang("zh-CN")
        await room.leave()
        with pytest.raises(Closed, match="join it again"):
            await room.send("too late")


async def test_a_room_that_refuses_is_not_joined() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        for _ in range(2):
            join = await visit.hear("join")
            await visit.say("error", id=join["id"], code="no-such-room", message="no room there")
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        for _ in range(2):
            with pytest.raises(Refused, match="no room there"):
                await me.join("nowhere")


async def test_a_request_without_answer_ends_and_tells_how_to_repeat_it() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        first = await visit.hear("send")
        again = await visit.hear("send")
        assert first["id"] == again["id"]
        await visit.ack(again)
        await visit.until_closed()

    async with scripted(server) as url, client(url, answer_s=0.05) as me:
        room = await me.join("lobby")
        with pytest.raises(NoAnswer, match="request_id") as nothing:
            await room.send("hello")
        await room.send("hello", request_id=nothing.value.request_id)


async def test_what_no_frame_can_hold_is_refused_before_it_is_sent() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome(limits={"chars": 2000, "per_5s": 5, "frame": 200})
        await visit.let_in()
        await visit.ack(await visit.hear("send"))
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        with pytest.raises(Refused, match="the limit is 200") as long:
            await room.send("蛇" * 100)
        assert long.value.code == "too-long"
        with pytest.raises(Refused, match="lone surrogate"):
            await room.send("\ud800")
        await room.send("蛇")


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


async def test_nobody_there_is_told_with_the_cure() -> None:
    async with scripted() as url:
        pass
    with pytest.raises(Unreachable, match="bridge serve"):
        async with client(url):
            pass


async def test_a_frame_that_breaks_the_protocol_ends_the_client() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.hear("send")
        await visit.say("message", room="lobby", text="secret")
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        with pytest.raises(NotOurProtocol, match="message") as broken:
            await room.send("hello")
        assert "secret" not in str(broken.value)


async def test_another_version_of_the_protocol_is_told_before_anything_is_said() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome(v=2)
        await visit.until_closed()

    async with scripted(server) as url:
        with pytest.raises(NotOurProtocol, match="version 2"):
            async with client(url):
                pass


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
