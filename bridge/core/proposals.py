"""What readers propose to the curators."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bridge.core.model import EntryId, Lang, Millis, RoomName, Seq, UserId

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
class Note:
    """`term`, in `lang`, explained to those who read `readers`: `gloss` in a few words, `body` in
    a few sentences, or empty."""

    lang: Lang
    term: str
    readers: Lang
    gloss: str
    body: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """The note `entry` on the words `term` is wrong where they stand, and `why`."""

    entry: EntryId
    term: str
    why: str


Matter = Correction | Note | Dispute


class Kind(StrEnum):
    """What a proposal is about."""

    TRANSLATION = "translation"
    NOTE = "note"
    DISPUTE = "dispute"


def kind_of(matter: Matter) -> Kind:
    """Which kind of matter this is."""
    match matter:
        case Correction():
            return Kind.TRANSLATION
        case Note():
            return Kind.NOTE
        case Dispute():
            return Kind.DISPUTE


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody is at it until then, so that two curators do not do the same work."""

    by: UserId
    name: str
    until: Millis


@dataclass(frozen=True, slots=True)
class Proposal:
    """A matter with its evidence: message `seq` of `room`. `by` proposed it."""

    id: ProposalId
    room: RoomName
    seq: Seq
    by: UserId
    made: Millis
    matter: Matter
    stand: Stand = Stand.OPEN
    by_name: str = ""
    claim: Claim | None = None
    reviewer: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which proposals somebody wants to see; None means any. `lang` is that of the words or of
    those they are for. `claimed_by`: only what that person has claimed; `free`: only what nobody
    else than `viewer` has, now. `beyond` is the last one seen; those that follow it come next."""

    stand: Stand | None = None
    kind: Kind | None = None
    lang: Lang | None = None
    room: RoomName | None = None
    claimed_by: UserId | None = None
    free: bool = False
    viewer: UserId | None = None
    newest_first: bool = False
    beyond: ProposalId | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Tray:
    """Some proposals in the order wanted, and how many are open, by kind, in the same language and
    room. `more` says whether others follow."""

    proposals: tuple[Proposal, ...]
    open: tuple[tuple[Kind, int], ...]
    more: bool
