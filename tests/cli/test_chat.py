"""`bridge chat` as its users run it: a process with pipes, or with a terminal."""

import asyncio
import stat
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.client.scripted import Visit, message, scripted, translation


@pytest.fixture
def bridge_chat(tmp_path: Path) -> Program:
    return Program(tmp_path)


async def test_in_a_pipe_every_line_is_sent_and_it_ends_when_all_are_stored(
    bridge_chat: Program,
) -> None:
    async def server(visit: Visit) -> None:
        hello = await visit.welcome()
        assert (hello["name"], hello["lang"]) == ("Ann", "en")
        state = (message(1, 1, "你好"), translation(1, 2, "hello"))
        assert (await visit.let_in(2, False, *state))["room"] == "lobby"
        for text in ("one", "/two 二"):
            send = await visit.hear("send")
            assert send["text"] == text
            await visit.ack(send)
        assert await visit.until_closed() == 1000

    async with scripted(server) as url:
        run = bridge_chat.piped(
            "lobby", "--url", url, "--name", "Ann", "--lang", "en", typed="one\n\n/two 二\r\n"
        )
        assert await run == (0, "小明: hello\n    你好\n", "")


async def test_a_line_that_is_refused_is_told_and_the_others_are_sent(
    bridge_chat: Program,
) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        send = await visit.hear("send")
        await visit.say("error", id=send["id"], code="too-long", message="the limit is 2,000")
        await visit.ack(await visit.hear("send"))
        await visit.until_closed()

    async with scripted(server) as url:
        code, output, errors = await bridge_chat.piped("lobby", "--url", url, typed="a\nb\n")
    assert (code, output, errors) == (1, "", "! the limit is 2,000\n")


async def test_the_guest_is_remembered_for_the_next_time_and_by_nobody_else(
    bridge_chat: Program,
) -> None:
    async def first(visit: Visit) -> None:
        assert "token" not in await visit.welcome(token="s3cret")
        await visit.let_in()
        await visit.until_closed()

    async def second(visit: Visit) -> None:
        assert (await visit.welcome())["token"] == "s3cret"
        await visit.let_in()
        await visit.until_closed()

    async def somebody_else(visit: Visit) -> None:
        assert "token" not in await visit.welcome()
        await visit.let_in()
        await visit.until_closed()

    async with scripted(first, second, somebody_else) as url:
        for name in ("Ann", "Ann", "Bob"):
            assert (await bridge_chat.piped("lobby", "--url", url, "--name", name))[0] == 0
    kept = [each for each in bridge_chat.folder.rglob("*") if each.is_file()]
    assert [stat.S_IMODE(each.stat().st_mode) for each in kept] == [0o600, 0o600]


async def test_who_is_not_known_any_more_comes_as_a_new_guest(bridge_chat: Program) -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.until_closed()

    async def refuse(visit: Visit) -> None:
        await visit.hear("hello")
        await visit.close(4401, "not known")

    async def new_guest(visit: Visit) -> None:
        assert "token" not in await visit.welcome()
        await visit.let_in()
        await visit.until_closed()

    async with scripted(first, refuse, new_guest) as url:
        await bridge_chat.piped("lobby", "--url", url)
        code, _, errors = await bridge_chat.piped("lobby", "--url", url)
    assert (code, errors) == (
        0,
        "* this server does not know you any more: you come as a new guest\n",
    )


async def test_a_banned_person_is_told_in_one_line(bridge_chat: Program) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.close(4403, "enough")

    async with scripted(server) as url:
        code, _, errors = await bridge_chat.piped("lobby", "--url", url, typed="x\n")
    assert (code, errors.count("\n")) == (1, 1)
    assert "ask a moderator" in errors


async def test_no_server_is_told_in_one_line_with_the_cure(bridge_chat: Program) -> None:
    code, output, errors = await bridge_chat.piped("lobby", "--url", "ws://127.0.0.1:1")
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert "bridge serve" in errors


@pytest.mark.parametrize(
    "arguments",
    [("Bad Room",), ("lobby", "--url", "nowhere"), ("lobby", "--lang", "###"), ()],
)
async def test_wrong_usage_is_exit_code_2(bridge_chat: Program, arguments: tuple[str, ...]) -> None:
    assert (await bridge_chat.piped(*arguments))[0] == 2


async def test_at_a_terminal_one_talks_reads_and_leaves(bridge_chat: Program) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        send = await visit.hear("send")
        assert send["text"] == "你好 there"
        await visit.ack(send)
        await visit.say(**message(4, 9, "别画蛇添足了"))
        await visit.say(**translation(4, 10, "Don't overdo it", status="shaky"))
        assert (await visit.hear("lang"))["lang"] == "zh"
        assert await visit.until_closed() == 1000

    async with (
        scripted(server) as url,
        bridge_chat.at_a_terminal("lobby", "--url", url, "--name", "Ann", "--lang", "en") as screen,
    ):
        await screen.see("you are Ann, you read English (en)")
        await screen.see("lobby>")
        screen.type("你好 there\r")
        await screen.see("Don't overdo it")
        await screen.see("(~)")
        await screen.see("别画蛇添足了")
        screen.type("/who\r")
        await screen.see("here: Ann (en)")
        screen.type("/nonsense\r")
        await screen.see("there is no /nonsense")
        screen.type("/edit #77 x\r")
        await screen.see("no message #77")
        screen.type("/lang zh\r")
        await screen.see("you read 中文 (zh)")
        screen.type("\x04")


async def test_control_c_at_the_prompt_leaves_cleanly(bridge_chat: Program) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        assert await visit.until_closed() == 1000

    async with scripted(server) as url, bridge_chat.at_a_terminal("lobby", "--url", url) as screen:
        await screen.see("lobby>")
        screen.type("half a line\x03")


async def test_what_is_typed_without_a_connection_is_sent_when_it_is_back(
    bridge_chat: Program,
) -> None:
    async def first(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await connected.wait()
        await visit.close(1012, "restart")

    async def second(visit: Visit) -> None:
        await visit.hear("hello")
        await typed.wait()
        visit.socket.transport.abort()

    async def third(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in(recovered=True)
        send = await visit.hear("send")
        await visit.ack(send)
        await visit.say(**message(4, 9, send["text"], lang="en"))
        assert await visit.until_closed() == 1000

    connected, typed = asyncio.Event(), asyncio.Event()
    async with (
        scripted(first, second, third) as url,
        bridge_chat.at_a_terminal("lobby", "--url", url, "--lang", "en") as screen,
    ):
        await screen.see("lobby>")
        connected.set()
        await screen.see("1012 restart")
        await screen.see("(offline)>")
        screen.type("still here\r")
        await screen.see("(1 unsent)>")
        typed.set()
        await screen.see("connected again")
        await screen.see(": still here")
        screen.type("/quit\r")
