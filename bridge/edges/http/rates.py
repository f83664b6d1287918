"""How often one address may ask the API: a token bucket each, in bounded memory."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from aiohttp import web
from aiohttp.typedefs import Handler

from bridge.core.limits import Bucket, Rate
from bridge.edges.http.cors import API, LIBRE
from bridge.edges.http.errors import HttpCode, Refused

RATE = Rate(per_s=20, burst=60)
MOST_ADDRESSES = 10_000
"""Two megabytes of buckets. Past it the address that was silent longest is forgotten: its next
request finds a full bucket."""


class Rates:
    """Refuses an address that asks too often. Pages and health checks are not counted."""

    def __init__(
        self,
        rate: Rate = RATE,
        most: int = MOST_ADDRESSES,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic = monotonic
        self._rate = rate
        self._most = most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, address: str) -> float:
        """0 when the address may ask now, else the seconds to wait."""
        key = household(address)
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(self._rate)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(key)
        return bucket.take(self._monotonic())

    def __len__(self) -> int:
        return len(self._buckets)

    @web.middleware
    async def limit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Spend one request of the API."""
        if request.path.startswith((API, *LIBRE)):
            wait = self.take(request.remote or "")
            if wait > 0:
                seconds = math.ceil(wait)
                slower = f"too many requests from this address; try again in {seconds} s"
                raise Refused(HttpCode.TOO_FAST, slower, retry_after=wait)
        return await handler(request)


def household(address: str) -> str:
    """Who shares a bucket: an IPv4 address, or the /64 that one IPv6 customer gets as a whole."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return parsed.exploded[:19] if isinstance(parsed, IPv6Address) else address
