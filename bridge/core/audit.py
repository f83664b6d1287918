"""The log of what curators, moderators and administrators did."""

from dataclasses import dataclass

from bridge.core.model import Millis, RoomName, UserId


@dataclass(frozen=True, slots=True)
class Line:
    """`by` did `act` to `target` (an entry, a person, a message, a file), in `room` where it was
    in one, for the reason or with the effect that `detail` gives. It holds nobody's message."""

    id: int
    made: Millis
    by: UserId | None
    by_name: str
    act: str
    target: str
    room: RoomName | None
    detail: str
