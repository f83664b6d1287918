"""What is refused, left without an answer, or no protocol of ours."""

import pytest

from bridge.client import NoAnswer, NotOurProtocol, Refused, Unreachable
from tests.client.scripted import Visit, client, scripted


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
