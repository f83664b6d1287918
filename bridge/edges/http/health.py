"""`/healthz`, `/readyz`, `/metrics`: how the server is, for those who look after it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from aiohttp import web

from bridge.edges.http.answers import answer
from bridge.edges.http.errors import HttpCode, Refused, of_framework
from bridge.edges.metrics import Metrics
from bridge.errors import StoreError

READY_S = 2.0
"""A server that takes longer to say whether it is ready, is not."""

# A reverse proxy on this machine comes from the loopback address, too; what it passes on does not.
_PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


@dataclass(frozen=True, slots=True)
class Health:
    """`readiness` says in words what is not ready yet, and nothing when everything is."""

    readiness: Callable[[], Awaitable[Sequence[str]]]
    metrics: Metrics

    async def alive(self, _request: web.Request) -> web.Response:
        """The loop turns and answers."""
        return answer({"status": "alive"})

    async def ready(self, request: web.Request) -> web.Response:
        """Models warm and store writable, or 503 with the reasons."""
        _only_from_here(request)
        reasons = await self._reasons()
        if reasons:
            raise Refused(HttpCode.UNAVAILABLE, "not ready yet", retry_after=5.0, reasons=reasons)
        return answer({"status": "ready"})

    async def exposition(self, request: web.Request) -> web.Response:
        """Prometheus text."""
        _only_from_here(request)
        return web.Response(
            body=self.metrics.text(),
            headers={
                "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
                "Cache-Control": "no-store",
            },
        )

    async def _reasons(self) -> Sequence[str]:
        try:
            async with asyncio.timeout(READY_S):
                return await self.readiness()
        except TimeoutError:
            return (f"no answer within {READY_S:g} s whether the store can be written to",)
        except StoreError:
            return ("the store is broken or closed; the log says why",)


def _only_from_here(request: web.Request) -> None:
    """To anybody but this machine there is nothing at this address (S43)."""
    if not is_local(request):
        raise of_framework(web.HTTPNotFound(), request.method)


def is_local(request: web.BaseRequest) -> bool:
    """Whether the request comes from this very machine, and not through a proxy on it."""
    if any(name in request.headers for name in _PASSED_ON):
        return False
    try:
        return ip_address(request.remote or "").is_loopback
    except ValueError:
        return False
