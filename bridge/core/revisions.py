"""What curators made of the glossary since it was shipped, as values."""

from dataclasses import dataclass
from typing import NewType

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Millis, UserId

RevisionNumber = NewType("RevisionNumber", int)
"""Grows over all entries: 0 is an entry as it was shipped."""
SHIPPED = RevisionNumber(0)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry as somebody wants it: `entry` None removes it. `base` is the revision that they
    had before them; `undoes` the revision that this takes back."""

    id: EntryId
    entry: Entry | None
    base: RevisionNumber
    why: str
    undoes: RevisionNumber | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of one entry. `shipped` is the entry in the files when curators first changed it,
    or when they last looked at both: what a new version of the files is compared with."""

    number: RevisionNumber
    id: EntryId
    entry: Entry | None
    shipped: Entry | None
    by: UserId | None
    by_name: str
    made: Millis
    why: str
    undoes: RevisionNumber | None = None
