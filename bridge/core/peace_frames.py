"""Frames that keep the peace: reports, what moderators do, and how somebody stands in a room."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from msgspec import Meta

from bridge.core.frames import RequestId, RoomField, SeqField
from bridge.core.model import Millis, RoomName, UserId

Act = Literal["mute", "unmute", "ban", "unban", "ban-address", "slow", "read-only"]


@dataclass(frozen=True, slots=True)
class Report:
    """Message `seq` needs a moderator's look, because of `reason`."""

    id: RequestId
    room: RoomField
    seq: SeqField
    reason: Annotated[str, Meta(max_length=500)]


@dataclass(frozen=True, slots=True)
class Moderate:
    """A moderator acts, at once. `user` is whom it is about (mute, ban); `minutes` how long, for
    ever where absent; `seconds` between two messages of one person (slow; 0 ends it); `on` for
    read-only."""

    id: RequestId
    room: RoomField
    act: Act
    reason: Annotated[str, Meta(max_length=500)] = ""
    user: Annotated[UserId, Meta(max_length=64)] | None = None
    minutes: Annotated[int, Meta(ge=1, le=525_600)] | None = None
    seconds: Annotated[int, Meta(ge=0, le=21_600)] | None = None
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The request `id`, which changes no message, is committed."""

    id: str


@dataclass(frozen=True, slots=True)
class RoomRules:
    """How one may speak in the room: seconds between two messages of one person, or not at all
    but for moderators."""

    room: RoomName
    slow_s: int
    read_only: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How the receiver stands in the room: muted until then (None: not), and whether they may
    moderate here."""

    room: RoomName
    muted_until: Millis | None
    reason: str
    may_moderate: bool


def rules_json(rules: RoomRules) -> dict[str, Any]:
    """A `rules` frame."""
    named = {"type": "rules", "room": rules.room}
    return named | {"slow_s": rules.slow_s, "read_only": rules.read_only}


def standing_json(standing: Standing, until: str | None) -> dict[str, Any]:
    """A `standing` frame; `until` is `muted_until` as the wire writes times."""
    return {
        "type": "standing",
        "room": standing.room,
        "muted_until": until,
        "reason": standing.reason,
        "may_moderate": standing.may_moderate,
    }
