"""What a client is told about keeping the peace: how one may speak, and how one stands."""

from dataclasses import dataclass

from bridge.core.model import RoomName


@dataclass(frozen=True, slots=True)
class Rules:
    """`slow_s` seconds must lie between two messages of one person; `read_only`: only moderators
    speak. Told after joining when it is not 0 and False, and on every change."""

    room: RoomName
    slow_s: int
    read_only: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Muted until then (ISO 8601; None: not) for this `reason`, and whether one may moderate here.
    Told after joining when it is not as usual, and on every change."""

    room: RoomName
    muted_until: str | None
    reason: str
    may_moderate: bool


@dataclass(frozen=True, slots=True)
class Done:
    """A request that changes no message is committed."""
