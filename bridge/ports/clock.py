"""Time, as the flow asks for it."""

from typing import Protocol

from bridge.core.model import (
    Millis,
)


class Clock(Protocol):
    """Time, so that tests can hold it still."""

    def now(self) -> Millis:
        """Wall-clock time, for what people see. May jump; never used for order or limits."""

    def monotonic(self) -> float:
        """Seconds that only grow, for limits and deadlines."""
