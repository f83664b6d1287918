"""Which other sites' pages may read what: the configured origins, what is for everybody."""

from collections.abc import Collection

from aiohttp import web
from aiohttp.typedefs import Handler

from bridge.edges.http.errors import HttpCode, Refused

API = "/api/v1/"
LIBRE = ("/translate", "/detect")
"""LibreTranslate's addresses for what costs as much as any of the API."""
ASKED = (API, "/languages", *LIBRE)
"""What scripts ask for."""
PUBLIC = frozenset(
    {
        "/languages",
        *LIBRE,
        f"{API}openapi.json",
        f"{API}rooms/{{room}}/messages",
        f"{API}annotate",
        f"{API}words",
        f"{API}entries",
        f"{API}entries/{{id}}",
        f"{API}entries/{{lang}}/{{kind}}/{{id}}",
    }
)
"""What a listed site's page may read, by route. All else of the API is for those who signed in,
and no page but our own ever reads that, whatever cookie its request carries."""
PREFLIGHT_S = 600


class Cors:
    """Answers preflights of the API, and marks its answers as readable by the `origins`."""

    def __init__(self, origins: Collection[str]) -> None:
        self._origins = frozenset(origin.rstrip("/").lower() for origin in origins)

    async def on_prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        """Errors are marked, too: a page must be able to read why it was refused."""
        if not request.path.startswith(ASKED):
            return
        # Whether it has an Origin or not: a cache must not hand one origin's answer to another.
        response.headers.add("Vary", "Origin")
        origin = request.headers.get("Origin")
        if origin is not None and self._is_listed(origin) and _is_public(request.match_info):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"

    @web.middleware
    async def preflight(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer OPTIONS for what is public."""
        refusal = request.match_info.http_exception
        wanted = request.headers.get("Access-Control-Request-Method")
        if (
            request.method != "OPTIONS"
            or wanted is None
            or not isinstance(refusal, web.HTTPMethodNotAllowed)
            or not request.path.startswith(ASKED)
        ):
            return await handler(request)
        if not self._is_listed(request.headers.get("Origin", "")):
            raise Refused(HttpCode.FORBIDDEN, "this origin may not use the API; see ORIGINS")
        meant = await request.app.router.resolve(request.clone(method=wanted))
        if not _is_public(meant):
            raise Refused(HttpCode.FORBIDDEN, "only the bridge's own pages may use this")
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


def _is_public(match: web.UrlMappingMatchInfo) -> bool:
    """Whether the route is for everybody. What is nowhere holds no secrets, either."""
    resource = match.route.resource
    return resource is None or resource.canonical in PUBLIC
