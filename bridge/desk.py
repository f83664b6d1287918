"""The curators' desk, a port: what waits for a decision, and what was decided."""

from typing import Protocol

from bridge.core.model import Millis, RoomName, Seq, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction, Proposal, ProposalId, Stand


class Desk(Protocol):
    """Keep proposals and the corrections that came of them.

    A method that changes something returns after the change is on disk. When a message is edited
    or deleted, the open proposals about it go with its words; what was approved is a line of the
    phrasebook and stays. All raise `StoreUnavailable` when the disk refuses.
    """

    async def propose(
        self, room: RoomName, seq: Seq, by: UserId, correction: Correction, now: Millis
    ) -> None:
        """Put a proposal on the desk. The same words by the same person are one proposal. Raises
        StoreError when there is no such message, or the desk is full."""

    async def proposals(self, stand: Stand) -> tuple[Proposal, ...]:
        """All that have come this far, oldest first."""

    async def approve(
        self,
        proposal: ProposalId,
        reviewer: str,
        better: str | None,
        everywhere: bool,
        now: Millis,
    ) -> Phrase | None:
        """Make the correction (in the words of `better`, if given) a line of the phrasebook, in
        its room or everywhere. None when there is no such open proposal."""

    async def decline(self, proposal: ProposalId, reviewer: str, reason: str, now: Millis) -> bool:
        """Say no, and why. False when there is no such open proposal."""

    async def corrections(self) -> tuple[Phrase, ...]:
        """Every approved line, oldest first."""

    async def corrections_made(self) -> int:
        """A number that grows with every approved line; cheap to ask."""
