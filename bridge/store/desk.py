"""Keeps the `Desk` port in the rooms' SQLite file."""

from bridge.core.model import Millis, RoomName, Seq, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction, Proposal, ProposalId, Stand
from bridge.store import proposals
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteDesk:
    """A `desk.Desk` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def propose(
        self, room: RoomName, seq: Seq, by: UserId, correction: Correction, now: Millis
    ) -> None:
        """See `desk.Desk`, here and below."""
        await self._writer.run(lambda db: proposals.propose(db, room, seq, by, correction, now))

    async def proposals(self, stand: Stand) -> tuple[Proposal, ...]:
        """Oldest first."""
        return await self._readers.run(lambda db: proposals.standing(db, stand))

    async def approve(
        self,
        proposal: ProposalId,
        reviewer: str,
        better: str | None,
        everywhere: bool,
        now: Millis,
    ) -> Phrase | None:
        """The new line."""
        return await self._writer.run(
            lambda db: proposals.approve(db, proposal, reviewer, better, everywhere, now)
        )

    async def decline(self, proposal: ProposalId, reviewer: str, reason: str, now: Millis) -> bool:
        """Whether it was open."""
        return await self._writer.run(
            lambda db: proposals.decline(db, proposal, reviewer, reason, now)
        )

    async def corrections(self) -> tuple[Phrase, ...]:
        """Oldest first."""
        return await self._readers.run(proposals.corrections)

    async def corrections_made(self) -> int:
        """The newest line's number."""
        return await self._readers.run(proposals.corrections_made)
