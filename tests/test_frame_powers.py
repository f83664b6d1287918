"""Who may do what on the socket (S7): every frame, six kinds of people."""

import secrets
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bridge.clock import SystemClock
from bridge.core import wire
from bridge.core.model import Role
from bridge.store.sqlite import SqliteStore
from tests.server import Running
from tests.staff import token_of
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")

KINDS = (
    (Role.CURATOR, None),
    (Role.MODERATOR, "elsewhere"),
    (Role.MODERATOR, "here"),
    (Role.MODERATOR, None),
    (Role.ADMIN, None),
)
ANYBODY = ("ok",) * 6
NOBODY = ("not-yours",) * 6
MODERATORS = ("not-yours", "not-yours", "not-yours", "ok", "ok", "ok")
# Message 1 is somebody else's. For: a guest, a curator, a moderator of another room, one of this
# room, a moderator, an administrator.
FRAMES: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("join", {"id": "x"}, ANYBODY),
    ("leave", {}, ("not-joined",) * 6),
    ("send", {"id": "x", "text": "hello"}, ANYBODY),
    ("edit", {"id": "x", "seq": 1, "text": "hello"}, NOBODY),
    ("delete", {"id": "x", "seq": 1}, MODERATORS),
    ("react", {"id": "x", "seq": 1, "emoji": "👍", "on": True}, ANYBODY),
    ("typing", {}, ANYBODY),
    ("read", {"seq": 1}, ANYBODY),
    ("history", {"id": "x", "before": 2}, ANYBODY),
    ("translate", {"id": "x", "seq": 1, "lang": "en"}, ANYBODY),
    ("preview", {"id": "x", "text": "hello", "lang": "zh"}, ANYBODY),
    ("propose", {"id": "x", "seq": 1, "lang": "en", "text": "Hi there"}, ANYBODY),
    ("ask", {"id": "x", "seq": 1, "text": "你好", "lang": "en"}, ANYBODY),
    ("answer", {"id": "x", "question": 99, "gloss": "a greeting"}, ("gone",) * 6),
    ("note", {"entry": "zh/idiom/hua-she-tian-zu", "what": "opened"}, ANYBODY),
    ("report", {"id": "x", "seq": 1, "reason": "look"}, ANYBODY),
    ("moderate", {"id": "x", "act": "unmute", "user": "u-nobody"}, MODERATORS),
    ("moderate", {"id": "x", "act": "slow", "seconds": 1}, MODERATORS),
    ("moderate", {"id": "x", "act": "read-only", "on": True}, MODERATORS),
    ("lang", {"lang": "zh"}, ANYBODY),
]


@pytest_asyncio.fixture(loop_scope="module")
async def author(server: Running) -> AsyncIterator[Talker]:
    """A guest, whose messages all this is about."""
    talker = await Talker.enter(server.ws, "Author", "zh", "lobby")
    yield talker
    await talker.leave()


async def test_every_frame_has_a_row() -> None:
    # A second hello ends the socket (tests/core/test_session.py), whoever says it.
    assert {kind for kind, *_ in FRAMES} == wire._CLIENT_FRAMES.keys() - {"hello"}


async def outcome(talker: Talker, kind: str, fields: dict[str, Any], seq: int) -> str:
    """The code with which the frame was refused; `ok` when it was not."""
    about = {"seq": seq} if "seq" in fields else {}
    talker.seen.clear()
    await talker.say(kind, **({"room": talker.room} | fields | about))
    # Frames are taken in turn: after this one's answer, that one's has come.
    await talker.say("history", id="after", room=talker.room, limit=1)
    while not any(each.get("id") == "after" for each in talker.seen):
        await talker.next()
    return next((each["code"] for each in talker.seen if each["type"] == "error"), "ok")


@pytest.mark.parametrize(("kind", "fields", "expected"), FRAMES)
async def test_only_whoever_may(
    server: Running,
    store: SqliteStore,
    author: Talker,
    kind: str,
    fields: dict[str, Any],
    expected: tuple[str, ...],
) -> None:
    here = f"powers-{secrets.token_hex(4)}"
    await author.join(here)
    tokens: list[str | None] = [None]
    for number, (role, where) in enumerate(KINDS):
        place = here if where == "here" else where
        tokens.append((await token_of(store, f"{here} {number}", role, place))[1])
    said = [await author.send("你好", f"{here}-{number}") for number in range(len(tokens))]
    found = []
    for token, message in zip(tokens, said, strict=True):
        hello = {} if token is None else {"token": token}
        talker = await Talker.enter(server.ws, f"guest of {here}", "en", here, **hello)
        found.append(await outcome(talker, kind, fields, message["seq"]))
        await talker.leave()
    await author.say("leave", room=here)
    assert tuple(found) == expected


async def test_an_open_socket_loses_its_power_with_the_role(
    server: Running, store: SqliteStore, author: Talker
) -> None:
    here = f"powers-{secrets.token_hex(4)}"
    await author.join(here)
    user, token = await token_of(store, f"demoted {here}", Role.MODERATOR)
    talker = await Talker.enter(server.ws, "whoever", "en", here, token=token)
    first = await author.send("你好", f"{here}-1")
    assert await outcome(talker, "delete", {"id": "x1", "seq": 1}, first["seq"]) == "ok"
    await store.accounts().grant(user, Role.CURATOR, None, None, SystemClock().now())
    second = await author.send("再见", f"{here}-2")
    assert await outcome(talker, "delete", {"id": "x2", "seq": 1}, second["seq"]) == "not-yours"
    await talker.leave()
