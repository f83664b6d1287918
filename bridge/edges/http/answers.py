"""JSON answers, plain or cacheable by ETag."""

import hashlib

import msgspec
from aiohttp import ETag, web


def answer(payload: object, status: int = 200) -> web.Response:
    """`payload` as JSON that nobody keeps."""
    return web.Response(
        body=msgspec.json.encode(payload),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def cacheable(request: web.Request, body: bytes, cache_control: str) -> web.Response:
    """JSON bytes under an ETag made of them; 304 without a body when the client has them."""
    tag = etag(body)
    if is_known(request, tag):
        response = web.Response(status=304)
    else:
        response = web.Response(body=body, content_type="application/json")
    response.headers["Cache-Control"] = cache_control
    response.etag = tag
    return response


def etag(body: bytes) -> ETag:
    """A weak tag: it holds for the body however it is compressed on the way."""
    return ETag(hashlib.sha256(body).hexdigest()[:32], is_weak=True)


def is_known(request: web.Request, tag: ETag) -> bool:
    """Whether the client said (`If-None-Match`) that it has this very content."""
    known = request.if_none_match or ()
    return any(each.value in (tag.value, "*") for each in known)
