"""Two servers and the commands on one data folder: what one of them is told, the others know."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bridge.core.model import Role
from bridge.curation.formats import csv
from bridge.store.sqlite import SqliteStore
from tests.curation.entries import SNAKE, changed
from tests.office import Caller, sign_in
from tests.server import Process, Running, process, ready, running
from tests.staff import enter_as
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

AT_ONCE_S = 2.0
"""A second, on a machine that does much else."""
EACH = 40
LIMITS = {"BRIDGE_SOCKETS_PER_ADDRESS": "1000", "BRIDGE_SENDS_PER_5S": "5000"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory, models: Path) -> AsyncIterator[Running]:
    data = tmp_path_factory.mktemp("data")
    async with running(data, sockets_per_address=1000, sends_per_5s=5000) as server:
        await server.app.warmed()
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def other(server: Running) -> AsyncIterator[Process]:
    """A second server on the first one's folder, in a process of its own."""
    with process(server.data, **LIMITS) as other:
        await ready(other.http)
        yield other


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def mei(other: Process, store: SqliteStore) -> AsyncIterator[Caller]:
    """Moderates everywhere, by way of the second server."""
    async with aiohttp.ClientSession() as http:
        yield await sign_in(store, http, other.http, "Mei", Role.MODERATOR)


async def command(data: Path, *arguments: str) -> str:
    """What `bridge ARGUMENTS` prints; it must have ended well."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bridge", *arguments, "--data", str(data)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(60):
        output, _ = await program.communicate()
    assert program.returncode == 0, output.decode()
    return output.decode()


async def past(server: Running, room: str, token: str) -> int:
    """How somebody's question for the room's past is answered."""
    headers = {"Authorization": f"Bearer {token}"}
    address = f"{server.http}/api/v1/rooms/{room}/messages"
    async with aiohttp.ClientSession() as http, http.get(address, headers=headers) as response:
        return response.status


async def test_whom_another_process_bans_hears_and_reads_nothing_more(
    server: Running, mei: Caller, tom: Talker, room: str
) -> None:
    ann = await Talker.enter(server.ws, "Ann", "en", room)
    token, user = tom.welcome["token"], tom.welcome["user"]["id"]
    await ann.send("before the ban", "m1")
    last = (await tom.expect("message", seq=1))["at"]
    assert await past(server, room, token) == 200
    made = await mei.post("/sanctions", {"act": "ban", "user": user, "room": room, "reason": "x"})
    assert made.status == 201
    async with asyncio.timeout(AT_ONCE_S):
        await tom.expect("error", code="banned", room=room)
    await ann.send("after the ban", "m2")
    await ann.expect("message", seq=2)
    assert await past(server, room, token) == 403
    await tom.say("join", id="again", room=room, after=last, epoch="any")
    assert (await tom.expect("error", id="again"))["code"] == "banned"
    await tom.say("history", id="past", room=room)
    assert (await tom.expect("error", id="past"))["code"] == "banned"
    assert 2 not in [frame.get("seq") for frame in tom.seen]
    await ann.leave()


async def test_whom_another_process_bans_everywhere_is_put_out(
    server: Running, mei: Caller, tom: Talker, room: str
) -> None:
    token, user = tom.welcome["token"], tom.welcome["user"]["id"]
    await mei.post("/sanctions", {"act": "ban", "user": user, "reason": "x"})
    async with asyncio.timeout(AT_ONCE_S):
        assert await tom.close_code() == 4403
    assert await past(server, room, token) == 403


async def test_a_role_that_the_command_line_takes_is_gone_from_the_open_page(
    server: Running, store: SqliteStore, room: str
) -> None:
    eve = await enter_as(server, store, "Eve", Role.CURATOR, "elsewhere")
    await eve.join(room)
    await command(server.data, "users", "role", "Eve", "moderator")
    assert (await eve.expect("standing", room=room))["may_moderate"] is True
    await command(server.data, "users", "role", "Eve", "member")
    assert (await eve.expect("standing", room=room))["may_moderate"] is False
    await eve.leave()


async def test_an_entry_that_the_command_line_imports_is_on_what_was_said(
    server: Running, other: Process, room: str, tmp_path: Path
) -> None:
    lin = await Talker.enter(other.ws, "小林", "zh", room)
    await lin.send("他又在嘟嘟价了。", "m1")
    new = changed(SNAKE, id="zh/slang/du-du-jia", kind="slang", term="嘟嘟价", hits=("嘟嘟价",))
    sheet = tmp_path / "new.csv"
    sheet.write_bytes(csv.write([changed(new, misses=(), variants=())], {}))
    await command(server.data, "glossary", "import", str(sheet), "--yes")
    noted = await lin.expect("message", seq=1, rev=1)
    while all(run.get("entry") is None for run in noted["runs"]):
        noted = await lin.expect("message", seq=1, rev=1)
    assert text_of(noted) == "他又在嘟嘟价了。"
    await lin.leave()


async def test_two_servers_that_write_at_once_refuse_nobody(
    server: Running, other: Process, tom: Talker, room: str
) -> None:
    ann = await Talker.enter(other.ws, "Ann", "en", room)
    for number in range(EACH):
        await tom.say("send", id=f"t{number}", room=room, text=f"one {number}")
        await ann.say("send", id=f"a{number}", room=room, text=f"two {number}")
    acks = [
        *[await tom.expect("ack", id=f"t{number}") for number in range(EACH)],
        *[await ann.expect("ack", id=f"a{number}") for number in range(EACH)],
    ]
    assert sorted(ack["seq"] for ack in acks) == list(range(1, 2 * EACH + 1))
    errors = [frame for talker in (tom, ann) for frame in talker.seen if frame["type"] == "error"]
    assert errors == []
    await ann.leave()
