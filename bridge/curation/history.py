"""What became of an entry, step by step, and the way back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Millis, UserId
from bridge.core.revisions import SHIPPED, Change, Revision, RevisionNumber
from bridge.curation.editing import Editor
from bridge.curation.fields import FieldChange, changes
from bridge.curation.merge import merge
from bridge.curation.overtaking import Contested, state_at
from bridge.curation.shelf import Shelf
from bridge.errors import BridgeError
from bridge.ports.revisions import Overtaken, Revisions

ATTEMPTS = 3
"""How often a rollback of many entries begins again when somebody edits one of them meanwhile."""


class NoSuchRevision(BridgeError):
    """The entry has no such state."""


class Entangled(BridgeError):
    """A change cannot be taken out: what came after it builds on it."""

    def __init__(self, view: Contested) -> None:
        super().__init__(f"later changes to {', '.join(view.fields)} build on this one")
        self.view = view


@dataclass(frozen=True, slots=True)
class Step:
    """One state of an entry, and what it changed. `revision` None: as it was shipped."""

    revision: Revision | None
    entry: Entry | None
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """An entry that was taken back: from revision `before` to `after`, None in a dry run."""

    id: EntryId
    before: RevisionNumber
    after: RevisionNumber | None


@dataclass(frozen=True, slots=True)
class Left:
    """A change that stays, and why."""

    id: EntryId
    why: str


class Histories:
    """Look back, and go back."""

    def __init__(self, shelf: Shelf, revisions: Revisions, editor: Editor) -> None:
        self._shelf = shelf
        self._revisions = revisions
        self._editor = editor

    async def steps(self, entry: EntryId) -> tuple[Step, ...]:
        """All states, newest first; the last is the one that was shipped, if it was. None of
        either: there is no such entry."""
        history = await self._revisions.history(entry)
        shipped = history[0].shipped if history else self._shelf.shipped.get(entry)
        steps = [] if shipped is None else [Step(None, shipped, ())]
        before = shipped
        for each in history:
            steps.append(Step(each, each.entry, changes(before, each.entry)))
            before = each.entry
        return tuple(reversed(steps))

    async def state(self, entry: EntryId, number: RevisionNumber) -> Entry | None:
        """The entry as it was at a revision; 0: what the files say today."""
        if number == SHIPPED:
            return self._shelf.shipped.get(entry)
        return state_at(number, await self._revisions.history(entry))

    async def go_back(
        self, entry: EntryId, to: RevisionNumber, base: RevisionNumber, why: str, by: UserId
    ) -> Revision:
        """Make the entry what it was at `to`; 0: what the files say today. Raises NoSuchRevision,
        Overtaken."""
        history = await self._revisions.history(entry)
        if to != SHIPPED and all(each.number != to for each in history):
            raise NoSuchRevision(f"{entry} has no revision {to}; look at its history")
        there = await self.state(entry, to)
        [made] = await self._editor.write([Change(entry, there, base, why, undoes=base)], by)
        return made

    async def take_out(
        self,
        entry: EntryId,
        number: RevisionNumber,
        base: RevisionNumber,
        why: str,
        by: UserId,
    ) -> Revision:
        """Undo one change; later ones stay. Raises NoSuchRevision, Entangled, Overtaken."""
        history = await self._revisions.history(entry)
        change = next((each for each in history if each.number == number), None)
        if change is None:
            raise NoSuchRevision(f"{entry} has no revision {number}; look at its history")
        view = _without(change, history[-1], history)
        if view.fields:
            raise Entangled(view)
        [made] = await self._editor.write([Change(entry, view.merged, base, why, number)], by)
        return made

    async def undo_all(
        self, person: UserId, since: Millis, why: str, by: UserId, dry: bool
    ) -> tuple[tuple[Undone, ...], tuple[Left, ...]]:
        """Undo all that one person changed since then; what others changed later stays. What
        cannot be undone is told. Raises Overtaken when others keep editing meanwhile."""
        for attempt in range(ATTEMPTS):
            wanted, left = await self._all_of(person, since, why)
            if dry or not wanted:
                return tuple(Undone(each.id, each.base, None) for each in wanted), left
            try:
                made = await self._editor.write(wanted, by)
            except Overtaken:
                if attempt == ATTEMPTS - 1:
                    raise
                continue
            pairs = zip(wanted, made, strict=True)
            return tuple(Undone(each.id, each.base, done.number) for each, done in pairs), left
        raise AssertionError("the last attempt returns or raises")

    async def _all_of(
        self, person: UserId, since: Millis, why: str
    ) -> tuple[list[Change], tuple[Left, ...]]:
        theirs = await self._revisions.of_person(person)
        ids = dict.fromkeys(each.id for each in theirs if each.made >= since)
        wanted: list[Change] = []
        left: list[Left] = []
        for entry in ids:
            history = await self._revisions.history(entry)
            mine = [each for each in history if each.by == person and each.made >= since]
            now, stays = _taken_out(mine, history)
            left += stays
            latest = history[-1]
            if now != latest.entry:
                wanted.append(Change(entry, now, latest.number, why, undoes=mine[0].number))
        return wanted, tuple(left)


def _taken_out(
    mine: Sequence[Revision], history: Sequence[Revision]
) -> tuple[Entry | None, list[Left]]:
    """The entry without these changes, as far as that goes, and which of them stay."""
    now, left = history[-1].entry, []
    for each in reversed(mine):
        merged = merge(each.entry, now, _before(each, history))
        if not merged.conflicts:
            now = merged.entry
            continue
        fields = ", ".join(conflict.field for conflict in merged.conflicts)
        names = ", ".join(dict.fromkeys(_later(each, history))) or "nobody else"
        left.append(Left(each.id, f"revision {each.number}: {fields} changed later by {names}"))
    return now, left


def _without(change: Revision, latest: Revision, history: Sequence[Revision]) -> Contested:
    before = _before(change, history)
    merged = merge(change.entry, latest.entry, before)
    fields = tuple(conflict.field for conflict in merged.conflicts)
    return Contested(change.entry, before, latest, merged.entry, fields)


def _before(change: Revision, history: Sequence[Revision]) -> Entry | None:
    """What the entry was when this change was made."""
    earlier = [each for each in history if each.number < change.number]
    return earlier[-1].entry if earlier else change.shipped


def _later(change: Revision, history: Sequence[Revision]) -> Iterator[str]:
    return (each.by_name for each in history if each.number > change.number)
