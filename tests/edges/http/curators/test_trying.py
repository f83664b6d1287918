"""What a change would do, over HTTP: on the last messages, on a text, before anybody makes it."""

from typing import Any

import pytest

from tests.edges.http.curators.test_queue import correct, proposed
from tests.office import Caller
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")

JUAN: dict[str, Any] = {
    "id": "zh/slang/tang-juan",
    "term": "烫卷",
    "hits": ["他们都在烫卷"],
    "for": {"en": {"gloss": "to curl"}},
}


def texts(found: list[dict[str, Any]], room: str) -> list[str]:
    return [each["text"] for each in found if each["room"] == room]


async def say(lin: Talker, tom: Talker, *lines: str) -> None:
    for number, line in enumerate(lines, 1):
        await lin.send(line, f"m{number}")
    await tom.expect("message", seq=len(lines))


async def test_hits_and_what_stands_inside_other_words_are_told_apart(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    entry = JUAN | {"id": "zh/slang/che-jian", "term": "切件", "hits": ["切件好吃"]}
    await say(lin, tom, "这家切件不错", "一切件件都好", "今天下雨")
    found = (await ann.post("/glossary/effect", {"entry": entry, "id": entry["id"]})).json
    assert texts(found["hits"], room) == ["这家切件不错"]
    assert texts(found["inside"], room) == ["一切件件都好"]
    assert found["inside"][0]["words"] == "切件"
    assert found["counts"]["hits"] >= 1
    assert found["messages"] >= 3


async def test_messages_that_lose_a_note_are_told(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await say(lin, tom, "你这是画蛇添足啊")
    asked = {"entry": None, "id": "zh/idiom/hua-she-tian-zu"}
    found = (await ann.post("/glossary/effect", asked)).json
    assert texts(found["lost"], room) == ["你这是画蛇添足啊"]
    assert texts(found["hits"], room) == []


async def test_translations_that_would_change_are_shown_before_and_after(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await say(lin, tom, "他昨天躺板板了")
    entry = JUAN | {
        "id": "zh/slang/tang-ban-ban",
        "term": "躺板板",
        "plain": "死",
        "hits": ["躺板板了"],
    }
    found = (await ann.post("/glossary/effect", {"entry": entry, "id": entry["id"]})).json
    [changed] = [each for each in found["translations"] if each["room"] == room]
    assert (changed["lang"], changed["text"]) == ("en", "他昨天躺板板了")
    assert changed["before"] != changed["after"]
    assert found["rendered"] >= 1


async def test_other_words_for_a_translation_are_tried_too(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await correct(lin, tom, "那只猫又在楼下叫了", "That cat is at it again")
    number = (await proposed(ann, room))["id"]
    asked = {"proposal": number, "better": "The cat downstairs is calling again"}
    found = (await ann.post("/glossary/effect", asked)).json
    assert texts(found["hits"], room) == ["那只猫又在楼下叫了"]
    [changed] = [each for each in found["translations"] if each["room"] == room]
    assert changed["after"] == "The cat downstairs is calling again"


async def test_a_deleted_message_is_in_no_effect(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await say(lin, tom, "秘密烫卷吧")
    await lin.say("delete", id="d", room=room, seq=1)
    await lin.expect("ack", id="d")
    found = (await ann.post("/glossary/effect", {"entry": JUAN, "id": JUAN["id"]})).json
    assert texts(found["hits"] + found["inside"], room) == []


async def test_an_effect_of_nothing_is_refused(ann: Caller) -> None:
    assert (await ann.post("/glossary/effect", {})).status == 404
    assert (await ann.post("/glossary/effect", {"id": "zh/slang/nope"})).status == 404
    assert (await ann.post("/glossary/effect", {"proposal": 10**9})).status == 404
    assert (await ann.post("/glossary/effect", {"entry": {"term": "x"}})).status == 422


async def test_a_text_is_tried_with_an_entry_that_is_still_being_written(ann: Caller) -> None:
    entry = {"id": "zh/slang/", "term": "栓扣", "for": {"en": {"gloss": ""}}, "hits": []}
    found = (await ann.post("/glossary/try", {"entry": entry, "text": "我真的栓扣"})).json
    assert found["runs"] == [{"text": "我真的"}, {"text": "栓扣", "entry": "zh/slang/new"}]
    assert found["entries"][0]["term"] == "栓扣"


async def test_without_a_term_the_glossary_is_tried_as_it_is(ann: Caller) -> None:
    asked = {"entry": {"id": "zh/slang/", "term": " "}, "text": "别画蛇添足了"}
    found = (await ann.post("/glossary/try", asked)).json
    assert [run.get("entry") for run in found["runs"]][1] == "zh/idiom/hua-she-tian-zu"


async def test_trying_changes_nothing(ann: Caller) -> None:
    await ann.post("/glossary/try", {"entry": JUAN, "text": "烫卷"})
    assert (await ann.get("/glossary/entries/zh/slang/tang-juan")).status == 404
