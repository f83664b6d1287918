"""What an import would do, row by row, before it does anything: all of it or nothing."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bridge.core.glossary import Entry, parse_entry
from bridge.core.model import EntryId
from bridge.core.revisions import SHIPPED, RevisionNumber
from bridge.curation.fields import FieldChange, changes, flat, parts
from bridge.curation.formats.rows import Read, Row
from bridge.curation.merge import FieldConflict, merge
from bridge.errors import GlossaryError

MOST_TEXT = 20_000
"""Characters that one field may have, lists counted whole."""
_UNSAYABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class What(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    CONFLICT = "conflict"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Now:
    """An entry as it is in use, and its revision; `entry` is None when it was removed."""

    entry: Entry | None
    revision: RevisionNumber = SHIPPED


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the dry run. `entry` is what would be stored, for ADD and CHANGE; `base` is the
    revision that it was made on; `why` is the reason, for CONFLICT and ERROR."""

    at: int
    id: str
    what: What
    why: str = ""
    changes: tuple[FieldChange, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()
    entry: Entry | None = None
    base: RevisionNumber = SHIPPED


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of a file."""

    lines: tuple[Line, ...]

    @property
    def may_apply(self) -> bool:
        """One row in error or in conflict stops all."""
        return not any(line.what in (What.CONFLICT, What.ERROR) for line in self.lines)

    @property
    def to_do(self) -> tuple[Line, ...]:
        """The rows that change something."""
        return tuple(line for line in self.lines if line.what in (What.ADD, What.CHANGE))

    def counts(self) -> Mapping[What, int]:
        """How many rows of each sort, none left out."""
        counted = Counter(line.what for line in self.lines)
        return {what: counted[what] for what in What}

    def digest(self) -> str:
        """Changes with anything that applying it would do: what was shown is what is applied."""
        seen = hashlib.sha256()
        for line in self.lines:
            seen.update(repr((line.at, line.id, line.what, line.base, line.entry)).encode())
        return seen.hexdigest()[:32]


Known = Mapping[EntryId, Now]
Earlier = Mapping[tuple[str, int], Entry | None]
"""Entries as they were at a revision."""


def outdated(known: Known, read: Read) -> frozenset[tuple[str, int]]:
    """Rows that were exported before their entry's present revision, as id and revision: what
    `planned` wants to know of the past."""
    return frozenset(
        (row.id, row.revision)
        for row in read.rows
        if row.revision is not None and _is_outdated(row, known.get(EntryId(row.id)))
    )


def planned(known: Known, read: Read, earlier: Earlier) -> Iterator[Line]:
    """Row by row, so that somebody can watch; `Plan(tuple(...))` is the whole."""
    for problem in read.problems:
        yield Line(problem.at, "", What.ERROR, problem.what)
    seen: dict[str, int] = {}
    for row in read.rows:
        if row.id in seen:
            why = f"row {seen[row.id]} has this id as well: keep one of them"
            yield Line(row.at, row.id, What.ERROR, why)
            continue
        seen[row.id] = row.at
        try:
            yield _line(row, known.get(EntryId(row.id)), earlier)
        except GlossaryError as error:
            yield Line(row.at, row.id, What.ERROR, str(error)[:500])


def _line(row: Row, now: Now | None, earlier: Earlier) -> Line:
    if now is None:
        return _compared(row, Now(None), _entry(row, None))
    if not _is_outdated(row, now):
        return _compared(row, now, _entry(row, now.entry))
    past = (row.id, row.revision or 0)
    if past not in earlier:
        why = f"exported at revision {row.revision}, which nobody knows here: export it again"
        return Line(row.at, row.id, What.CONFLICT, why, base=now.revision)
    base = earlier[past]
    theirs = _entry(row, base)
    merged = merge(base, now.entry, theirs)
    if not merged.conflicts:
        return _compared(row, now, merged.entry)
    names = ", ".join(conflict.field for conflict in merged.conflicts)
    why = f"changed here since revision {row.revision}, in the same place: {names}"
    return Line(
        row.at,
        row.id,
        What.CONFLICT,
        why,
        changes(now.entry, theirs),
        merged.conflicts,
        base=now.revision,
    )


def _compared(row: Row, now: Now, entry: Entry | None) -> Line:
    if entry == now.entry:
        return Line(row.at, row.id, What.SAME, base=now.revision)
    what = What.CHANGE if now.entry else What.ADD
    found = changes(now.entry, entry)
    return Line(row.at, row.id, what, changes=found, entry=entry, base=now.revision)


def _entry(row: Row, below: Entry | None) -> Entry:
    lang, kind, key = parts(row.id)
    entry = parse_entry(key, row.over(below), lang, kind)
    for name, value in flat(entry).items():
        said = "".join(value) if isinstance(value, tuple) else str(value)
        if len(said) > MOST_TEXT:
            raise GlossaryError(f"{name} has {len(said):,} characters; the limit is {MOST_TEXT:,}")
        unsayable = _UNSAYABLE.search(said)
        if unsayable:
            code = f"U+{ord(unsayable.group()):04X}"
            raise GlossaryError(f"{name} holds the control character {code}: take it out")
    return entry


def _is_outdated(row: Row, now: Now | None) -> bool:
    # An entry that nobody knows here comes from elsewhere, and so does its revision.
    return now is not None and row.revision is not None and row.revision != now.revision
