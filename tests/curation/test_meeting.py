"""New glossary files meet what curators changed."""

from bridge.core.glossary import Entry
from bridge.core.model import Millis
from bridge.core.revisions import Revision, RevisionNumber
from bridge.curation.meeting import Met, decided, meet, settled
from tests.curation.entries import SNAKE, TIS, changed

OURS = changed(SNAKE, plain="多余")
THEIRS = changed(SNAKE, tone="ironic")
AGAINST = changed(SNAKE, plain="没必要")


def revision(entry: Entry | None, shipped: Entry | None = SNAKE, number: int = 1) -> Revision:
    return Revision(
        RevisionNumber(number), SNAKE.id, entry, shipped, None, "mei", Millis(0), "because"
    )


def test_files_that_nobody_changed_are_as_they_are() -> None:
    assert meet([SNAKE, TIS], []) == Met((TIS, SNAKE), ())


def test_a_curators_change_lies_over_the_files() -> None:
    assert meet([SNAKE, TIS], [revision(OURS)]).entries == (TIS, OURS)


def test_an_entry_that_curators_made_is_there_without_a_file() -> None:
    assert meet([TIS], [revision(SNAKE, None)]).entries == (TIS, SNAKE)


def test_an_entry_that_curators_removed_is_gone() -> None:
    assert meet([SNAKE, TIS], [revision(None)]).entries == (TIS,)


def test_a_new_file_and_a_curators_change_of_other_fields_go_together() -> None:
    met = meet([THEIRS], [revision(OURS)])
    assert met == Met((changed(OURS, tone="ironic"),), ())


def test_a_new_file_against_a_curators_change_is_shown_and_not_chosen() -> None:
    met = meet([AGAINST], [revision(OURS)])
    assert met.entries == (OURS,)
    (meeting,) = met.conflicts
    assert [each.field for each in meeting.conflicts] == ["plain"]
    assert (meeting.theirs, meeting.revision.entry) == (AGAINST, OURS)


def test_a_new_file_against_a_removal_is_shown_and_the_entry_stays_away() -> None:
    met = meet([AGAINST], [revision(None)])
    assert met.entries == ()
    assert [each.field for each in met.conflicts[0].conflicts] == ["entry"]


def test_a_file_that_took_over_an_earlier_change_is_no_conflict() -> None:
    (meeting,) = meet([OURS], [revision(AGAINST, number=2)]).conflicts
    assert settled(meeting, [revision(OURS), revision(AGAINST, number=2)]).conflicts == ()
    assert settled(meeting, [revision(AGAINST, number=2)]) == meeting


def test_deciding_a_contradiction_keeps_what_did_not_contradict() -> None:
    ours, theirs = changed(OURS, reading=None), changed(AGAINST, tone="ironic")
    (meeting,) = meet([theirs], [revision(ours)]).conflicts
    both = changed(SNAKE, reading=None, tone="ironic")
    assert decided(meeting, for_files=True) == changed(both, plain="没必要")
    assert decided(meeting, for_files=False) == changed(both, plain="多余")


def test_a_removal_is_decided_whole() -> None:
    (meeting,) = meet([AGAINST], [revision(None)]).conflicts
    assert decided(meeting, for_files=True) == AGAINST
    assert decided(meeting, for_files=False) is None
