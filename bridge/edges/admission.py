"""Who may open a socket: origins, sockets per address, new ones per second."""

from collections import Counter
from collections.abc import Collection
from urllib.parse import urlsplit

from bridge.core.limits import Bucket, Rate


class Admission:
    """Counts open sockets; is told the time."""

    def __init__(self, origins: Collection[str], per_address: int, accepts_per_s: float) -> None:
        self._origins = frozenset(origin.rstrip("/").lower() for origin in origins)
        self._per_address = per_address
        self._open: Counter[str] = Counter()
        self._accepts = Bucket(Rate(accepts_per_s, accepts_per_s))

    def allows_origin(self, origin: str | None, scheme: str, host: str) -> bool:
        """Whether a page of `origin` may connect to us at `scheme://host`.

        Without an Origin header it is no browser; such a client has no cookies to abuse, and must
        say `hello` like everybody. Otherwise the page must be our own, or on the list.
        """
        if origin is None:
            return True
        origin = origin.lower()
        if origin in self._origins:
            return True
        parts = urlsplit(origin)
        return parts.scheme == scheme and parts.netloc == host.lower()

    def has_room(self, address: str) -> bool:
        """Whether this address may open one more socket."""
        return self._open[address] < self._per_address

    def wait(self, now: float) -> float:
        """0 when a socket may be accepted at `now`, else the seconds to wait."""
        return self._accepts.take(now)

    def opened(self, address: str) -> None:
        """Count a socket."""
        self._open[address] += 1

    def closed(self, address: str) -> None:
        """Stop counting it."""
        self._open[address] -= 1
        if self._open[address] <= 0:
            del self._open[address]
