"""No secret and no word of anybody's leaves by the log, the metrics, an error or `doctor` (S31,
S32)."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bridge.clock import SystemClock
from bridge.core.model import Role
from bridge.edges.enrolment import Enrolment
from bridge.store.sqlite import SqliteStore
from tests.server import Process, process, ready
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")

PASSWORD = "canary-password-7f3a"
SAID = "canary-said-91c2"
REASON = "canary-reason-55d0"
FORGED = "evil\x1b[31m canary-forged\u2028 ERROR"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(
    tmp_path_factory: pytest.TempPathFactory, models: Path
) -> AsyncIterator[tuple[Process, Path]]:
    """A server, and the folder of its data and its log."""
    folder = tmp_path_factory.mktemp("secrets")
    with process(folder / "data", log=folder / "log") as server:
        await ready(server.http)
        yield server, folder


async def sign_in(http: aiohttp.ClientSession, folder: Path) -> tuple[str, dict[str, str]]:
    """Choose the password by a link: the link's secret, and the headers of the session."""
    store = await SqliteStore.open(folder / "data" / "rooms.db")
    enrolment = Enrolment(store.accounts(), SystemClock())
    _, link = await enrolment.add("Mei", Role.ADMIN, None, None)
    await store.close()
    welcome = {"token": link, "password": PASSWORD}
    async with http.post("/api/v1/session/link", json=welcome) as told:
        cookie = told.headers["Set-Cookie"].split(";")[0]
        return link, {"Cookie": cookie, "X-CSRF-Token": (await told.json())["csrf"]}


async def errors(http: aiohttp.ClientSession, headers: dict[str, str]) -> str:
    """Ask for everything that is refused, and gather what is said then."""
    wrong = {"name": "Mei", "password": f"not {PASSWORD}"}
    asked = (
        ("POST", "/session", {}, wrong),
        ("POST", "/session", {}, {"name": 7, "password": [PASSWORD]}),
        ("POST", "/session/link", {}, {"token": "x", "password": PASSWORD}),
        ("POST", "/reports/7/resolve", headers, {"resolution": REASON}),
        ("POST", "/sanctions", headers, {"act": "mute", "reason": REASON}),
        ("POST", "/sanctions", headers | {"X-CSRF-Token": "x"}, {"reason": REASON}),
        ("DELETE", "/rooms/secrets/messages/99", headers, {"reason": REASON}),
        ("GET", "/nowhere", headers | {"User-Agent": "canary-agent"}, None),
        ("GET", "/rooms/secrets/messages", {"Authorization": f"Bearer {SAID}"}, None),
    )
    found = []
    for method, path, more, body in asked:
        async with http.request(method, f"/api/v1{path}", headers=more, json=body) as answer:
            assert 400 <= answer.status < 500
            found.append(await answer.text())
    return "\n".join(found)


async def talk(server: Process) -> list[str]:
    """Say things, well and badly formed; the tokens of those who talked."""
    lin = await Talker.enter(server.ws, "小林", "zh", "secrets")
    tom = await Talker.enter(server.ws, FORGED, "en", "secrets")
    await lin.send(f"你好，{SAID}", "m1")
    await tom.expect("translation", seq=1)
    await tom.say("report", id="r", room="secrets", seq=1, reason=REASON)
    await tom.expect("done", id="r")
    await tom.say("ask", id="q", room="secrets", seq=1, text="你好", lang="en")
    await tom.expect("ack", id="q")
    await tom.say("preview", id="p", room="secrets", text=SAID, lang="zh")
    await tom.expect("preview", id="p")
    await tom.say("moderate", id="x", room="secrets", act="mute", user="u", reason=REASON)
    await tom.expect("error", id="x")
    await tom.socket.send(f'{{"type": "send", "{SAID}": ')
    await tom.expect("error")
    await tom.say("send", id="m2", room="secrets", text=[SAID])
    await tom.expect("error")
    tokens = [str(each.welcome["token"]) for each in (lin, tom)]
    await asyncio.gather(lin.leave(), tom.leave())
    return tokens


async def doctor(data: Path) -> str:
    """What `bridge doctor` prints."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bridge", "doctor", "--data", str(data)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await program.communicate()
    return output.decode()


async def bad_header(server: Process) -> None:
    """A request that is none, as a log might quote it."""
    port = int(server.http.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET / HTTP/1.1\r\nHost: x\r\nBad\x00{SAID}: \x1b[31m\r\n\r\n".encode())
    await reader.read()
    writer.close()


async def test_no_canary_is_found_where_it_does_not_belong(place: tuple[Process, Path]) -> None:
    server, folder = place
    async with aiohttp.ClientSession(server.http) as http:
        link, session = await sign_in(http, folder)
        async with http.post("/api/v1/session/chat", headers=session, json={}) as given:
            chat = (await given.json())["token"]
        tokens = await talk(server)
        said = await errors(http, session)
        await bad_header(server)
        async with http.get("/metrics") as metrics:
            told = await metrics.text()
    log = (folder / "log").read_text(encoding="utf-8")
    assert "bridge_frames" in told
    secret = (link, chat, session["Cookie"].partition("=")[2], session["X-CSRF-Token"], *tokens)
    told_of = (log, told, said, await doctor(folder / "data"))
    for text in told_of:
        assert [each for each in (PASSWORD, "canary", *secret) if each in text] == []
    kept = b"".join(each.read_bytes() for each in (folder / "data").glob("rooms.db*"))
    assert SAID.encode() in kept
    assert [each for each in (PASSWORD, *secret) if each.encode() in kept] == []


async def test_the_log_has_no_character_that_forges_a_line(place: tuple[Process, Path]) -> None:
    server, folder = place
    tom = await Talker.enter(server.ws, FORGED, "en", "forging")
    await tom.leave()
    await bad_header(server)
    log = (folder / "log").read_text(encoding="utf-8")
    assert [each for each in log if ord(each) < 32 and each != "\n"] == []
