"""A moderator's morning over HTTP: what is done there counts at once on open sockets."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from bridge.core.model import Role, RoomName
from bridge.store.sqlite import SqliteStore
from tests.office import Caller, sign_in
from tests.server import Running
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def mei(server: Running, store: SqliteStore) -> AsyncIterator[Caller]:
    """Moderates everywhere."""
    async with aiohttp.ClientSession() as http:
        yield await sign_in(store, http, server.http, "Mei", Role.MODERATOR)


def id_of(talker: Talker) -> str:
    return str(talker.welcome["user"]["id"])


async def read(server: Running, room: str, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    address = f"{server.http}/api/v1/rooms/{room}/messages"
    async with aiohttp.ClientSession() as http, http.get(address, headers=headers) as response:
        return response.status


async def test_whoever_is_banned_everywhere_is_cut_off_and_reads_nothing_more(
    server: Running, mei: Caller, tom: Talker, ann: Talker, room: str
) -> None:
    token = tom.welcome["token"]
    assert await read(server, room, token) == 200
    made = await mei.post(
        "/sanctions", {"act": "ban", "user": id_of(tom), "minutes": 60, "reason": "spam"}
    )
    assert (made.status, made.json["user"]["name"], made.json["room"]) == (201, "Tom", None)
    assert await tom.close_code() == 4403
    assert await read(server, room, token) == 403
    again = await Talker.connect(server.ws)
    await again.say("hello", v=1, lang="en", token=token)
    assert await again.close_code() == 4403
    listed = await mei.get("/sanctions")
    assert made.json in listed.json["sanctions"]
    lifted = await mei.ask("DELETE", f"/sanctions/{made.json['id']}", {"reason": "a mistake"})
    assert lifted.status == 204
    assert await read(server, room, token) == 200


async def test_a_report_is_resolved_and_its_message_deleted(
    mei: Caller, tom: Talker, ann: Talker, room: str
) -> None:
    await tom.send("buy my coins", "m1")
    await ann.say("report", id="r", room=room, seq=1, reason="spam")
    await ann.expect("done", id="r")
    (report,) = (await mei.get(f"/reports?room={room}")).json["reports"]
    assert (report["evidence"]["text"], report["by"]["name"]) == ("buy my coins", "Ann")
    done = await mei.post(
        f"/reports/{report['id']}/resolve", {"resolution": "deleted", "delete": True}
    )
    assert done.status == 204
    await ann.expect("message", seq=1, deleted=True)
    (report,) = (await mei.get(f"/reports?room={room}&stand=resolved")).json["reports"]
    assert (report["evidence"], report["resolution"]) == (None, "deleted")


async def test_rules_reach_those_who_are_in_the_room(mei: Caller, tom: Talker, room: str) -> None:
    rules = {"slow_s": 30, "read_only": False, "packs_off": [], "hidden_cautions": []}
    assert (await mei.ask("PUT", f"/rooms/{room}/rules", rules)).json == rules
    assert (await tom.expect("rules"))["slow_s"] == 30
    assert (await mei.get(f"/rooms/{room}/rules")).json == rules


async def test_a_pack_that_is_switched_off_takes_its_notes_from_old_messages_too(
    mei: Caller, tom: Talker, room: str
) -> None:
    await tom.send("别画蛇添足了", "m1", lang="zh")
    message = await tom.expect("message", seq=1)
    assert [run["entry"] for run in message["runs"] if "entry" in run] == [
        "zh/idiom/hua-she-tian-zu"
    ]
    rules = {"slow_s": 0, "read_only": False, "packs_off": ["zh/idiom"], "hidden_cautions": []}
    await mei.ask("PUT", f"/rooms/{room}/rules", rules)
    again = await tom.expect("message", seq=1)
    assert (text_of(again), again["at"] > message["at"]) == ("别画蛇添足了", True)
    assert [run for run in again["runs"] if run.get("entry", "").startswith("zh/idiom/")] == []


async def test_lists_are_kept_and_what_waits_is_decided(
    mei: Caller, tom: Talker, ann: Talker
) -> None:
    words = {"words": [{"text": "zebra crossing", "act": "hold"}]}
    assert (await mei.ask("PUT", "/wordlists/en", words)).json == words
    assert (await mei.get("/wordlists/en")).json == words
    assert {"lang": "en", "words": 1} in (await mei.get("/wordlists")).json["lists"]
    await tom.say("send", id="m1", room=tom.room, text="a zebra crossing")
    await tom.expect("error", code="held")
    (held,) = (await mei.get(f"/held?room={tom.room}")).json["held"]
    assert (held["text"], held["from"]["name"]) == ("a zebra crossing", "Tom")
    assert (await mei.post(f"/held/{held['id']}", {"release": True})).status == 204
    assert text_of(await ann.expect("message")) == "a zebra crossing"


async def test_a_message_is_deleted_with_a_reason_that_the_log_keeps(
    mei: Caller, tom: Talker, ann: Talker, room: str
) -> None:
    await tom.send("rubbish", "m1")
    gone = await mei.ask("DELETE", f"/rooms/{room}/messages/1", {"reason": "off topic"})
    assert gone.status == 204
    await ann.expect("message", seq=1, deleted=True)
    (line,) = (await mei.get(f"/audit?act=delete&room={room}")).json["lines"]
    assert (line["by"]["name"], line["detail"]) == ("Mei", "off topic")


async def test_what_is_in_another_room_and_what_is_not_are_refused_alike(
    server: Running, store: SqliteStore, mei: Caller, tom: Talker, ann: Talker, room: str
) -> None:
    await tom.send("something", "m1")
    await ann.say("report", id="r", room=room, seq=1, reason="rude")
    await ann.expect("done", id="r")
    (report,) = await store.rulings().reports(True, RoomName(room), 1)
    act = {"act": "mute", "user": id_of(tom), "room": room}
    muted = (await mei.post("/sanctions", act)).json["id"]
    async with aiohttp.ClientSession() as http:
        elsewhere = RoomName("elsewhere")
        eve = await sign_in(store, http, server.http, "Eve of S8", Role.MODERATOR, elsewhere)
        for there, nowhere in (
            (("GET", f"/rooms/{room}/rules"), ("GET", "/rooms/nowhere/rules")),
            (("DELETE", f"/rooms/{room}/messages/1"), ("DELETE", "/rooms/nowhere/messages/1")),
            (("POST", f"/reports/{report.id}/resolve"), ("POST", "/reports/999999/resolve")),
            (("DELETE", f"/sanctions/{muted}"), ("DELETE", "/sanctions/999999")),
        ):
            told = [
                await eve.ask(*each, None if each[0] == "GET" else {"resolution": "x"})
                for each in (there, nowhere)
            ]
            assert [each.status for each in told] == [403, 403]
            known, unknown = (repr(each.json).replace("nowhere", room) for each in told)
            assert known == unknown
        assert (await eve.get("/rooms")).json["rooms"] == []


async def test_rooms_are_listed_with_what_waits_there(
    mei: Caller, tom: Talker, ann: Talker, room: str
) -> None:
    await tom.send("buy my coins", "m1")
    await ann.say("report", id="r", room=room, seq=1, reason="spam")
    await ann.expect("done", id="r")
    rooms = (await mei.get("/rooms")).json["rooms"]
    assert {"name": room, "title": room, "messages": 1, "reports": 1} in rooms
