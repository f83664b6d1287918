"""Which other sites' pages may read the API: the configured origins, and no cookies ever."""

from collections.abc import Collection

from aiohttp import web
from aiohttp.typedefs import Handler

from bridge.edges.http.errors import HttpCode, Refused

API = "/api/v1/"
LIBRE = ("/translate", "/detect")
"""LibreTranslate's addresses for what costs as much as any of the API."""
READABLE = (API, "/languages", *LIBRE)
"""What a listed site's page may read."""
PREFLIGHT_S = 600


class Cors:
    """Answers preflights of the API, and marks its answers as readable by the `origins`."""

    def __init__(self, origins: Collection[str]) -> None:
        self._origins = frozenset(origin.rstrip("/").lower() for origin in origins)

    async def on_prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        """Errors are marked, too: a page must be able to read why it was refused."""
        if not request.path.startswith(READABLE):
            return
        # Whether it has an Origin or not: a cache must not hand one origin's answer to another.
        response.headers.add("Vary", "Origin")
        origin = request.headers.get("Origin")
        if origin is not None and self._is_listed(origin):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"

    @web.middleware
    async def preflight(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer OPTIONS for every resource of the API."""
        refusal = request.match_info.http_exception
        wanted = request.headers.get("Access-Control-Request-Method")
        if (
            request.method != "OPTIONS"
            or wanted is None
            or not request.path.startswith(READABLE)
            or not isinstance(refusal, web.HTTPMethodNotAllowed)
        ):
            return await handler(request)
        if not self._is_listed(request.headers.get("Origin", "")):
            raise Refused(HttpCode.FORBIDDEN, "this origin may not use the API; see ORIGINS")
        return web.Response(
            status=204,
            headers={
                "Access-Control-Allow-Methods": ", ".join(sorted(refusal.allowed_methods)),
                "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
                "Access-Control-Max-Age": str(PREFLIGHT_S),
            },
        )

    def _is_listed(self, origin: str) -> bool:
        return origin.lower() in self._origins
