"""What readers propose to the curators."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bridge.core.model import Lang, Millis, RoomName, Seq, UserId

ProposalId = NewType("ProposalId", int)


class Stand(StrEnum):
    """How far a proposal has come."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Correction:
    """`source`, in `source_lang`, was said as `shown`; somebody would say `better`."""

    source_lang: Lang
    target_lang: Lang
    source: str
    shown: str
    better: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction with its evidence: message `seq` of `room`. `by` proposed it."""

    id: ProposalId
    room: RoomName
    seq: Seq
    by: UserId
    made: Millis
    correction: Correction
    stand: Stand = Stand.OPEN
    reviewer: str | None = None
    reason: str | None = None
