"""Keeps the `Revisions` port in the rooms' SQLite file."""

import asyncio
from collections.abc import Sequence

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Millis, UserId
from bridge.core.proposals import ProposalId
from bridge.core.revisions import Change, Revision, RevisionNumber
from bridge.store import revised
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteRevisions:
    """A `revisions.Revisions` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def revise(
        self,
        changes: Sequence[tuple[Change, Entry | None]],
        by: UserId | None,
        now: Millis,
        proposal: ProposalId | None = None,
    ) -> tuple[Revision, ...]:
        """See `revisions.Revisions`, here and below."""
        # Thousands of entries are not made JSON by the thread for which messages wait.
        written = await asyncio.to_thread(revised.written, changes)
        numbers, name = await self._writer.run(
            lambda db: revised.revise(db, written, by, now, proposal)
        )
        return tuple(
            Revision(
                *(number, change.id, change.entry, shipped, by, name, now),
                *(change.why, change.undoes),
            )
            for number, (change, shipped) in zip(numbers, changes, strict=True)
        )

    async def history(self, entry: EntryId) -> tuple[Revision, ...]:
        return await self._readers.run(lambda db: revised.history(db, entry))

    async def latest(self) -> tuple[Revision, ...]:
        return await self._readers.run(revised.latest)

    async def of_person(self, by: UserId) -> tuple[Revision, ...]:
        return await self._readers.run(lambda db: revised.of_person(db, by))

    async def newest(self) -> RevisionNumber:
        return await self._readers.run(revised.newest)
