"""The dry run of an import: what it would do, and what it refuses."""

from bridge.core.glossary import Entry
from bridge.core.revisions import RevisionNumber
from bridge.curation.formats import csv
from bridge.curation.formats.rows import Read
from bridge.curation.plan import Line, Now, Plan, outdated, planned
from tests.curation.entries import SNAKE, changed

NEWER = changed(SNAKE, tone="ironic")


def sheet(fields: str, cells: str, revision: int = 3) -> Read:
    return csv.read(f"id,revision,{fields}\n{SNAKE.id},{revision},{cells}\n".encode())


def now(entry: Entry | None, revision: int) -> dict[str, Now]:
    return {SNAKE.id: Now(entry, RevisionNumber(revision))}


def line(read: Read, known: dict[str, Now], *earlier: tuple[int, Entry | None]) -> Line:
    past = {(str(SNAKE.id), number): entry for number, entry in earlier}
    (found,) = planned(known, read, past)  # type: ignore[arg-type]
    return found


def test_a_row_that_nobody_overtook_changes_the_entry() -> None:
    found = line(sheet("plain", "多余"), now(SNAKE, 3))
    assert (found.what, found.entry, found.base) == ("change", changed(SNAKE, plain="多余"), 3)
    assert [(each.field, each.after) for each in found.changes] == [("plain", "多余")]


def test_a_row_that_says_what_is_known_is_the_same() -> None:
    assert line(sheet("plain", "做多余的事"), now(SNAKE, 3)).what == "same"


def test_a_row_for_an_unknown_entry_adds_it_wherever_its_revision_is_from() -> None:
    found = line(sheet("term,hits,for.en.gloss", "蛇足,蛇足,superfluous", 99), {})
    assert (found.what, found.base) == ("add", 0)


def test_a_row_for_a_removed_entry_adds_it_again_on_its_latest_revision() -> None:
    found = line(sheet("term,hits,for.en.gloss", "蛇足,蛇足,superfluous", 7), now(None, 7))
    assert (found.what, found.base) == ("add", 7)


def test_an_older_export_that_changes_another_field_is_merged() -> None:
    found = line(sheet("plain", "多余"), now(NEWER, 5), (3, SNAKE))
    assert (found.what, found.base) == ("change", 5)
    assert found.entry == changed(NEWER, plain="多余")


def test_an_older_export_that_nobody_worked_on_takes_nothing_back() -> None:
    assert line(sheet("tone", ""), now(NEWER, 5), (3, SNAKE)).what == "same"
    assert line(sheet("tone", ""), now(None, 5), (3, SNAKE)).what == "same"


def test_both_changing_one_field_is_a_conflict() -> None:
    found = line(sheet("tone", "warm"), now(NEWER, 5), (3, SNAKE))
    assert (found.what, found.entry) == ("conflict", None)
    assert found.why == "changed here since revision 3, in the same place: tone"
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == (None, "ironic", "warm")


def test_changing_what_was_removed_is_a_conflict() -> None:
    assert line(sheet("tone", "warm"), now(None, 5), (3, SNAKE)).what == "conflict"


def test_a_revision_that_nobody_knows_is_a_conflict() -> None:
    found = line(sheet("tone", "warm", 9), now(SNAKE, 5))
    assert (found.what, found.why[:22]) == ("conflict", "exported at revision 9")


def test_only_the_revisions_that_are_past_are_asked_for() -> None:
    assert outdated(now(SNAKE, 5), sheet("tone", "", 3)) == {(SNAKE.id, 3)}  # type: ignore[arg-type]
    assert outdated(now(SNAKE, 3), sheet("tone", "", 3)) == frozenset()  # type: ignore[arg-type]
    assert outdated({}, sheet("tone", "", 3)) == frozenset()


def test_one_wrong_row_stops_all() -> None:
    good = line(sheet("plain", "多余"), now(SNAKE, 3))
    bad = line(sheet("term", ""), now(SNAKE, 3))
    assert Plan((good,)).may_apply
    assert not Plan((good, bad)).may_apply
    assert bad.why == "Object missing required field `term`"


def test_rows_are_counted_by_what_becomes_of_them() -> None:
    found = line(sheet("plain", "多余"), now(SNAKE, 3))
    assert Plan((found, found)).counts() == {
        "add": 0,
        "change": 2,
        "same": 0,
        "conflict": 0,
        "error": 0,
    }


def test_a_digest_changes_with_what_would_be_done_and_with_nothing_else() -> None:
    first = Plan((line(sheet("plain", "多余"), now(SNAKE, 3)),)).digest()
    assert first == Plan((line(sheet("plain", "多余"), now(SNAKE, 3)),)).digest()
    assert first != Plan((line(sheet("plain", "没必要"), now(SNAKE, 3)),)).digest()
    later = line(sheet("plain", "多余"), now(NEWER, 5), (3, SNAKE))
    assert first != Plan((later,)).digest()
