"""The clock of the machine."""

import time

from bridge.core.model import Millis


class SystemClock:
    """Keeps `ports.Clock`."""

    def now(self) -> Millis:
        """Wall-clock time, for what people see."""
        return Millis(time.time_ns() // 1_000_000)

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic()
