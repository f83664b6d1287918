"""Two people who share no language talk: the life of a message over real sockets."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.server import Running
from tests.talker import Talker, text_of

GREETING = "你好，你今天好吗？"


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def mei(server: Running, room: str) -> AsyncIterator[Talker]:
    talker = await Talker.enter(server.ws, "小美", "zh", room)
    yield talker
    await talker.leave()


async def test_each_reads_the_other_in_their_own_language(mei: Talker, tom: Talker) -> None:
    ack = await mei.send(GREETING, "m1")
    original = await tom.expect("message", seq=ack["seq"])
    assert (text_of(original), original["from"]["name"]) == (GREETING, "小美")
    translated = await tom.expect("translation", seq=ack["seq"], lang="en")
    assert translated["status"] in ("ok", "shaky")
    assert text_of(translated).isascii()
    answer = await tom.send("I am very happy.", "t1")
    translated = await mei.expect("translation", seq=answer["seq"], lang="zh")
    assert any("\u4e00" <= char <= "\u9fff" for char in text_of(translated))


async def test_the_original_comes_before_any_translation(mei: Talker, tom: Talker) -> None:
    for number in range(5):
        await mei.send(f"我有{number}只猫。", f"m{number}")
    for _ in range(5):
        await tom.expect("translation")
    kinds = [(frame["type"], frame["seq"]) for frame in tom.seen if "runs" in frame]
    assert all(
        kinds.index(("message", seq)) < kinds.index(("translation", seq)) for seq in range(1, 6)
    )


async def test_an_idiom_carries_its_note(mei: Talker, tom: Talker) -> None:
    await mei.send("别画蛇添足了 https://x.cn/yyds", "m1")
    message = await tom.expect("message")
    assert message["runs"] == [
        {"text": "别"},
        {"text": "画蛇添足", "entry": "zh/idiom/hua-she-tian-zu"},
        {"text": "了 "},
        {"text": "https://x.cn/yyds", "kind": "link"},
    ]
    translated = await tom.expect("translation")
    assert [run for run in translated["runs"] if run.get("kind") == "link"] == [
        {"text": "https://x.cn/yyds", "kind": "link"}
    ]


async def test_a_translation_goes_only_to_those_who_read_that_language(
    mei: Talker, tom: Talker
) -> None:
    await mei.send(GREETING, "m1")
    await tom.expect("translation")
    await mei.send("520", "m2")
    await mei.expect("message", seq=2)
    assert [frame for frame in mei.seen if frame["type"] == "translation"] == []


async def test_a_number_alone_is_not_translated(mei: Talker, tom: Talker) -> None:
    await mei.send("233 😀", "m1")
    await mei.send(GREETING, "m2")
    await tom.expect("translation", seq=2)
    assert [f["seq"] for f in tom.seen if f["type"] == "translation"] == [2]
    assert (await tom_message(tom, 1))["lang"] == "und"


async def tom_message(tom: Talker, seq: int) -> dict[str, object]:
    return next(f for f in tom.seen if f["type"] == "message" and f["seq"] == seq)


async def test_who_comes_later_gets_history_in_their_language(
    server: Running, room: str, mei: Talker
) -> None:
    await mei.send(GREETING, "m1")
    tom = await Talker.enter(server.ws, "Tom", "en", room)
    translated = await tom.expect("translation", seq=1, lang="en")
    assert text_of(translated)


async def test_what_was_never_translated_follows_even_when_nothing_changed(
    server: Running, room: str, mei: Talker
) -> None:
    epoch = next(f for f in mei.seen if f["type"] == "joined")["epoch"]
    ack = await mei.send(GREETING, "m1")
    tom = await Talker.connect(server.ws)
    await tom.say("hello", v=1, name="Tom", lang="en")
    joined = await tom.join(room, after=ack["at"], epoch=epoch)
    assert joined["recovered"] is True
    await tom.expect("translation", seq=1, lang="en")
    await tom.leave()


async def test_changing_the_reading_language_brings_what_is_in_view(mei: Talker) -> None:
    await mei.send(GREETING, "m1")
    await mei.say("lang", lang="en")
    await mei.expect("translation", seq=1, lang="en")


async def test_an_edit_drops_the_old_translation_and_brings_a_new_one(
    mei: Talker, tom: Talker
) -> None:
    await mei.send(GREETING, "m1")
    await tom.expect("translation", seq=1, rev=1)
    await mei.say("edit", id="e1", room=mei.room, seq=1, text="我很累。")
    await mei.expect("ack", id="e1")
    edited = await tom.expect("message", seq=1, rev=2)
    assert text_of(edited) == "我很累。"
    assert "edited" in edited
    await tom.expect("translation", seq=1, rev=2)


async def test_a_missing_route_is_an_answer(mei: Talker) -> None:
    await mei.send(GREETING, "m1")
    await mei.say("translate", id="q1", room=mei.room, seq=1, lang="fr")
    assert (await mei.expect("error", id="q1"))["code"] == "no-route"
    await mei.say("translate", id="q2", room=mei.room, seq=1, lang="en")
    assert (await mei.expect("translation", id="q2"))["seq"] == 1


async def test_people_see_who_is_here_and_what_they_read(mei: Talker, tom: Talker) -> None:
    news = await mei.expect("presence", left=[])
    while all(member["name"] != "Tom" for member in news["joined"]):
        news = await mei.expect("presence")
    await tom.leave()
    gone = await mei.expect("presence", joined=[])
    assert gone["left"] == [tom.welcome["user"]["id"]]


async def test_typing_and_reading_are_told(
    server: Running, room: str, mei: Talker, tom: Talker
) -> None:
    await mei.send(GREETING, "m1")
    await tom.say("typing", room=mei.room)
    assert (await mei.expect("typing"))["user"]["name"] == "Tom"
    await tom.say("read", room=mei.room, seq=1)
    assert (await mei.expect("read"))["seq"] == 1
    again = await Talker.enter(server.ws, "Tom", "en", room, token=tom.welcome["token"])
    joined = next(frame for frame in again.seen if frame["type"] == "joined")
    assert joined["room"]["read"] == 1
    assert again.welcome["user"] == tom.welcome["user"]


async def test_fifty_messages_at_once_are_seen_in_one_order(server: Running, room: str) -> None:
    ears = [await Talker.enter(server.ws, f"e{number}", "zh", room) for number in range(3)]
    mouths = [await Talker.enter(server.ws, f"m{number}", "zh", room) for number in range(10)]
    await asyncio.gather(
        *(
            mouth.say("send", id=f"{turn}", room=room, text=f"{number} {turn}")
            for number, mouth in enumerate(mouths)
            for turn in range(5)
        )
    )
    for ear in ears:
        await ear.expect("message", seq=50)
    orders = [
        [(f["seq"], f["at"], text_of(f)) for f in ear.seen if f["type"] == "message"]
        for ear in ears
    ]
    assert orders[0] == orders[1] == orders[2]
    assert [seq for seq, _, _ in orders[0]] == list(range(1, 51))
    assert len({text for _, _, text in orders[0]}) == 50
