"""Dry runs and conflicts as a terminal shows them."""

from collections.abc import Iterator

from bridge.cli.terminal.lines import safe_name
from bridge.curation.fields import Value
from bridge.curation.formats.cells import shown
from bridge.curation.meeting import Meeting
from bridge.curation.merge import FieldConflict
from bridge.curation.plan import Line, Plan, What

MOST_ROWS = 40
"""Of each sort; `--all` shows the rest."""
MOST_OF_A_VALUE = 70
_WORST_FIRST = (What.ERROR, What.CONFLICT, What.CHANGE, What.ADD)


def table(plan: Plan, everything: bool) -> Iterator[str]:
    """The rows that are not the same, the worst first, and the counts."""
    for what in _WORST_FIRST:
        rows = [line for line in plan.lines if line.what is what]
        for line in rows if everything else rows[:MOST_ROWS]:
            yield from _row(line)
        if len(rows) > MOST_ROWS and not everything:
            yield f"… and {len(rows) - MOST_ROWS:,} more to {what}; --all shows them"
    yield ", ".join(f"{count:,} {what}" for what, count in plan.counts().items())


def conflict(meeting: Meeting) -> Iterator[str]:
    """One entry that curators and files say different things of."""
    revision = meeting.revision
    yield f"{revision.id}  changed by {safe_name(revision.by_name)}: {safe_name(revision.why)}"
    for each in meeting.conflicts:
        yield from _sides(each, "the curators", "the files")


def _row(line: Line) -> Iterator[str]:
    place = f"row {line.at}" if line.at else "file"
    yield f"{line.what:<9}{place:<10}{safe_name(line.id) if line.id else ''}".rstrip()
    if line.why:
        yield f"    {safe_name(line.why)}"
    for sides in line.conflicts:
        yield from _sides(sides, "here", "the file")
    if line.what is What.CHANGE:
        for each in line.changes:
            yield f"    {each.field}: {_short(each.before)} → {_short(each.after)}"
    if line.what is What.ADD and line.entry is not None:
        yield f"    {_short(line.entry.term)}: {_short(line.entry.explained[0][1].gloss)}"


def _sides(each: FieldConflict, ours: str, theirs: str) -> Iterator[str]:
    yield f"    {each.field}"
    yield f"        before        {_short(each.base)}"
    yield f"        {ours:<14}{_short(each.ours)}"
    yield f"        {theirs:<14}{_short(each.theirs)}"


def _short(value: Value | None) -> str:
    if value is None:
        return "(nothing)"
    text = safe_name(shown(value).replace("\n", " | "))
    return text if len(text) <= MOST_OF_A_VALUE else f"{text[: MOST_OF_A_VALUE - 1]}…"
