"""Translation one can trust, over real sockets: phrases, previews, corrections, the memo."""

import asyncio

import pytest
from click.testing import CliRunner

from bridge.cli.proposals import proposals
from tests.server import Running
from tests.talker import Frame, Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def preview(talker: Talker, text: str, lang: str) -> Frame:
    await talker.say("preview", id="p", text=text, lang=lang)
    return await talker.expect("preview", id="p")


async def test_a_known_phrase_is_by_the_phrasebook(lin: Talker, ann: Talker) -> None:
    await lin.send("不客气！", "m1")
    found = await ann.expect("translation", seq=1)
    assert (text_of(found), found["by"], found["status"]) == ("You're welcome!", "phrasebook", "ok")


async def test_a_reader_of_traditional_chinese_reads_it(
    server: Running, room: str, ann: Talker
) -> None:
    mei = await Talker.enter(server.ws, "美", "zh-Hant", room)
    await ann.send("Good morning", "m1")
    found = await mei.expect("translation", seq=1, lang="zh-Hant")
    assert text_of(found) in ("早安", "早上好")
    await mei.send("頭髮很漂亮", "m2")
    shown = await ann.expect("message", seq=2)
    assert shown["lang"] == "zh-Hant"
    assert (await ann.expect("translation", seq=2))["lang"] == "en"
    await mei.leave()


async def test_traditional_chinese_on_offer(ann: Talker) -> None:
    offered = {each["code"]: each["from"] for each in ann.welcome["languages"]}
    assert set(offered) >= {"zh", "zh-Hant", "en"}
    assert "zh-Hant" in offered["zh"]


async def test_a_mixed_message_reaches_both_sides(lin: Talker, ann: Talker) -> None:
    await lin.send("今天好累啊我想回家睡觉 see you tomorrow everyone", "m1")
    found = await ann.expect("translation", seq=1)
    assert text_of(found).endswith("see you tomorrow everyone")


async def test_a_preview_shows_the_other_side_the_way_back_and_the_idiom(lin: Talker) -> None:
    found = await preview(lin, "别画蛇添足了", "en")
    assert found["translation"]["status"] in ("ok", "shaky")
    assert text_of(found["translation"]).isascii()
    assert found["back"]
    [idiom] = [each for each in found["warnings"] if each["kind"] == "idiom"]
    assert (idiom["text"], idiom["entry"]) == ("画蛇添足", "zh/idiom/hua-she-tian-zu")
    assert idiom["plain"] not in (None, "别画蛇添足了")
    assert idiom["note"].startswith("(画蛇添足: ")


async def test_a_preview_warns_of_what_reads_cold(lin: Talker) -> None:
    found = await preview(lin, "呵呵", "en")
    assert {"kind": "tone", "text": "呵呵", "entry": "zh/slang/he-he", "reads": "cold"} in found[
        "warnings"
    ]


async def test_a_preview_of_what_need_not_be_translated_has_no_translation(lin: Talker) -> None:
    found = await preview(lin, "哈哈哈 😀", "en")
    assert (found["translation"], found["back"]) == (None, None)


async def test_nothing_of_a_preview_is_stored(server: Running, lin: Talker, ann: Talker) -> None:
    await preview(lin, "这句话谁也不该看到", "en")
    await lin.send("你好", "m1")
    assert (await ann.expect("message"))["seq"] == 1


async def test_a_newer_question_ends_the_older_one_with_an_answer(lin: Talker) -> None:
    await lin.say("preview", id="p1", text="我昨天去了一家新开的饭馆", lang="en")
    await lin.say("preview", id="p2", text="你好", lang="en")
    await lin.expect("preview", id="p2")
    answered = [frame["type"] for frame in lin.seen if frame.get("id") == "p1"]
    assert answered in (["error"], ["preview"])


async def test_the_author_corrects_the_language_for_everybody(
    server: Running, room: str, lin: Talker, ann: Talker
) -> None:
    await ann.send("no", "m1")
    await lin.expect("message", seq=1)
    await ann.say("translate", id="t", room=room, seq=1, lang="zh", **{"from": "es"})
    refused = await ann.expect("error", id="t")
    assert refused["code"] == "no-route"
    await ann.say("translate", id="t2", room=room, seq=1, lang="en", **{"from": "zh"})
    changed = await lin.expect("message", seq=1, lang="zh")
    assert changed["rev"] == 2


async def test_another_reader_corrects_the_language_for_themselves_alone(
    room: str, lin: Talker, ann: Talker
) -> None:
    await lin.send("ok", "m1", lang="en")
    await ann.expect("message", seq=1, lang="en")
    await ann.say("translate", id="t", room=room, seq=1, lang="en", **{"from": "zh"})
    await ann.send("done", "m2")
    await lin.expect("message", seq=2)
    assert [f["lang"] for f in lin.seen if f["type"] == "message" and f["seq"] == 1] == ["en"]


async def test_an_approved_correction_is_used_from_then_on_in_its_room(
    server: Running, room: str, lin: Talker, ann: Talker
) -> None:
    await lin.send("那个妹子真的绝绝子吧", "m1")
    await ann.expect("translation", seq=1)
    await ann.say("propose", id="p", room=room, seq=1, lang="en", text="That girl is stunning")
    await ann.expect("ack", id="p", seq=1)
    data = str(server.data)
    listed = await asyncio.to_thread(CliRunner().invoke, proposals, ["list", "--data", data])
    assert "那个妹子真的绝绝子吧" in listed.output
    number = listed.output.split()[0]
    done = await asyncio.to_thread(
        CliRunner().invoke, proposals, ["approve", number, "--data", data]
    )
    assert done.exit_code == 0
    await server.app.corrections.refresh()
    await lin.send("那个妹子真的绝绝子吧", "m2")
    found = await ann.expect("translation", seq=2)
    assert (text_of(found), found["by"]) == ("That girl is stunning", "person")
