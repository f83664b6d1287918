"""Changing entries: read strictly, tried against the whole glossary, written with who and why."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Run, UserId
from bridge.core.promises import broken_promises
from bridge.core.proposals import ProposalId
from bridge.core.revisions import SHIPPED, Change, Revision, RevisionNumber
from bridge.curation.formats.rows import Read, Row
from bridge.curation.merge import merge
from bridge.curation.plan import What, planned
from bridge.curation.shelf import Shelf, State
from bridge.curation.trials import Changed, Trials
from bridge.errors import GlossaryError
from bridge.ports.clock import Clock
from bridge.ports.revisions import Revisions

MOST_REASONS = 10
"""As many problems as somebody mends in one go."""


class BadEntry(GlossaryError):
    """The glossary cannot have the entry like this; `reasons` say why, each with the cure."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(self.reasons[0])


@dataclass(frozen=True, slots=True)
class Edit:
    """`entry` as somebody wants it, None to remove it; made on revision `base`. `settles`: they
    have seen what new files say of it, where those and the curators contradict."""

    id: EntryId
    entry: Entry | None
    base: RevisionNumber
    why: str
    settles: bool = False


class Editor:
    """Every change to an entry goes through here. `changed` is told after each; it must not
    block."""

    def __init__(
        self,
        shelf: Shelf,
        trials: Trials,
        revisions: Revisions,
        clock: Clock,
        changed: Callable[[], None],
    ) -> None:
        self._shelf = shelf
        self._trials = trials
        self._revisions = revisions
        self._clock = clock
        self._changed = changed

    async def edit(
        self, edit: Edit, by: UserId | None, proposal: ProposalId | None = None
    ) -> Revision:
        """Write one entry; with `proposal`, approve that in the same commit. Raises BadEntry,
        Overtaken, and what `Revisions.revise` raises."""
        if edit.entry is not None:
            await self.check({edit.id: edit.entry})
        shipped = await self._seen(edit)
        change = Change(edit.id, edit.entry, edit.base, edit.why)
        [revision] = await self._revisions.revise(
            [(change, shipped)], by, self._clock.now(), proposal
        )
        self._changed()
        return revision

    async def write(self, changes: Iterable[Change], by: UserId | None) -> tuple[Revision, ...]:
        """Write what was an entry before, or was checked: all, or none. Raises Overtaken."""
        shipped = self._shelf.shipped
        pairs = [(change, shipped.get(change.id)) for change in changes]
        made = await self._revisions.revise(pairs, by, self._clock.now())
        self._changed()
        return made

    async def check(self, changed: Changed) -> None:
        """Try the entries in the whole glossary: their own sentences must be right, and nobody
        else's may become wrong. Raises BadEntry."""
        present, trial = self._trials.present, await self._trials.of(changed)
        reasons = await asyncio.to_thread(_reasons, present, trial, frozenset(changed))
        if reasons:
            raise BadEntry(reasons)

    async def _seen(self, edit: Edit) -> Entry | None:
        """The entry of the files that counts as known to whoever made this edit."""
        shipped = self._shelf.shipped.get(edit.id)
        if edit.settles or edit.base == SHIPPED:
            return shipped
        [*_, last] = await self._revisions.history(edit.id) or [None]
        if last is None:
            return shipped
        # A contradiction with new files stays open until somebody has looked at both sides.
        open_still = merge(last.shipped, edit.entry, shipped).conflicts
        return last.shipped if open_still else shipped


def parsed(entry_id: EntryId, table: Mapping[str, Any]) -> Entry:
    """The entry that a table (as in a TOML file) describes. Raises BadEntry."""
    [line] = planned({}, Read((Row(0, entry_id, table, whole=True),)), {})
    if line.what is What.ERROR or line.entry is None:
        raise BadEntry([line.why])
    return line.entry


def _reasons(present: State, trial: State, own: frozenset[EntryId]) -> list[str]:
    found: list[str] = []
    for broken in broken_promises(_concerned(present, trial, own), trial.annotate):
        if broken.entry.id in own:
            field = "hits" if broken.is_hit else "misses"
            found.append(f"`{field}`: the entry {broken}")
        elif not any(broken_promises([_only(broken.entry, broken.sentence)], present.annotate)):
            verb = "would lose its hit" if broken.is_hit else "would be found in its miss"
            found.append(
                f"`term`: {broken.entry.id} {verb} “{broken.sentence}”: "
                "narrow this entry with not_before, not_after or only_alone"
            )
        if len(found) >= MOST_REASONS:
            break
    return found


def _concerned(present: State, trial: State, own: frozenset[EntryId]) -> Iterator[Entry]:
    """The changed entries, and those with a sentence in which one of them stands or stood: the
    others' sentences are read as before, and there are thousands."""
    alone = [
        present.with_entries([entry for entry in map(state.entry, own) if entry is not None])
        for state in (present, trial)
    ]
    for entry in trial.entries():
        if entry.id in own or any(
            run.entry is not None
            for sentence in (*entry.hits, *entry.misses)
            for state in alone
            for run in state.annotate((Run(sentence),), entry.lang)
        ):
            yield entry


def _only(entry: Entry, sentence: str) -> Entry:
    """The same with this one promise."""
    keep = (sentence,)
    return replace(
        entry,
        hits=keep if sentence in entry.hits else (),
        misses=keep if sentence in entry.misses else (),
    )
