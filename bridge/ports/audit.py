"""The audit log, a port: who did what, and why."""

from typing import Protocol

from bridge.core.audit import Line
from bridge.core.model import RoomName, UserId


class Audit(Protocol):
    """Read the log. Lines are written by the stores, in the transaction of what they tell of, and
    never changed."""

    async def lines(
        self,
        before: int | None,
        limit: int,
        by: UserId | None = None,
        act: str | None = None,
        room: RoomName | None = None,
    ) -> tuple[Line, ...]:
        """The newest lines with a number below `before`, newest first. `act` matches the start:
        `entry` finds `entry-approve`."""
