"""New glossary files meet what curators changed at run time: each entry merged, none chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.core.revisions import Revision
from bridge.curation.merge import FieldConflict, merge


@dataclass(frozen=True, slots=True)
class Meeting:
    """One changed entry: as it was shipped when curators changed it, as they have it, as the files
    have it now. `merged` stands where there is no conflict."""

    revision: Revision
    theirs: Entry | None
    merged: Entry | None
    conflicts: tuple[FieldConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """The glossary that comes of both, by id. Where they contradict it has the curators' version,
    which is in use already, until somebody decides."""

    entries: tuple[Entry, ...]
    conflicts: tuple[Meeting, ...]


def meet(files: Iterable[Entry], latest: Iterable[Revision]) -> Met:
    """`latest` holds the latest revision of every entry that curators changed."""
    entries: dict[EntryId, Entry] = {entry.id: entry for entry in files}
    conflicts = []
    for revision in latest:
        met = meet_one(revision, entries.pop(revision.id, None))
        if met.conflicts:
            conflicts.append(met)
        if met.merged is not None:
            entries[revision.id] = met.merged
    return Met(tuple(entries[each] for each in sorted(entries)), tuple(conflicts))


def meet_one(revision: Revision, theirs: Entry | None) -> Meeting:
    """One changed entry and what the files say of it now."""
    merged = merge(revision.shipped, revision.entry, theirs)
    # A conflict is not decided here, not even between what was removed and what was changed.
    entry = revision.entry if merged.conflicts else merged.entry
    return Meeting(revision, theirs, entry, merged.conflicts)


def settled(meeting: Meeting, history: Iterable[Revision]) -> Meeting:
    """Without its conflicts where the files have taken over an earlier one of the curators' own
    versions (their pull request): what they did since then stands."""
    if any(revision.entry == meeting.theirs for revision in history):
        return replace(meeting, merged=meeting.revision.entry, conflicts=())
    return meeting


def decided(meeting: Meeting, for_files: bool) -> Entry | None:
    """What becomes of the entry when one side is right where both contradict each other; what
    does not contradict is taken from both."""
    ours, theirs = meeting.revision.entry, meeting.theirs
    right, other = (theirs, ours) if for_files else (ours, theirs)
    if right is None or other is None:
        return right
    return merge(meeting.revision.shipped, right, other).entry
