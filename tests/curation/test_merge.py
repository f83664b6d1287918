"""Two versions of an entry that come from one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import Lang
from bridge.curation.fields import OWN, FieldChange, built, changes, flat
from bridge.curation.merge import FieldConflict, merge
from tests.curation.entries import SNAKE, changed, easy, entries

EN, JA = Lang("en"), Lang("ja")
NEW_GLOSS = replace(SNAKE.explained[0][1], gloss="to overdo it")


def telling(entry: Entry, **told: Explanation) -> Entry:
    return replace(entry, explained=tuple((Lang(lang), each) for lang, each in told.items()))


def taking(entry: Entry, other: Entry, fields: set[str]) -> Entry:
    return replace(entry, **{name: getattr(other, name) for name in fields})


@easy
@given(entries, entries)
def test_when_one_side_left_it_alone_the_other_counts(one: Entry, other: Entry) -> None:
    assert merge(one, one, other).entry == other
    assert merge(one, other, one).entry == other
    assert merge(one, other, other).entry == other
    assert merge(one, one, None).entry is None


@easy
@given(entries, entries, entries)
def test_whatever_meets_a_whole_entry_comes_of_it(base: Entry, ours: Entry, theirs: Entry) -> None:
    merged = merge(base, ours, theirs)
    assert merged.entry is not None
    assert built(merged.entry.id, flat(merged.entry)) == merged.entry


@easy
@given(entries, entries, entries)
def test_both_sides_meet_the_same_conflicts(base: Entry, ours: Entry, theirs: Entry) -> None:
    mine = {each.field for each in merge(base, ours, theirs).conflicts}
    assert mine == {each.field for each in merge(base, theirs, ours).conflicts}


@easy
@given(entries, entries, entries)
def test_a_field_in_conflict_is_as_ours_has_it(base: Entry, ours: Entry, theirs: Entry) -> None:
    merged = merge(base, ours, theirs)
    assert merged.entry is not None
    of_merged, of_ours = flat(merged.entry), flat(ours)
    fields = [each.field for each in merged.conflicts if each.field != "for"]
    assert {each: of_merged.get(each) for each in fields} == {
        each: of_ours.get(each) for each in fields
    }


@easy
@given(entries, entries, entries, st.sets(st.sampled_from(OWN)))
def test_changes_of_different_fields_never_contradict(
    base: Entry, one: Entry, other: Entry, mine: set[str]
) -> None:
    ours, theirs = taking(base, one, mine), taking(base, other, set(OWN) - mine)
    assert merge(base, ours, theirs).conflicts == ()
    assert merge(base, ours, theirs).entry == taking(ours, other, set(OWN) - mine)


def test_changes_of_different_fields_go_together() -> None:
    merged = merge(SNAKE, changed(SNAKE, tone="ironic"), changed(SNAKE, plain="多余"))
    assert merged.conflicts == ()
    assert merged.entry == changed(SNAKE, tone="ironic", plain="多余")


def test_changes_of_one_field_contradict() -> None:
    merged = merge(SNAKE, changed(SNAKE, plain="多余"), changed(SNAKE, plain="没必要"))
    assert merged.conflicts == (FieldConflict("plain", "做多余的事", "多余", "没必要"),)
    assert merged.entry == changed(SNAKE, plain="多余")


def test_explanations_are_merged_field_by_field() -> None:
    ours = telling(SNAKE, en=NEW_GLOSS, ja=Explanation("蛇足"))
    theirs = telling(SNAKE, en=SNAKE.explained[0][1], ja=Explanation("蛇足", body="余計。"))
    merged = merge(SNAKE, ours, theirs)
    assert merged.conflicts == ()
    assert merged.entry == telling(SNAKE, en=NEW_GLOSS, ja=Explanation("蛇足", body="余計。"))


def test_lists_take_what_both_added_and_lose_what_either_took_out() -> None:
    base = changed(SNAKE, hits=("a", "b", "c"))
    ours, theirs = changed(base, hits=("new", "a", "b")), changed(base, hits=("b", "c", "end"))
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.entry == changed(base, hits=("new", "b", "end"))


def test_two_rewordings_of_one_item_contradict() -> None:
    base = changed(SNAKE, hits=("a", "b"))
    merged = merge(base, changed(base, hits=("a1", "b")), changed(base, hits=("a2", "b")))
    assert [each.field for each in merged.conflicts] == ["hits"]
    assert merged.entry == changed(base, hits=("a1", "b"))


def test_what_neither_took_away_alone_is_not_lost_to_both() -> None:
    base = changed(SNAKE, hits=("a", "b"))
    merged = merge(base, changed(base, hits=("a",)), changed(base, hits=("b",)))
    assert [each.field for each in merged.conflicts] == ["hits"]
    assert merged.entry == changed(base, hits=("a",))


def test_an_explanation_that_one_side_removed_and_the_other_changed_contradicts() -> None:
    ours = telling(SNAKE, en=SNAKE.explained[0][1])
    theirs = telling(SNAKE, en=SNAKE.explained[0][1], ja=Explanation("蛇足", body="余計。"))
    merged = merge(SNAKE, ours, theirs)
    assert "for.ja.gloss" in [each.field for each in merged.conflicts]
    assert merged.entry == ours


def test_removing_contradicts_changing_and_the_one_that_lives_is_kept() -> None:
    other = changed(SNAKE, plain="多余")
    assert merge(SNAKE, None, other).entry == merge(SNAKE, other, None).entry == other
    assert merge(SNAKE, None, other).conflicts[0].field == "entry"


def test_two_that_were_added_at_once_agree_where_they_say_the_same() -> None:
    merged = merge(None, changed(SNAKE, tone=None, plain="a"), changed(SNAKE, tone="b", plain="c"))
    assert [each.field for each in merged.conflicts] == ["plain"]
    assert merged.entry == changed(SNAKE, tone="b", plain="a")


def test_changes_are_told_in_the_order_of_the_files() -> None:
    after = telling(changed(SNAKE, tone="warm", reading=None), en=NEW_GLOSS)
    assert changes(SNAKE, after) == (
        FieldChange("reading", "huà shé tiān zú", None),
        FieldChange("tone", None, "warm"),
        FieldChange("for.en.gloss", "to ruin by adding", "to overdo it"),
        FieldChange("for.ja.gloss", "蛇足", None),
    )


@pytest.mark.parametrize(("before", "after"), [(None, SNAKE), (SNAKE, None)])
def test_what_is_added_or_removed_changes_every_field_it_has(
    before: Entry | None, after: Entry | None
) -> None:
    assert {each.field for each in changes(before, after)} == set(flat(SNAKE))
