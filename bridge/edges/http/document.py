"""`GET /api/v1/openapi.json`: the API's description, written by hand."""

from importlib.resources import files

import msgspec
from aiohttp import web

from bridge.edges.http.answers import cacheable


class Document:
    """OpenAPI 3.1, read once."""

    def __init__(self) -> None:
        source = files("bridge.edges.http").joinpath("openapi.json").read_bytes()
        self._body = msgspec.json.format(source, indent=-1)

    async def serve(self, request: web.Request) -> web.Response:
        """The whole document."""
        return cacheable(request, self._body, "no-cache")
