"""A curator's change is in the open rooms within a second, on what was said before too."""

from dataclasses import replace

import pytest

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Lang, Millis
from bridge.core.revisions import SHIPPED, Change, Revision
from bridge.store.sqlite import SqliteStore
from tests.server import Running
from tests.talker import Frame, Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOW = Millis(1_800_000_000_000)
GLOSS = Explanation("to be drained by pointless rivalry", equivalent="worn to a frazzle")


def entry(name: str, term: str, **more: object) -> Entry:
    told = ((Lang("en"), GLOSS),)
    spelt = EntryId(f"zh/slang/{name}")
    made = Entry(spelt, Lang("zh"), "slang", term, hits=(term,), explained=told)
    return replace(made, **more)  # type: ignore[arg-type]


async def put(store: SqliteStore, new: Entry, base: Revision | None = None) -> Revision:
    change = Change(new.id, new, base.number if base else SHIPPED, "because")
    [made] = await store.revisions().revise([(change, None)], None, NOW)
    return made


async def noted(talker: Talker, seq: int, name: str) -> Frame:
    """The message once it carries the note."""
    while True:
        found = await talker.expect("message", seq=seq)
        if f"zh/slang/{name}" in {run.get("entry") for run in found["runs"]}:
            return found


async def test_a_new_entry_reaches_every_open_client(
    lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    await lin.send("这破班上得我班味十足十", "m1")
    first = await ann.expect("message", seq=1)
    await ann.expect("translation", seq=1)
    await put(store, entry("ban-wei-one", "班味十足十"))
    told = [await noted(talker, 1, "ban-wei-one") for talker in (ann, lin)]
    for again in told:
        assert (again["rev"], text_of(again)) == (1, text_of(first))
        assert again["at"] > first["at"]


async def test_the_translation_of_a_noted_message_is_made_anew(
    lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    await lin.send("班味十足百", "m1")
    before = await ann.expect("translation", seq=1)
    await put(store, entry("ban-wei-two", "班味十足百"))
    after = await ann.expect("translation", seq=1)
    assert after["at"] > before["at"]
    assert text_of(after) == "Worn to a frazzle"


async def test_another_plain_form_changes_the_translation_and_no_message(
    server: Running, lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    first = await put(store, entry("ban-wei-three", "班味十足千"))
    await server.app.glossary.refresh()
    await lin.send("班味十足千", "m1")
    assert text_of(await ann.expect("translation", seq=1)) == "Worn to a frazzle"
    better = ((Lang("en"), replace(GLOSS, equivalent="burnt out")),)
    await put(store, replace(entry("ban-wei-three", "班味十足千"), explained=better), first)
    assert text_of(await ann.expect("translation", seq=1)) == "Burnt out"
    assert [f["type"] for f in ann.seen].count("message") == 1


async def test_a_sentence_without_the_entry_is_not_made_anew(
    lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    await lin.send("我昨天去了一家新开的饭馆", "m1")
    await lin.send("班味十足万", "m2")
    first = await ann.expect("translation", seq=1)
    await ann.expect("translation", seq=2)
    await put(store, entry("ban-wei-four", "班味十足万"))
    await ann.expect("translation", seq=2)
    await lin.send("我昨天去了一家新开的饭馆", "m3")
    again = await ann.expect("translation", seq=3)
    assert again["runs"] == first["runs"]
    assert [f["seq"] for f in ann.seen if f["type"] == "translation"].count(1) == 1


async def test_a_note_that_a_curator_takes_away_goes_from_old_messages(
    lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    made = await put(store, entry("ban-wei-five", "班味十足亿"))
    await lin.send("班味十足亿", "m1")
    await noted(ann, 1, "ban-wei-five")
    gone = Change(made.id, None, made.number, "made up")
    await store.revisions().revise([(gone, None)], None, NOW)
    after = await ann.expect("message", seq=1)
    assert [run.get("entry") for run in after["runs"]].count("zh/slang/ban-wei-five") == 0


async def test_old_messages_of_a_closed_room_get_their_notes_when_somebody_comes_in(
    server: Running, room: str, store: SqliteStore
) -> None:
    lin = await Talker.enter(server.ws, "小林", "zh", room)
    await lin.send("班味十足兆", "m1")
    await lin.leave()
    await put(store, entry("ban-wei-six", "班味十足兆"))
    await server.app.glossary.refresh()
    ann = await Talker.enter(server.ws, "Ann", "en", room)
    assert (await noted(ann, 1, "ban-wei-six"))["rev"] == 1
    await ann.leave()


async def test_the_search_finds_what_a_curator_added(server: Running, store: SqliteStore) -> None:
    await put(store, entry("ban-wei-seven", "班味十足京"))
    await server.app.glossary.refresh()
    library = server.app.library
    [found] = await library.search("班味十足京", None, None, 5)
    assert found == library.entry(EntryId("zh/slang/ban-wei-seven"))
