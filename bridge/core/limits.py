"""How often somebody may do something: token buckets that are told the time."""

from collections.abc import Mapping
from dataclasses import dataclass

from bridge.core.client_frames import ClientFrame
from bridge.core.frames import (
    AskHistory,
    AskPreview,
    AskTranslation,
    Delete,
    Edit,
    Hello,
    Join,
    Leave,
    Propose,
    React,
    ReadNow,
    Send,
    SetLang,
    TypingNow,
)
from bridge.core.model import RoomName
from bridge.core.note_frames import Answer, Ask, UseNote
from bridge.core.peace_frames import Moderate, Report


@dataclass(frozen=True, slots=True)
class Rate:
    """`per_s` tokens come back each second, up to `burst`."""

    per_s: float
    burst: float


class Bucket:
    """A token bucket. It starts full."""

    __slots__ = ("_level", "_rate", "_seen")

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._level = rate.burst
        self._seen: float | None = None

    def take(self, now: float, cost: float = 1) -> float:
        """Take `cost` tokens at `now` (monotonic seconds): 0 when there were enough, else the
        seconds until there will be, and nothing is taken."""
        if self._seen is not None:
            refill = (now - self._seen) * self._rate.per_s
            self._level = min(self._rate.burst, self._level + refill)
        self._seen = now
        if self._level >= cost:
            self._level -= cost
            return 0.0
        return (cost - self._level) / self._rate.per_s


SPEECH = "speech"
RATES: Mapping[str, Rate] = {
    # A page that comes back joins its rooms and reads on; a flood of either is no reader.
    "entering": Rate(per_s=2, burst=20),
    "reactions": Rate(per_s=4, burst=20),
    "signals": Rate(per_s=4, burst=20),
    "reading": Rate(per_s=10, burst=60),
    # The page asks when somebody rests for half a second; each costs two translations.
    "previews": Rate(per_s=1, burst=6),
    "proposals": Rate(per_s=0.2, burst=5),
    "malformed": Rate(per_s=1, burst=10),
}

_BUCKET_OF: Mapping[type[ClientFrame], str] = {
    Hello: "entering",
    Join: "entering",
    Leave: "entering",
    SetLang: "entering",
    Send: SPEECH,
    Edit: SPEECH,
    Delete: SPEECH,
    React: "reactions",
    TypingNow: "signals",
    ReadNow: "signals",
    AskHistory: "reading",
    AskTranslation: "reading",
    AskPreview: "previews",
    Propose: "proposals",
    Ask: "proposals",
    Answer: "proposals",
    Report: "proposals",
    UseNote: "signals",
    Moderate: "reactions",
}

ROOMS_PER_SOCKET = 20
BYTES = Rate(per_s=64 * 1024, burst=512 * 1024)


class Allowance:
    """What one user may still do, over all their sockets."""

    __slots__ = ("__weakref__", "_buckets", "_bytes")

    def __init__(self, speech: Rate) -> None:
        self._buckets = {name: Bucket(rate) for name, rate in RATES.items()}
        self._buckets[SPEECH] = Bucket(speech)
        self._bytes = Bucket(BYTES)

    def take(self, frame: ClientFrame | None, size: int, now: float) -> float:
        """Spend one frame of `size` bytes (None: one that was no frame of ours): 0, or the
        seconds to wait."""
        name = "malformed" if frame is None else _BUCKET_OF[type(frame)]
        return self._bytes.take(now, size) or self._buckets[name].take(now)


def is_room_name(name: RoomName) -> bool:
    """Whether a room may have this name: 1 to 64 of a-z, 0-9 and -."""
    return 0 < len(name) <= 64 and all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in name)
