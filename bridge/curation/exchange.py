"""Files meet the glossary in use: what it is, what an import would do, and doing it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Millis, UserId
from bridge.core.promises import Annotate, broken_promises
from bridge.core.revisions import SHIPPED, Change, Revision, RevisionNumber
from bridge.curation.formats.rows import Read
from bridge.curation.meeting import Met, meet, settled
from bridge.curation.merge import merge
from bridge.curation.overtaking import state_at
from bridge.curation.plan import Earlier, Known, Line, Now, Plan, What, outdated
from bridge.curation.taken import taken
from bridge.errors import GlossaryError
from bridge.ports.revisions import Revisions


@dataclass(frozen=True, slots=True)
class Present:
    """The glossary in use: the files, the latest of what curators changed, and both together."""

    shipped: Mapping[EntryId, Entry]
    latest: Mapping[EntryId, Revision]
    met: Met

    @property
    def revisions(self) -> Mapping[EntryId, RevisionNumber]:
        """Of the entries that curators changed."""
        return {each: revision.number for each, revision in self.latest.items()}

    @property
    def known(self) -> Known:
        """Every entry that is or was, as a dry run wants it."""
        removed = {each: Now(None, revision.number) for each, revision in self.latest.items()}
        numbers = self.revisions
        return removed | {
            entry.id: Now(entry, numbers.get(entry.id, SHIPPED)) for entry in self.met.entries
        }


async def present(shipped: Iterable[Entry], revisions: Revisions) -> Present:
    """As it is now. What files and curators say against each other stands in `met.conflicts`, but
    not where the files took over an earlier version of the curators' own."""
    files = {entry.id: entry for entry in shipped}
    latest = await revisions.latest()
    met = meet(files.values(), latest)
    open_still = []
    for meeting in met.conflicts:
        known = settled(meeting, await revisions.history(meeting.revision.id))
        if known.conflicts:
            open_still.append(known)
    met = replace(met, conflicts=tuple(open_still))
    return Present(files, {each.id: each for each in latest}, met)


async def past(now: Present, read: Read, revisions: Revisions) -> Earlier:
    """The earlier versions that a dry run of this file must know."""
    found: dict[tuple[str, int], Entry | None] = {}
    for entry, number in outdated(now.known, read):
        history = await revisions.history(EntryId(entry))
        if number == SHIPPED or any(each.number == number for each in history):
            found[entry, number] = state_at(RevisionNumber(number), history)
    return found


def tried(plan: Plan, now: Present, annotate: Callable[[Iterable[Entry]], Annotate]) -> Plan:
    """The plan, with an error where the glossary that would come of it has a spelling twice, or
    the sentences of an entry would not be right in it; `annotate` finds terms with the entries it
    is given."""
    changed = {line.entry.id: line.entry for line in plan.to_do if line.entry is not None}
    if not changed or not plan.may_apply:
        return plan
    whole = {entry.id: entry for entry in now.met.entries} | changed
    broken: dict[str, str] = dict(taken(changed, whole.values()))
    for each in broken_promises(changed.values(), annotate(whole.values())):
        broken.setdefault(each.entry.id, str(each))
    return Plan(tuple(_refused(line, broken.get(line.id)) for line in plan.lines))


def _refused(line: Line, why: str | None) -> Line:
    return line if why is None else replace(line, what=What.ERROR, why=why, entry=None)


async def apply(
    plan: Plan, now: Present, revisions: Revisions, by: UserId | None, why: str, at: Millis
) -> int:
    """Do all of it, or nothing; how many entries that changed. Raises GlossaryError when a row is
    in error or in conflict, Overtaken when somebody was quicker."""
    if not plan.may_apply:
        raise GlossaryError("nothing was imported: mend the rows in error or in conflict")
    wanted = [
        (Change(EntryId(line.id), line.entry, line.base, why), _seen(line, now))
        for line in plan.to_do
    ]
    if wanted:
        await revisions.revise(wanted, by, at)
    return len(wanted)


def _seen(line: Line, now: Present) -> Entry | None:
    """The entry of the files that counts as known: a contradiction between files and curators
    stays open until somebody has looked at both sides."""
    entry = EntryId(line.id)
    files, last = now.shipped.get(entry), now.latest.get(entry)
    if last is not None and merge(last.shipped, line.entry, files).conflicts:
        return last.shipped
    return files
