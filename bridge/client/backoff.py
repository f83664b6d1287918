"""How long to wait before the next try to connect."""

from dataclasses import dataclass

GOING_AWAY = (1001, 1012)
TRY_LATER = 1013
TOO_FAST = 4429


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential backoff with full jitter, in seconds: many clients that lost the same server
    must not come back in step.

    `jitter`: at most this before the first try after a restart; `first` and `most`: bounds of the
    growing wait; `later`: at least this after "come back later" or "too fast".
    """

    jitter: float = 0.5
    first: float = 1.0
    most: float = 30.0
    later: float = 5.0

    def wait(self, tries: int, close_code: int | None, chance: float) -> float:
        """Seconds to wait after `tries` failures in a row; `chance` is random in [0, 1)."""
        # 2.0 ** 1024 overflows; by then the bound has been reached for long.
        grown = min(self.most, self.first * 2.0 ** min(tries, 32)) * chance
        if close_code in (TRY_LATER, TOO_FAST):
            return self.later + grown
        if close_code in GOING_AWAY and tries == 0:
            return self.jitter * chance
        return grown
