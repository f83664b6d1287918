"""A message that is deleted is nowhere: not on the disk, not with the curators, not with the
moderators (S21)."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bridge.core.model import Role
from bridge.store.sqlite import SqliteStore
from tests.office import Caller, sign_in
from tests.server import Running
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")

# Each stands in the message, or was said about it in words of its own.
SAID = "别画蛇添足，嘟嘟价票圈，canarysaid。"
ABOUT = ("canarysaid", "canaryedited", "canarybetter", "canarygloss", "canarybody", "嘟嘟价票")
SPOKEN = {"lang": "en", "text": "canarybetter"}
DISPUTE = {"kind": "dispute", "entry": "zh/idiom/hua-she-tian-zu", "lang": "en", "text": "x"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ann(server: Running) -> AsyncIterator[Caller]:
    """An administrator, who curates and moderates."""
    store = await SqliteStore.open(server.data / "rooms.db")
    async with aiohttp.ClientSession() as http:
        yield await sign_in(store, http, server.http, "Ann", Role.ADMIN)
    await store.close()


def on_disk(data: Path) -> bytes:
    """Every byte of the data folder."""
    return b"".join(each.read_bytes() for each in sorted(data.rglob("*")) if each.is_file())


def found(kept: bytes) -> list[str]:
    return [each for each in ABOUT if each.encode() in kept]


async def scrubbed(data: Path) -> None:
    """Wait until the write-ahead log was cut off."""
    log = data / "rooms.db-wal"
    async with asyncio.timeout(20):
        while log.stat().st_size:  # noqa: ASYNC110 - a file has no event
            await asyncio.sleep(0.02)


async def desks(caller: Caller) -> str:
    """What curators and moderators are shown of what was said."""
    lists = [
        await caller.get(path)
        for path in ("/proposals", "/reports", "/held", "/glossary/unknown?lang=zh", "/audit")
    ]
    effect = await caller.post("/glossary/effect", {"entry": {**WORD}, "id": WORD["id"]})
    return repr([each.json for each in (*lists, effect)])


WORD = {
    "id": "zh/slang/piao-quan",
    "lang": "zh",
    "kind": "slang",
    "term": "票圈",
    "hits": ["票圈"],
    "for": {"en": {"gloss": "moments"}},
}


async def say_much_about(lin: Talker, tom: Talker, room: str) -> None:
    """One message, and everything that can be said about it."""
    await lin.send(SAID, "m1")
    await lin.say("edit", id="e", room=room, seq=1, text=f"{SAID} canaryedited")
    await lin.expect("ack", id="e")
    for request, kind, more in (
        ("q", "ask", {"text": "嘟嘟价票", "lang": "en"}),
        ("p", "propose", SPOKEN),
        ("d", "propose", DISPUTE),
    ):
        await tom.say(kind, id=request, room=room, seq=1, **more)
        await tom.expect("ack", id=request)
    number = (await lin.expect("question", seq=1))["question"]
    await lin.say(
        *("answer",),
        **{"id": "a", "room": room, "question": number},
        **{"gloss": "canarygloss", "body": "canarybody"},
    )
    await lin.expect("ack", id="a")
    await tom.say("report", id="r", room=room, seq=1, reason="rude")
    await tom.expect("done", id="r")


async def test_no_word_of_a_deleted_message_is_left(
    server: Running, ann: Caller, room: str
) -> None:
    lin = await Talker.enter(server.ws, "小林", "zh", room)
    tom = await Talker.enter(server.ws, "Tom", "en", room)
    await say_much_about(lin, tom, room)
    await ann.ask("PUT", "/wordlists/en", {"words": [{"text": "holdme", "act": "hold"}]})
    await lin.say("edit", id="h", room=room, seq=1, text="canaryedited holdme")
    assert (await lin.expect("error", id="h"))["code"] == "held"
    before = await desks(ann)
    assert [each for each in ABOUT if each not in before] == []
    assert "canarysaid" in found(on_disk(server.data))
    await lin.say("delete", id="x", room=room, seq=1)
    await lin.expect("ack", id="x")
    await scrubbed(server.data)
    assert found(on_disk(server.data)) == []
    after = await desks(ann)
    assert [each for each in ABOUT if each in after] == []
    late = await Talker.enter(server.ws, "Late", "en", room)
    assert [each for each in ABOUT if each in repr(late.seen)] == []
    await asyncio.gather(*(each.leave() for each in (lin, tom, late)))
