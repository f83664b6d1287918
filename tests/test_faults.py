"""Things break: the plug is pulled, the server restarts, a model is gone, there is no network."""

import asyncio
import contextlib
import json
import shutil
import sqlite3
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.server import Process, process, ready, running
from tests.talker import Talker, text_of

NO_LIMITS = {"BRIDGE_SENDS_PER_5S": "100000", "BRIDGE_SOCKETS_PER_ADDRESS": "1000"}


async def chatter(server: Process, name: str, acked: set[str]) -> None:
    """Send numbered messages, five at a time, and note every ack, until the line breaks."""
    with contextlib.suppress(ConnectionClosed, OSError):
        talker = await Talker.enter(server.ws, name, "zh")
        for number in range(100_000):
            await talker.say("send", id=f"{name}-{number}", room="lobby", text=f"{name} {number}")
            if number % 5 == 4:
                await talker.expect("ack", id=f"{name}-{number - 4}")
            acked.update(f["id"] for f in talker.seen if f["type"] == "ack")
            talker.seen.clear()


def politely(url: str) -> dict[str, Any]:
    """What is at `url`; waits as long as the server asks when it has been asked too often."""
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except urllib.error.HTTPError as refusal:
            if refusal.code != 429:
                raise
            time.sleep(float(refusal.headers["Retry-After"]))


def history(server: Process) -> list[str]:
    """The client ids of every message in the lobby, over HTTP, page by page."""
    found: list[str] = []
    before = ""
    while True:
        url = f"{server.http}/api/v1/rooms/lobby/messages?limit=100{before}"
        page = politely(url)
        found += [message["id"] for message in page["messages"]]
        if not page["more"]:
            return found
        before = f"&before={page['messages'][0]['seq']}"


async def test_no_acked_message_is_lost_when_the_plug_is_pulled(tmp_path: Path) -> None:
    acked: set[str] = set()
    for life in range(3):
        with process(tmp_path, **NO_LIMITS) as server:
            talking = [
                asyncio.create_task(chatter(server, f"life{life}-{who}", acked)) for who in range(6)
            ]
            await asyncio.sleep(1.0 + life / 4)
            server.kill()
            await asyncio.gather(*talking)
    with process(tmp_path, **NO_LIMITS) as server:
        stored = await asyncio.to_thread(history, server)
    assert len(acked) > 50
    assert len(stored) == len(set(stored))
    assert acked - set(stored) == set()
    with contextlib.closing(sqlite3.connect(tmp_path / "rooms.db")) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


async def test_a_restart_asks_everybody_to_come_back_and_nothing_is_missing(
    tmp_path: Path,
) -> None:
    with process(tmp_path) as server:
        mei = await Talker.enter(server.ws, "小美", "zh")
        tom = await Talker.enter(server.ws, "Tom", "en")
        await mei.send("一", "m1")
        heard = await tom.expect("message", seq=1)
        epoch = next(f for f in tom.seen if f["type"] == "joined")["epoch"]
        await mei.send("二", "m2")
        assert await asyncio.to_thread(server.stop) == 0
        assert (await mei.close_code(), await tom.close_code()) == (1012, 1012)
    with process(tmp_path) as server:
        again = await Talker.connect(server.ws)
        await again.say("hello", v=1, lang="en", token=tom.welcome["token"])
        joined = await again.join("lobby", after=heard["at"], epoch=epoch)
        assert joined["recovered"] is True
        texts = [text_of(f) for f in again.seen if f["type"] == "message"]
        assert texts == ["二"]
        await again.leave()


async def test_a_model_that_goes_missing_takes_only_its_pair_away(
    tmp_path: Path, models: Path
) -> None:
    async with running(tmp_path) as server:
        await server.app.warmed()
    for broken in (tmp_path / "packages").glob("*zh_en*"):
        shutil.rmtree(broken / "model")
        (broken / "model").mkdir()
    async with running(tmp_path) as server:
        await server.app.warmed()
        mei = await Talker.enter(server.ws, "小美", "zh")
        tom = await Talker.enter(server.ws, "Tom", "en")
        languages = {each["code"]: each["from"] for each in mei.welcome["languages"]}
        assert languages.get("zh") == ["en", "zh-Hant"]
        await mei.send("你好", "m1")
        assert text_of(await tom.expect("message")) == "你好"
        await tom.send("Thank you very much.", "t1")
        await mei.expect("translation", seq=2, lang="zh")
        await mei.leave()
        await tom.leave()


async def test_who_says_nothing_is_shown_the_door(tmp_path: Path) -> None:
    async with running(tmp_path, hello_s=0.2) as server:
        silent = await Talker.connect(server.ws)
        assert await silent.close_code() == 4401


async def test_a_room_that_was_never_opened_stays_closed(tmp_path: Path) -> None:
    async with running(tmp_path, closed_rooms=True) as server:
        mei = await Talker.enter(server.ws, "小美", "zh")
        await mei.say("join", id="j", room="secret")
        assert (await mei.expect("error", id="j"))["code"] == "no-such-room"
        await mei.leave()


async def test_one_address_may_open_so_many_sockets(tmp_path: Path) -> None:
    async with running(tmp_path, sockets_per_address=2) as server:
        first = await Talker.connect(server.ws)
        second = await Talker.connect(server.ws)
        with pytest.raises(Exception, match="429"):
            await Talker.connect(server.ws)
        await first.leave()
        await second.leave()


async def test_too_fast_is_told_and_the_third_time_closes(tmp_path: Path) -> None:
    async with running(tmp_path) as server:
        mei = await Talker.enter(server.ws, "小美", "zh")
        for number in range(13):
            await mei.say("send", id=f"m{number}", room="lobby", text="快")
        assert await mei.close_code() == 4429
        refused = [f async for f in mei.rest() if f["type"] == "error"]
        assert [(f["id"], f["code"]) for f in refused] == [("m10", "too-fast"), ("m11", "too-fast")]
        assert refused[0]["retry_after"] > 0


ONLY_LOOPBACK = """
import sys
def guard(event, args):
    if event == "socket.connect":
        address = args[1]
        host = address[0] if isinstance(address, tuple) else "a path"
        if host not in ("127.0.0.1", "::1", "a path"):
            sys.stderr.write(f"REACHED OUT {address}\\n")
            raise OSError("only loopback here")
    local = (None, "127.0.0.1", b"127.0.0.1", "localhost")
    if event == "socket.getaddrinfo" and args[0] not in local:
        sys.stderr.write(f"LOOKED UP {args[0]}\\n")
        raise OSError("only loopback here")
sys.addaudithook(guard)
from bridge.cli import main
main()
"""


async def test_the_whole_server_runs_with_all_sockets_but_loopback_blocked(
    tmp_path: Path, models: Path
) -> None:
    log = tmp_path / "log"
    with process(tmp_path / "data", start=("-c", ONLY_LOOPBACK), log=log) as server:
        await ready(server.http)
        mei = await Talker.enter(server.ws, "小美", "zh")
        tom = await Talker.enter(server.ws, "Tom", "en")
        await mei.send("你好，你今天好吗？", "m1")
        translated = await tom.expect("translation")
        assert translated["status"] != "failed"
        await mei.leave()
        await tom.leave()
        assert await asyncio.to_thread(server.stop) == 0
    complaints = log.read_text()
    assert "REACHED OUT" not in complaints
    assert "LOOKED UP" not in complaints
