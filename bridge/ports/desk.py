"""The curators' desk, a port: what waits for a decision, and what was decided."""

from typing import Protocol

from bridge.core.model import Millis, RoomName, Seq, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Choice, Claim, Matter, Proposal, ProposalId, Stand, Tray
from bridge.errors import BridgeError

CLAIM_MS = 15 * 60 * 1000
"""A claim that nobody renews ends after 15 minutes."""


class Claimed(BridgeError):
    """Somebody else is at it. Nothing was done."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(f"{claim.name} is at it; take another one, or come back in a while")
        self.claim = claim


class OwnProposal(BridgeError):
    """Nobody decides on what they proposed themselves. Nothing was done."""

    def __init__(self) -> None:
        super().__init__("you proposed this yourself; another curator has to decide")


class Desk(Protocol):
    """Keep proposals and the corrections that came of them.

    A method that changes something returns after the change is on disk, with its line of the
    audit log. When a message is edited or deleted, the proposals about it go with its words;
    what was approved is a line of the phrasebook or an entry and stays.
    `by` None is the command line, which may decide anything. All raise `StoreUnavailable` when
    the disk refuses.
    """

    async def propose(
        self, room: RoomName, seq: Seq, by: UserId, matter: Matter, now: Millis
    ) -> ProposalId:
        """Put a proposal on the desk. The same words by the same person are one proposal. Raises
        StoreError when there is no such message, or the desk is full."""

    async def proposal(self, proposal: ProposalId, now: Millis) -> Proposal | None:
        """One, whatever became of it. A claim that has ended is not told."""

    async def proposals(self, stand: Stand) -> tuple[Proposal, ...]:
        """All that have come this far, oldest first, without their claims."""

    async def tray(self, choice: Choice, now: Millis) -> Tray:
        """Those that somebody wants to see."""

    async def claim(self, proposal: ProposalId, by: UserId, now: Millis) -> Claim | None:
        """Mine for 15 minutes; asking again renews it. None when there is no such open proposal.
        Raises Claimed."""

    async def release(self, proposal: ProposalId, by: UserId) -> None:
        """Give up a claim, if it is theirs."""

    async def approve(
        self,
        proposal: ProposalId,
        by: UserId | None,
        better: str | None,
        everywhere: bool,
        now: Millis,
    ) -> Phrase | None:
        """Make a Correction (in the words of `better`, if given) a line of the phrasebook, in its
        room or everywhere. None when there is no such open proposal. Raises Claimed, OwnProposal,
        and StoreError for a Note or Dispute: those are approved with their entry
        (`revisions.Revisions.revise`)."""

    async def decline(
        self, proposal: ProposalId, by: UserId | None, reason: str, now: Millis
    ) -> bool:
        """Say no, and why. False when there is no such open proposal. Raises Claimed,
        OwnProposal."""

    async def corrections(self) -> tuple[Phrase, ...]:
        """Every approved line, oldest first."""

    async def corrections_made(self) -> int:
        """A number that grows with every approved line; cheap to ask."""
