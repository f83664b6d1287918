"""`GET /api/v1/openapi.json`: the API's description, written by hand, a file a part."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import msgspec
from aiohttp import web

from bridge.edges.http.answers import cacheable

FOLDER = "openapi"
"""`api.json` holds what all parts share; each other file the paths and schemas of its own part."""


class Document:
    """OpenAPI 3.1, read once."""

    def __init__(self) -> None:
        self._body = msgspec.json.encode(description())

    async def serve(self, request: web.Request) -> web.Response:
        """The whole document."""
        return cacheable(request, self._body, "no-cache")


def description() -> dict[str, Any]:
    """The parts as one. Raises ValueError when two of them say the same thing."""
    folder = files("bridge.edges.http").joinpath(FOLDER)
    parts = sorted(folder.iterdir(), key=lambda part: (part.name != "api.json", part.name))
    whole: dict[str, Any] = {}
    for part in parts:
        if part.name.endswith(".json"):
            _add(whole, msgspec.json.decode(part.read_bytes()), part.name)
    return whole


def _add(whole: dict[str, Any], part: Mapping[str, Any], where: str) -> None:
    for key, value in part.items():
        there = whole.get(key)
        if isinstance(value, dict) and isinstance(there, dict):
            _add(there, value, f"{where}: {key}")
        elif isinstance(value, list) and isinstance(there, list):
            there += value
        elif key not in whole:
            whole[key] = value
        else:
            raise ValueError(f"{where}: {key!r} is said twice")
