"""Where the glossary needs somebody, over HTTP: unknown words, use of notes, conflicts."""

from dataclasses import replace

import pytest

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.core.revisions import SHIPPED, Change
from tests.contracts.drafts import NOON
from tests.edges.http.curators.conftest import Bureau
from tests.office import Caller
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")

SNAKE = EntryId("zh/idiom/hua-she-tian-zu")


async def words(ann: Caller, lang: str = "zh") -> dict[str, dict]:
    found = (await ann.get(f"/glossary/unknown?lang={lang}&limit=200")).json["words"]
    return {each["word"]: each for each in found}


async def test_a_word_that_many_say_and_nobody_explains_is_found(
    bureau: Bureau, ann: Caller, lin: Talker, room: str
) -> None:
    mei = await bureau.talker("阿美", "zh", room)
    await lin.send("这个口红真的嘭叮叮", "a")
    await mei.send("嘭叮叮的电影", "b")
    await lin.send("你就是嘭叮叮吧", "c")
    found = (await words(ann))["嘭叮叮"]
    assert (found["count"], found["people"], found["rooms"]) == (3, 2, 1)
    assert found["ratio"] > 100
    assert found["examples"][0]["text"] == "你就是嘭叮叮吧"
    await mei.leave()


async def test_english_words_are_held_against_everyday_english(
    bureau: Bureau, ann: Caller, room: str
) -> None:
    tom = await bureau.talker("Tom", "en", room)
    for number in range(3):
        await tom.send(f"that party was so blorptastic, people loved number {number}", f"m{number}")
    found = await words(ann, "en")
    assert found["blorptastic"]["count"] == 3
    assert "people" not in found
    await tom.leave()


async def test_how_notes_are_used_is_told_by_entry(bureau: Bureau, ann: Caller) -> None:
    await bureau.store.usage().count({(SNAKE, "helpful"): 3, (SNAKE, "wrong"): 1})
    [first, *_] = (await ann.get("/glossary/usage?sort=helpful")).json["entries"]
    assert (first["entry"]["id"], first["helpful"], first["wrong"]) == (SNAKE, 3, 1)


async def test_new_files_that_contradict_a_curator_wait_for_one(
    bureau: Bureau, ann: Caller
) -> None:
    now = bureau.server.app.library.shipped[SNAKE]
    earlier = replace(now, tone="as it once was shipped")
    await changed(bureau, replace(earlier, tone="as a curator has it"), earlier)
    [conflict] = (await ann.get("/glossary/conflicts")).json["conflicts"]
    assert (conflict["id"], conflict["fields"]) == (SNAKE, ["tone"])
    assert conflict["ours"]["tone"] == "as a curator has it"
    assert conflict["theirs"]["tone"] == now.tone
    path = f"/glossary/entries/{SNAKE}"
    seen = (await ann.get(path)).json
    edited = {"entry": seen["entry"] | {"literal": "x"}, "base": seen["revision"]}
    again = (await ann.ask("PUT", path, edited)).json
    assert len((await ann.get("/glossary/conflicts")).json["conflicts"]) == 1
    settled = {"entry": again["entry"], "base": again["revision"], "settles": True}
    assert (await ann.ask("PUT", path, settled)).status == 200
    assert (await ann.get("/glossary/conflicts")).json["conflicts"] == []


async def changed(bureau: Bureau, entry: Entry, shipped: Entry) -> None:
    """A curator's change on files that have become others since."""
    change = Change(entry.id, entry, SHIPPED, "before the upgrade")
    await bureau.store.revisions().revise([(change, shipped)], None, NOON)
