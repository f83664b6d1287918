"""Keeps the `Desk` port in the rooms' SQLite file."""

from bridge.core.model import Millis, RoomName, Seq, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Choice, Claim, Matter, Proposal, ProposalId, Stand, Tray
from bridge.store import corrections, proposals, trays
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteDesk:
    """A `desk.Desk` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def propose(
        self, room: RoomName, seq: Seq, by: UserId, matter: Matter, now: Millis
    ) -> ProposalId:
        """See `desk.Desk`, here and below."""
        return await self._writer.run(lambda db: proposals.propose(db, room, seq, by, matter, now))

    async def proposal(self, proposal: ProposalId, now: Millis) -> Proposal | None:
        return await self._readers.run(lambda db: trays.one(db, proposal, now))

    async def proposals(self, stand: Stand) -> tuple[Proposal, ...]:
        return await self._readers.run(lambda db: trays.standing(db, stand))

    async def tray(self, choice: Choice, now: Millis) -> Tray:
        return await self._readers.run(lambda db: trays.tray(db, choice, now))

    async def claim(self, proposal: ProposalId, by: UserId, now: Millis) -> Claim | None:
        return await self._writer.run(lambda db: proposals.claim(db, proposal, by, now))

    async def release(self, proposal: ProposalId, by: UserId) -> None:
        await self._writer.run(lambda db: proposals.release(db, proposal, by))

    async def approve(
        self,
        proposal: ProposalId,
        by: UserId | None,
        better: str | None,
        everywhere: bool,
        now: Millis,
    ) -> Phrase | None:
        return await self._writer.run(
            lambda db: corrections.approve(db, proposal, by, better, everywhere, now)
        )

    async def decline(
        self, proposal: ProposalId, by: UserId | None, reason: str, now: Millis
    ) -> bool:
        return await self._writer.run(lambda db: proposals.decline(db, proposal, by, reason, now))

    async def corrections(self) -> tuple[Phrase, ...]:
        return await self._readers.run(corrections.lines)

    async def corrections_made(self) -> int:
        return await self._readers.run(corrections.made)
