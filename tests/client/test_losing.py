"""A connection that ends: for good, for a while, or without a word."""

import asyncio

import pytest

from bridge.client import (
    Backoff,
    Banned,
    CaughtUp,
    Disconnected,
    Ended,
    Message,
    NoIdentity,
    NotOurProtocol,
    Replaced,
)
from tests.client.scripted import Visit, client, message, scripted, until


@pytest.mark.parametrize(
    ("code", "error", "cure"),
    [
        (4400, NotOurProtocol, "same version"),
        (4401, NoIdentity, "without the token"),
        (4403, Banned, "moderator"),
        (4409, Replaced, "close the others"),
    ],
)
async def test_a_final_code_ends_everything_with_its_cure(
    code: int, error: type[Ended], cure: str
) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.hear("send")
        await visit.close(code, "because")

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        with pytest.raises(error, match=cure):
            await room.send("hello")
        with pytest.raises(error, match="because"):
            await until(room, Disconnected)
        with pytest.raises(error):
            await me.join("other")


async def test_an_unknown_token_is_told_at_the_door() -> None:
    async def server(visit: Visit) -> None:
        await visit.hear("hello")
        await visit.close(4401, "not known here")

    async with scripted(server) as url:
        with pytest.raises(NoIdentity, match="not known here"):
            async with client(url, token="stale"):
                pass


@pytest.mark.parametrize("code", [1000, 1001, 1011, 1012, 1013, 4408, 4429])
async def test_after_any_other_code_it_comes_back(code: int) -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8)
        await visit.close(code)

    async def second(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8, True)
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        *_, lost = await until(room, Disconnected)
        assert str(code) in lost.why  # type: ignore[union-attr]
        await until(room, CaughtUp)


async def test_a_server_that_falls_silent_is_left_for_another_connection() -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome(beat=0.02)
        await visit.let_in(8)
        await visit.until_closed()

    async def second(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(8, True)
        await visit.until_closed()

    async with scripted(first, second) as url, client(url) as me:
        room = await me.join("lobby")
        *_, lost = await until(room, Disconnected)
        assert "nothing was heard for 0.05 s" in lost.why  # type: ignore[union-attr]
        await until(room, CaughtUp)


async def test_a_beat_is_enough_to_stay() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome(beat=0.2)
        await visit.let_in(8)
        for _ in range(3):
            await asyncio.sleep(0.2)
            await visit.say("beat")
        await visit.say(**message(4, 9))
        await visit.until_closed()

    async with scripted(server) as url, client(url) as me:
        room = await me.join("lobby")
        await until(room, Message)


async def test_closing_without_a_connection_does_not_wait_for_one() -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.close(1013)

    patient = Backoff(later=3600)
    async with asyncio.timeout(5), scripted(server) as url, client(url, backoff=patient) as me:
        room = await me.join("lobby")
        await until(room, Disconnected)
