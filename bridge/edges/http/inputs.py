"""What a request says, checked: the query, and a JSON body of bounded size and time."""

import asyncio
from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import parse_qsl

import msgspec
from aiohttp import web

from bridge.core.wire import json_object
from bridge.edges.http.errors import HttpCode, Refused
from bridge.errors import ClientError

MAX_BODY = 256 * 1024
BODY_S = 10.0

Parsed = TypeVar("Parsed")


def query(request: web.Request, shape: type[Parsed]) -> Parsed:
    """The query string as a value of `shape`. An empty parameter counts as absent, an unknown one
    is ignored. Raises Refused that names the parameter."""
    fields = {name: value for name, value in request.query.items() if value}
    return _convert(fields, shape, "query", strict=False)


async def body(request: web.Request, shape: type[Parsed]) -> Parsed:
    """The JSON body as a value of `shape`. Raises Refused: not JSON, not that shape, too large,
    too slow."""
    if request.content_type != "application/json":
        # Also what makes browsers ask first (CORS) before another site's page may post.
        wanted = "send JSON, with the header Content-Type: application/json"
        raise Refused(HttpCode.UNSUPPORTED_MEDIA_TYPE, wanted)
    try:
        fields = json_object((await _raw(request)).decode())
    except UnicodeDecodeError:
        raise Refused(HttpCode.BAD_REQUEST, "the body is not UTF-8") from None
    except ClientError as error:
        raise Refused(HttpCode.BAD_REQUEST, f"body: {error.message}") from None
    return _convert(fields, shape, "body", strict=True)


async def form(request: web.Request, shape: type[Parsed]) -> Parsed:
    """The fields of a form as a value of `shape`. Only for what changes nothing: any site's page
    may post a form. Raises Refused as above."""
    try:
        pairs = parse_qsl((await _raw(request)).decode(), max_num_fields=100)
    except ValueError:
        raise Refused(HttpCode.BAD_REQUEST, "the body is not a form in UTF-8") from None
    return _convert(dict(pairs), shape, "form", strict=False)


async def _raw(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(BODY_S):
            return await request.read()
    except TimeoutError:
        late = f"the body did not arrive within {BODY_S:g} s"
        raise Refused(HttpCode.TIMEOUT, late) from None
    except web.HTTPRequestEntityTooLarge:
        limit = f"the body has more than {MAX_BODY:,} bytes"
        raise Refused(HttpCode.TOO_LONG, limit) from None


def _convert(fields: Mapping[str, object], shape: type[Parsed], where: str, strict: bool) -> Parsed:
    try:
        return msgspec.convert(fields, shape, strict=strict)
    except msgspec.ValidationError as error:
        raise Refused(HttpCode.BAD_REQUEST, f"{where}: {error}") from None
