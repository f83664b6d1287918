"""Two people changed one entry: what the second one is shown, so that nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.revisions import SHIPPED, Revision, RevisionNumber
from bridge.curation.merge import merge


@dataclass(frozen=True, slots=True)
class Contested:
    """`base` is what both began with, `yours` what was not stored, `theirs` what `latest` made of
    it. `merged` is both, where they agree; `fields` names those in which they do not. None is an
    entry that does not exist."""

    base: Entry | None
    yours: Entry | None
    latest: Revision
    merged: Entry | None
    fields: tuple[str, ...]

    @property
    def theirs(self) -> Entry | None:
        """What the other one made of it."""
        return self.latest.entry


def contested(yours: Entry | None, base: RevisionNumber, history: Sequence[Revision]) -> Contested:
    """`history` is all of the entry, oldest first, and not empty."""
    before = state_at(base, history)
    latest = history[-1]
    merged = merge(before, yours, latest.entry)
    fields = tuple(conflict.field for conflict in merged.conflicts)
    return Contested(before, yours, latest, merged.entry, fields)


def state_at(number: RevisionNumber, history: Sequence[Revision]) -> Entry | None:
    """The entry as it was at a revision of its history; 0: as it was shipped then."""
    if number == SHIPPED:
        return history[0].shipped if history else None
    return next((each.entry for each in history if each.number == number), None)
