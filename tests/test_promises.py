"""What the wire protocol promises, held over real sockets; no model is needed for any of it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from websockets.exceptions import InvalidStatus

from tests.server import Running, running
from tests.talker import Frame, Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """One server with generous limits; every test talks in a room of its own."""
    data = tmp_path_factory.mktemp("data")
    async with running(
        data, sockets_per_address=1000, sends_per_5s=2000, sockets_per_user=3, send_buffer=65536
    ) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def mei(server: Running, room: str) -> AsyncIterator[Talker]:
    talker = await Talker.enter(server.ws, "小美", "zh", room)
    yield talker
    await talker.leave()


@pytest_asyncio.fixture(loop_scope="module")
async def tom(server: Running, room: str) -> AsyncIterator[Talker]:
    talker = await Talker.enter(server.ws, "Tom", "zh", room)
    yield talker
    await talker.leave()


async def back(server: Running, talker: Talker, **join: object) -> tuple[Talker, Frame]:
    """The same person on a new socket, who asks for what was missed."""
    again = await Talker.connect(server.ws)
    await again.say("hello", v=1, lang="zh", token=talker.welcome["token"])
    again.welcome = await again.expect("welcome")
    return again, await again.join(talker.room, **join)


def person(talker: Talker) -> Frame:
    return {key: talker.welcome["user"][key] for key in ("id", "name")}


def messages(talker: Talker) -> list[tuple[int, str]]:
    return [(f["seq"], text_of(f)) for f in talker.seen if f["type"] == "message"]


async def test_a_repeated_send_gets_the_first_ack_and_makes_no_second_message(
    server: Running, mei: Talker
) -> None:
    first = await mei.send("你好", "m1")
    assert await mei.send("你好", "m1") == first
    again, _ = await back(server, mei)
    assert await again.send("你好", "m1") == first
    assert messages(again) == [(1, "你好")]


async def test_who_comes_back_gets_each_changed_message_once_in_order(
    server: Running, mei: Talker, tom: Talker
) -> None:
    for number in range(1, 6):
        await mei.send(f"第{number}句", f"m{number}")
    position = (await tom.expect("message", seq=5))["at"]
    joined = next(f for f in tom.seen if f["type"] == "joined")
    await mei.say("edit", id="e1", room=mei.room, seq=2, text="改了")
    await mei.say("edit", id="e2", room=mei.room, seq=2, text="又改了")
    await mei.say("react", id="r1", room=mei.room, seq=4, emoji="👍", on=True)
    await mei.expect("ack", id="r1")
    await mei.send("第六句", "m6")
    again, rejoined = await back(server, tom, after=position, epoch=joined["epoch"])
    assert rejoined["recovered"] is True
    assert messages(again) == [(2, "又改了"), (4, "第4句"), (6, "第六句")]


async def test_another_epoch_is_answered_with_the_newest(server: Running, mei: Talker) -> None:
    await mei.send("你好", "m1")
    again, joined = await back(server, mei, after=1, epoch="of another life")
    assert joined["recovered"] is False
    assert messages(again) == [(1, "你好")]


async def test_more_changes_than_are_kept_are_answered_with_the_newest_fifty(
    server: Running, mei: Talker
) -> None:
    epoch = next(f for f in mei.seen if f["type"] == "joined")["epoch"]
    for number in range(302):
        await mei.say("send", id=f"m{number}", room=mei.room, text=f"{number}")
    await mei.expect("ack", id="m301")
    again, joined = await back(server, mei, after=1, epoch=epoch)
    assert joined["recovered"] is False
    assert [seq for seq, _ in messages(again)] == list(range(253, 303))


async def test_deleting_leaves_a_tombstone_without_words(mei: Talker, tom: Talker) -> None:
    await mei.send("我后悔说了这句话", "m1")
    await mei.say("delete", id="d1", room=mei.room, seq=1)
    await mei.expect("ack", id="d1")
    tombstone = await tom.expect("message", deleted=True)
    assert (tombstone["seq"], tombstone["runs"]) == (1, [])
    await mei.say("edit", id="e1", room=mei.room, seq=1, text="又来了")
    assert (await mei.expect("error", id="e1"))["code"] == "gone"


async def test_only_the_author_changes_a_message(mei: Talker, tom: Talker) -> None:
    await mei.send("你好", "m1")
    for kind, more in (("edit", {"text": "坏话"}), ("delete", {})):
        await tom.say(kind, id=kind, room=mei.room, seq=1, **more)
        assert (await tom.expect("error", id=kind))["code"] == "not-yours"


async def test_a_reaction_counts_once_and_can_be_taken_off(mei: Talker, tom: Talker) -> None:
    await mei.send("你好", "m1")
    user = tom.welcome["user"]["id"]
    await tom.say("react", id="r1", room=mei.room, seq=1, emoji="❤️", on=True)
    await tom.expect("message", seq=1, reactions=[{"emoji": "❤️", "users": [user]}])
    await tom.say("react", id="r2", room=mei.room, seq=1, emoji="❤️", on=True)
    await tom.say("react", id="r3", room=mei.room, seq=1, emoji="❤️", on=False)
    plain = await tom.expect("message", seq=1)
    assert ("reactions" in plain, plain["at"]) == (False, 3)


async def test_a_reaction_is_an_emoji_and_nothing_else(mei: Talker) -> None:
    await mei.send("你好", "m1")
    await mei.say("react", id="r1", room=mei.room, seq=1, emoji="买我的东西", on=True)
    assert (await mei.expect("error", id="r1"))["code"] == "bad-frame"


async def test_history_goes_back_page_by_page(server: Running, mei: Talker) -> None:
    for number in range(60):
        await mei.say("send", id=f"m{number}", room=mei.room, text=f"{number}")
    await mei.expect("ack", id="m59")
    await mei.say("history", id="h1", room=mei.room, before=11, limit=7)
    page = await mei.expect("history", id="h1")
    assert ([m["seq"] for m in page["messages"]], page["more"]) == (list(range(4, 11)), True)
    await mei.say("history", id="h2", room=mei.room, before=4)
    page = await mei.expect("history", id="h2")
    assert ([m["seq"] for m in page["messages"]], page["more"]) == ([1, 2, 3], False)


async def test_a_refused_frame_leaves_the_connection_open(mei: Talker) -> None:
    for request, text, code in (("a", "x" * 2001, "too-long"), ("b", " ", "bad-frame")):
        await mei.say("send", id=request, room=mei.room, text=text)
        assert (await mei.expect("error", id=request))["code"] == code
    await mei.socket.send("{")
    assert (await mei.expect("error"))["code"] == "bad-frame"
    await mei.say("send", id="c", room="elsewhere", text="hi")
    assert (await mei.expect("error", id="c"))["code"] == "not-joined"
    await mei.say("join", id="j", room="No Such Room!")
    assert (await mei.expect("error", id="j"))["code"] == "no-such-room"
    await mei.say("send", id="d", room=mei.room, text="回复", reply_to=7)
    assert (await mei.expect("error", id="d"))["code"] == "gone"
    assert (await mei.send("还在", "e"))["seq"] == 1


async def test_a_token_that_nobody_holds_is_no_identity(server: Running) -> None:
    stranger = await Talker.connect(server.ws)
    await stranger.say("hello", v=1, lang="en", token="made-up")
    assert await stranger.close_code() == 4401


async def test_binary_frames_are_not_our_protocol(server: Running, mei: Talker) -> None:
    await mei.socket.send(b"\x00")
    assert await mei.close_code() == 4400


async def test_a_fourth_connection_of_one_person_replaces_the_oldest(
    server: Running, mei: Talker
) -> None:
    for _ in range(3):
        await back(server, mei)
    assert await mei.close_code() == 4409


async def test_a_page_of_another_origin_may_not_connect(server: Running) -> None:
    for origin in ("https://evil.example", "null", server.http.replace("127.0.0.1", "localhost")):
        with pytest.raises(InvalidStatus) as refused:
            await Talker.connect(server.ws, origin=origin)
        assert refused.value.response.status_code == 403
    own = await Talker.connect(server.ws, origin=server.http)
    await own.leave()


async def test_a_reader_who_does_not_read_is_closed_and_slows_nobody(
    server: Running, mei: Talker, tom: Talker
) -> None:
    for number in range(100):
        await mei.send("好" * 1400, f"m{number}")
    slow = await Talker.enter(server.ws, "Slow", "zh", mei.room)
    await mei.expect("presence", joined=[{**person(slow), "lang": "zh"}])
    slow.socket.transport.pause_reading()
    for number in range(40):
        await slow.say("history", id=f"h{number}", room=mei.room, limit=100)
    async with asyncio.timeout(5):
        ack = await tom.send("还好吗", "t1")
        await mei.expect("message", seq=ack["seq"])
        gone = await mei.expect("presence", joined=[])
    assert gone["left"] == [slow.welcome["user"]["id"]]
    async with ClientSession() as http, http.get(f"{server.http}/metrics") as answer:
        assert 'bridge_closes_total{code="4408"} 1.0' in await answer.text()
    slow.socket.transport.abort()
