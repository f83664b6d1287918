"""Changing entries: tried against the whole glossary, written once, never over somebody else's."""

from dataclasses import replace

import pytest

from bridge.core.revisions import SHIPPED, Change, RevisionNumber
from bridge.curation.editing import BadEntry, Edit, parsed
from bridge.ports.revisions import Overtaken
from tests.contracts.drafts import MEI, TOM
from tests.curation.rooms import JUAN, SNAKE, Rooms, entry


def edit(changed: object, base: int = SHIPPED, **more: object) -> Edit:
    return Edit(changed.id, changed, RevisionNumber(base), "test", **more)  # type: ignore[attr-defined, arg-type]


async def test_a_change_is_written_and_told(rooms: Rooms) -> None:
    made = await rooms.editor.edit(edit(replace(SNAKE, tone="harsh")), MEI)
    assert (made.number, made.shipped, made.why) == (1, SNAKE, "test")
    assert rooms.changes == ["changed"]
    known = await rooms.known.entry(SNAKE.id)
    assert known.entry is not None
    assert (known.entry.tone, known.revision, known.shipped) == ("harsh", 1, SNAKE)


async def test_a_hit_that_is_not_found_keeps_it_out(rooms: Rooms) -> None:
    wrong = entry("wrong", "嘟嘟价", "完全没有它")
    with pytest.raises(BadEntry, match="`hits`: the entry is not found in its hit “完全没有它”"):
        await rooms.editor.edit(edit(wrong), MEI)
    assert (await rooms.known.entry(wrong.id)).entry is None
    assert rooms.changes == []


async def test_a_miss_that_is_found_keeps_it_out(rooms: Rooms) -> None:
    wrong = replace(SNAKE, misses=("他画蛇添足",))
    with pytest.raises(BadEntry, match="`misses`"):
        await rooms.editor.edit(edit(wrong), MEI)


async def test_the_hits_of_others_are_kept(rooms: Rooms) -> None:
    longer = entry("longer", "别画蛇添足", "你别画蛇添足啊")
    with pytest.raises(BadEntry, match="zh/slang/hua-she would lose its hit “别画蛇添足了”"):
        await rooms.editor.edit(edit(longer), MEI)


async def test_what_was_wrong_with_others_before_is_no_reason(rooms: Rooms) -> None:
    broken = replace(JUAN, hits=("没有那个词",))
    rooms.shelf.use(SNAKE, broken)
    await rooms.editor.edit(edit(entry("new", "卷王", "他是卷王")), MEI)
    assert rooms.changes == ["changed"]


async def test_whoever_comes_second_changes_nothing(rooms: Rooms) -> None:
    await rooms.editor.edit(edit(replace(SNAKE, tone="harsh")), MEI)
    with pytest.raises(Overtaken):
        await rooms.editor.edit(edit(replace(SNAKE, tone="kind")), TOM)
    assert rooms.changes == ["changed"]


async def test_an_edit_beside_a_conflict_with_new_files_does_not_end_it(rooms: Rooms) -> None:
    earlier = replace(SNAKE, tone="as it was")
    ours = replace(SNAKE, tone="as curators want it")
    change = Change(SNAKE.id, ours, SHIPPED, "before")
    [before] = await rooms.store.revisions().revise([(change, earlier)], MEI, rooms.clock.now())
    assert len(await rooms.known.conflicts()) == 1
    more = replace(ours, literal="to draw a snake")
    beside = await rooms.editor.edit(edit(more, before.number), TOM)
    assert len(await rooms.known.conflicts()) == 1
    await rooms.editor.edit(edit(more, beside.number, settles=True), TOM)
    assert await rooms.known.conflicts() == ()


@pytest.mark.parametrize(
    ("table", "cure"),
    [
        ({"term": "x"}, "nobody is told what it means"),
        ({"term": "x", "for": {"en": {"gloss": "y"}}}, "add `hits`"),
        ({"term": "x", "hits": ["x"], "for": {"en": {"gloss": "y"}}, "what": 1}, "`what` is no"),
        ({"term": "x\x00", "hits": ["x"], "for": {"en": {"gloss": "y"}}}, "U\\+0000"),
    ],
)
def test_what_is_no_entry_is_refused_with_the_cure(table: dict[str, object], cure: str) -> None:
    with pytest.raises(BadEntry, match=cure):
        parsed(SNAKE.id, table)
