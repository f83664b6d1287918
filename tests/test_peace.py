"""Moderators keep the peace, over real sockets: each act counts at once on what is open."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bridge.core.model import Millis, Role, RoomName, UserId
from bridge.store.sqlite import SqliteStore
from tests.server import Running
from tests.staff import enter_as
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def mei(server: Running, room: str, store: SqliteStore) -> AsyncIterator[Talker]:
    """A moderator of this room."""
    talker = await enter_as(server, store, f"Mei {room[-20:]}", Role.MODERATOR, room)
    yield talker
    await talker.leave()


def id_of(talker: Talker) -> str:
    return str(talker.welcome["user"]["id"])


async def moderate(by: Talker, act: str, request: str = "act", **more: object) -> None:
    await by.say("moderate", id=request, room=by.room, act=act, **more)


async def said(talker: Talker, text: str, request: str) -> None:
    await talker.say("send", id=request, room=talker.room, text=text)


async def test_a_moderator_is_told_so_and_nobody_else_is(mei: Talker, tom: Talker) -> None:
    assert (await mei.expect("standing"))["may_moderate"] is True
    await tom.send("hello", "m1")
    assert [frame for frame in tom.seen if frame["type"] == "standing"] == []


async def test_whoever_is_muted_is_told_and_says_nothing_until_it_ends(
    mei: Talker, tom: Talker
) -> None:
    await moderate(mei, "mute", user=id_of(tom), minutes=10, reason="calm down")
    await mei.expect("done", id="act")
    standing = await tom.expect("standing")
    assert (standing["reason"], standing["may_moderate"]) == ("calm down", False)
    await said(tom, "but", "m1")
    refused = await tom.expect("error", id="m1")
    assert (refused["code"], 590 < refused["retry_after"] <= 600) == ("muted", True)
    await moderate(mei, "unmute", user=id_of(tom))
    assert (await tom.expect("standing"))["muted_until"] is None
    await tom.send("thanks", "m2")


async def test_a_muted_person_gets_the_ack_of_what_was_said_before(
    mei: Talker, tom: Talker
) -> None:
    first = await tom.send("hello", "m1")
    await moderate(mei, "mute", user=id_of(tom))
    await tom.expect("standing")
    assert (await tom.send("hello", "m1"))["seq"] == first["seq"]


async def test_whoever_is_banned_from_a_room_is_put_out_and_stays_out(
    server: Running, mei: Talker, tom: Talker, ann: Talker
) -> None:
    await moderate(mei, "ban", user=id_of(tom), reason="spam")
    put_out = await tom.expect("error", code="banned")
    assert (put_out["room"], "spam" in put_out["message"]) == (tom.room, True)
    await ann.send("quiet now", "m1")
    for kind, more in (
        ("send", {"id": "x", "text": "no"}),
        ("history", {"id": "x"}),
        ("translate", {"id": "x", "seq": 1, "lang": "zh"}),
        ("join", {"id": "x"}),
        ("report", {"id": "x", "seq": 1, "reason": ""}),
    ):
        await tom.say(kind, room=tom.room, **more)
        assert (await tom.expect("error", id="x"))["code"] == "banned"
    assert [frame for frame in tom.seen if frame["type"] == "message"] == []
    await moderate(mei, "unban", "free", user=id_of(tom))
    await mei.expect("done", id="free")
    await tom.join(tom.room)
    await tom.send("back", "m2")


async def test_after_a_ban_is_lifted_one_has_to_come_in_again(mei: Talker, tom: Talker) -> None:
    await moderate(mei, "ban", "one", user=id_of(tom))
    await tom.expect("error", code="banned")
    await moderate(mei, "unban", "two", user=id_of(tom))
    await mei.expect("done", id="two")
    await said(tom, "hello", "m1")
    assert (await tom.expect("error", id="m1"))["code"] == "not-joined"


async def test_an_address_ban_keeps_the_next_guest_out_and_nobody_with_an_account(
    server: Running, store: SqliteStore, room: str, mei: Talker, tom: Talker
) -> None:
    await moderate(mei, "ban-address", user=id_of(tom))
    await mei.expect("done", id="act")
    again = await Talker.connect(server.ws)
    await again.say("hello", v=1, name="Innocent", lang="en")
    await again.say("join", id="j", room=room)
    assert (await again.expect("error", id="j"))["code"] == "banned"
    await mei.send("I am still here", "m1")
    await moderate(mei, "unban", "free", user=id_of(tom))
    await mei.expect("done", id="free")
    await again.join(room)


async def test_a_slow_room_lets_one_speak_now_and_then_and_moderators_always(
    mei: Talker, tom: Talker
) -> None:
    await moderate(mei, "slow", seconds=60)
    assert (await tom.expect("rules"))["slow_s"] == 60
    await tom.send("one", "m1")
    await said(tom, "two", "m2")
    refused = await tom.expect("error", id="m2")
    assert (refused["code"], 58 < refused["retry_after"] <= 60) == ("too-fast", True)
    assert (await tom.send("one", "m1"))["seq"] == 1
    await mei.send("one", "m1")
    await mei.send("two", "m2")
    await moderate(mei, "slow", seconds=0)
    await tom.expect("rules", slow_s=0)
    await tom.send("two", "m3")


async def test_in_a_read_only_room_moderators_speak(
    server: Running, mei: Talker, tom: Talker
) -> None:
    await moderate(mei, "read-only", on=True)
    await tom.expect("rules", read_only=True)
    await said(tom, "hello", "m1")
    assert (await tom.expect("error", id="m1"))["code"] == "muted"
    await mei.send("an announcement", "m1")
    late = await Talker.enter(server.ws, "Late", "en", mei.room)
    assert (await late.expect("rules"))["read_only"] is True


async def test_a_moderator_deletes_anybodys_message(mei: Talker, tom: Talker, ann: Talker) -> None:
    await tom.send("rubbish", "m1")
    await ann.say("delete", id="d", room=ann.room, seq=1)
    assert (await ann.expect("error", id="d"))["code"] == "not-yours"
    await mei.say("delete", id="d", room=mei.room, seq=1)
    await mei.expect("ack", id="d")
    assert (await ann.expect("message", seq=1, deleted=True))["runs"] == []


async def test_nobody_acts_on_somebody_of_the_same_or_a_higher_role(
    server: Running, store: SqliteStore, room: str, mei: Talker, tom: Talker
) -> None:
    other = await enter_as(server, store, "Other mod", Role.MODERATOR, room)
    for victim in (other, mei):
        await moderate(mei, "mute", user=id_of(victim))
        assert (await mei.expect("error", id="act"))["code"] == "not-yours"
    await moderate(tom, "mute", user=id_of(mei))
    assert (await tom.expect("error", id="act"))["code"] == "not-yours"


async def test_a_role_that_is_taken_is_gone_with_the_next_act(
    store: SqliteStore, room: str, mei: Talker, tom: Talker
) -> None:
    await store.accounts().remove(id_of(mei), None, 0)  # type: ignore[arg-type]
    await moderate(mei, "mute", user=id_of(tom))
    assert (await mei.expect("error", id="act"))["code"] == "not-yours"


async def test_whoever_gains_or_loses_a_role_is_told_at_once(
    server: Running, store: SqliteStore, room: str
) -> None:
    eve = await enter_as(server, store, "Eve of roles", Role.CURATOR, "elsewhere")
    await eve.join(room)
    grant = store.accounts().grant
    user, here, now = UserId(id_of(eve)), RoomName(room), Millis(0)
    await grant(user, Role.MODERATOR, here, None, now)
    assert (await eve.expect("standing"))["may_moderate"] is True
    await grant(user, Role.MEMBER, here, None, now)
    assert (await eve.expect("standing"))["may_moderate"] is False
    await eve.leave()


async def test_a_report_waits_with_the_message_as_its_evidence_until_that_is_deleted(
    store: SqliteStore, tom: Talker, ann: Talker
) -> None:
    await tom.send("buy my coins", "m1")
    await ann.say("report", id="r", room=ann.room, seq=1, reason="spam")
    await ann.expect("done", id="r")
    (report,) = await store.rulings().reports(True, RoomName(ann.room), 50)
    assert report.evidence is not None
    assert (report.reason, report.evidence.text) == ("spam", "buy my coins")
    await tom.say("delete", id="d", room=tom.room, seq=1)
    await tom.expect("ack", id="d")
    (report,) = await store.rulings().reports(True, RoomName(ann.room), 50)
    assert report.evidence is None


async def test_a_name_that_looks_like_somebodys_here_is_refused_with_another(
    server: Running, room: str, tom: Talker
) -> None:
    fake = await Talker.connect(server.ws)
    await fake.say("hello", v=1, name="T\u200bоm", lang="en")
    await fake.say("join", id="j", room=room)
    refused = await fake.expect("error", id="j")
    assert (refused["code"], refused["suggestion"]) == ("bad-name", "tom 2")
