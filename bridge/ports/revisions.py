"""What curators changed in the glossary, a port: every state of every entry, who, when and why."""

from collections.abc import Sequence
from typing import Protocol

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Millis, UserId
from bridge.core.proposals import ProposalId
from bridge.core.revisions import Change, Revision, RevisionNumber
from bridge.errors import BridgeError


class Overtaken(BridgeError):
    """Somebody else changed the entry meanwhile; `latest` is what it became. Nothing was done."""

    def __init__(self, latest: Revision) -> None:
        super().__init__(f"{latest.by_name} changed {latest.id} meanwhile; look at both versions")
        self.latest = latest


class Revisions(Protocol):
    """Remember every state of the entries that curators changed. What they did not touch is in the
    files alone. A method that changes something returns after the commit, and writes the audit log
    in the same transaction. All raise `StoreUnavailable` when the disk refuses.
    """

    async def revise(
        self,
        changes: Sequence[tuple[Change, Entry | None]],
        by: UserId | None,
        now: Millis,
        proposal: ProposalId | None = None,
    ) -> tuple[Revision, ...]:
        """Make all the changes, or none; each with the entry as the files have it now. Raises
        Overtaken when an entry's latest revision is no longer the change's base. With `proposal`,
        that one becomes approved in the same commit; StoreError when it is not open any more."""

    async def history(self, entry: EntryId) -> tuple[Revision, ...]:
        """All of one entry, oldest first."""

    async def latest(self) -> tuple[Revision, ...]:
        """The latest of every entry that was changed, by id."""

    async def of_person(self, by: UserId) -> tuple[Revision, ...]:
        """All that one person made, oldest first."""

    async def newest(self) -> RevisionNumber:
        """The highest number; cheap to ask."""
