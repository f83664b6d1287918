"""What moderators rule, as values: sanctions, how a room may be spoken in, reports, held words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from bridge.core.glossary import Entry
from bridge.core.model import Lang, Millis, RoomName, Runs, Seq, User
from bridge.core.wordlist import ListedWord

SanctionId = NewType("SanctionId", int)
ReportId = NewType("ReportId", int)
HeldId = NewType("HeldId", int)


class Penalty(StrEnum):
    """What a sanction does."""

    MUTE = "mute"
    """They read, and say nothing."""
    BAN = "ban"
    """They are out."""
    BAN_ADDRESS = "ban-address"
    """So are guests from where they came."""


@dataclass(frozen=True, slots=True)
class Sanction:
    """`user` is muted or banned: in `room`, or everywhere; until then, or for good. `addresses` are
    those of a BAN_ADDRESS (an IPv6 household counts as one)."""

    id: SanctionId
    penalty: Penalty
    user: User
    room: RoomName | None
    until: Millis | None
    reason: str
    by: User
    made: Millis
    addresses: tuple[str, ...] = ()
    lifted: Millis | None = None

    def holds(self, room: RoomName | None, now: Millis) -> bool:
        """Whether it counts in `room` (None: everywhere) at this moment."""
        return self.is_active(now) and self.room in (None, room)

    def is_active(self, now: Millis) -> bool:
        """Whether it counts anywhere at this moment."""
        return self.lifted is None and (self.until is None or self.until > now)


@dataclass(frozen=True, slots=True)
class Rules:
    """How a room may be spoken in: seconds between two messages of one person, or moderators alone;
    packs (`zh/slang`) and cautions whose notes are left out."""

    slow_s: int = 0
    read_only: bool = False
    packs_off: frozenset[str] = frozenset()
    hidden_cautions: frozenset[str] = frozenset()

    @property
    def manners(self) -> tuple[int, bool]:
        """What is told to everybody in the room."""
        return self.slow_s, self.read_only

    @property
    def unnoted(self) -> tuple[frozenset[str], frozenset[str]]:
        """What the notes of the room's messages depend on."""
        return self.packs_off, self.hidden_cautions

    @property
    def notes(self) -> str:
        """Names what is left out: nothing, or `~` and the names."""
        return "~" + ",".join(map(str, map(sorted, self.unnoted))) if any(self.unnoted) else ""

    def allows(self, entry: Entry) -> bool:
        """Whether the room wants this entry's notes."""
        is_off = f"{entry.lang}/{entry.kind}" in self.packs_off
        return not is_off and entry.caution not in self.hidden_cautions


FREE = Rules()


@dataclass(frozen=True, slots=True)
class Ruled:
    """All that is ruled now. `version` grows with every change of it, and of a role."""

    version: int = 0
    sanctions: tuple[Sanction, ...] = ()
    rules: Mapping[RoomName, Rules] = field(default_factory=dict)
    words: Mapping[Lang, tuple[ListedWord, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A message as it is now, and whether it is not as it was reported."""

    text: str
    author: User
    changed: bool


@dataclass(frozen=True, slots=True)
class Complaint:
    """Somebody's report of a message; `evidence` is None when that was deleted."""

    id: ReportId
    room: RoomName
    seq: Seq
    by: User
    made: Millis
    reason: str
    evidence: Evidence | None
    resolver: User | None = None
    resolution: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody wants to say in `room`: a new message, or other words for message `seq`."""

    room: RoomName
    author: User
    client_id: str
    lang: Lang
    runs: Runs
    reply_to: Seq | None = None
    seq: Seq | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An utterance that waits for a moderator."""

    id: HeldId
    made: Millis
    utterance: Utterance
