"""The OpenAPI document holds: it is valid, complete, and what the server really answers."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from openapi_spec_validator import validate

from bridge.clock import SystemClock
from bridge.core.limits import Rate
from bridge.edges.admission import Admission
from bridge.edges.http import application
from bridge.edges.http.errors import HttpCode
from bridge.edges.http.rates import Rates
from bridge.edges.static import Static
from bridge.edges.websocket import WebSocketEdge
from bridge.errors import StoreUnavailable
from tests.edges.conftest import Serve, Site
from tests.edges.fakes import FakeLibrary, FakeStore
from tests.edges.http.documented import DOCUMENT, check, documented, operations

MESSAGES = "/api/v1/rooms/{room}/messages"
ANNOTATE = "/api/v1/annotate"
WORDS = "/api/v1/words"
ENTRIES = "/api/v1/entries"
WHOLE = "/api/v1/entries/{id}"
PARTS = "/api/v1/entries/{lang}/{kind}/{id}"
LOBBY = {"room": "lobby"}
SNAKE = {"lang": "zh", "kind": "idiom", "id": "hua-she-tian-zu"}
ESCAPED = {"id": "zh%2Fidiom%2Fhua-she-tian-zu"}
FORWARDED = {"headers": {"X-Forwarded-For": "192.0.2.1"}}
KNOWN = {"headers": {"If-None-Match": "*"}}
EVIL = {"headers": {"Origin": "https://evil.example"}}

Answer = tuple[str, str, str, dict[str, str], dict[str, Any], str]

# Operation and status; what fills the path, what else is sent; how the server is.
ANSWERS: list[Answer] = [
    ("get", "/", "200", {}, {}, "well"),
    ("get", "/", "304", {}, KNOWN, "well"),
    ("get", "/curate", "200", {}, {}, "well"),
    ("get", "/curate", "304", {}, KNOWN, "well"),
    ("get", "/widget.js", "200", {}, {}, "well"),
    ("get", "/widget.js", "304", {}, KNOWN, "well"),
    ("get", "/ws", "400", {}, {}, "well"),
    ("get", "/ws", "403", {}, EVIL, "full"),
    ("get", "/ws", "429", {}, {}, "full"),
    ("get", "/ws", "503", {}, {}, "busy"),
    ("get", "/healthz", "200", {}, {}, "well"),
    ("get", "/readyz", "200", {}, {}, "well"),
    ("get", "/readyz", "404", {}, FORWARDED, "well"),
    ("get", "/readyz", "503", {}, {}, "cold"),
    ("get", "/metrics", "200", {}, {}, "well"),
    ("get", "/metrics", "404", {}, FORWARDED, "well"),
    ("get", "/languages", "200", {}, {}, "well"),
    ("post", "/translate", "200", {}, {"json": {"q": "你好", "target": "en"}}, "well"),
    ("post", "/translate", "400", {}, {"json": {"q": "你好"}}, "well"),
    ("post", "/translate", "413", {}, {"json": {"q": "a" * 3000, "target": "en"}}, "well"),
    ("post", "/translate", "415", {}, {"data": b"hello"}, "well"),
    ("post", "/detect", "200", {}, {"json": {"q": "你好"}}, "well"),
    ("post", "/detect", "400", {}, {"json": {}}, "well"),
    ("post", "/detect", "413", {}, {"json": {"q": "a" * 3000}}, "well"),
    ("post", "/detect", "415", {}, {"data": b"hello"}, "well"),
    ("get", "/api/v1/openapi.json", "200", {}, {}, "well"),
    ("get", "/api/v1/openapi.json", "304", {}, KNOWN, "well"),
    ("get", MESSAGES, "200", LOBBY, {"params": {"lang": "en"}}, "well"),
    ("get", MESSAGES, "400", LOBBY, {"params": {"limit": "0"}}, "well"),
    ("get", MESSAGES, "404", {"room": "nope"}, {}, "well"),
    ("get", MESSAGES, "500", LOBBY, {}, "broken"),
    ("get", MESSAGES, "503", LOBBY, {}, "cold"),
    ("post", ANNOTATE, "200", {}, {"json": {"text": "画蛇添足"}}, "well"),
    ("post", ANNOTATE, "400", {}, {"json": {}}, "well"),
    ("post", ANNOTATE, "413", {}, {"json": {"text": "a" * 3000}}, "well"),
    ("post", ANNOTATE, "415", {}, {"data": "hello"}, "well"),
    ("post", ANNOTATE, "500", {}, {"json": {"text": "画蛇添足"}}, "broken"),
    ("post", WORDS, "200", {}, {"json": {"texts": ["银行!", ""]}}, "well"),
    ("post", WORDS, "400", {}, {"json": {}}, "well"),
    ("post", WORDS, "413", {}, {"json": {"texts": ["a" * 10_001]}}, "well"),
    ("post", WORDS, "415", {}, {"data": "hello"}, "well"),
    ("get", ENTRIES, "200", {}, {"params": {"q": "snake"}}, "well"),
    ("get", ENTRIES, "304", {}, KNOWN, "well"),
    ("get", ENTRIES, "400", {}, {"params": {"kind": "!"}}, "well"),
    ("get", ENTRIES, "500", {}, {}, "broken"),
    ("get", WHOLE, "200", ESCAPED, {}, "well"),
    ("get", WHOLE, "304", ESCAPED, KNOWN, "well"),
    ("get", WHOLE, "400", ESCAPED, {"params": {"for": "!"}}, "well"),
    ("get", WHOLE, "404", {"id": "nope"}, {}, "well"),
    ("get", WHOLE, "500", ESCAPED, {}, "broken"),
    ("get", PARTS, "200", SNAKE, {}, "well"),
    ("get", PARTS, "304", SNAKE, KNOWN, "well"),
    ("get", PARTS, "400", SNAKE, {"params": {"for": "!"}}, "well"),
    ("get", PARTS, "404", SNAKE | {"id": "nope"}, {}, "well"),
    ("get", PARTS, "500", SNAKE, {}, "broken"),
]
# Held elsewhere: an upgrade (test_headers), a body that does not come (test_annotate), too many at
# once (test_words), who is banned (test_peace), the limit
# (below, for one of the routes that share it), and pages, which have nothing that could break.
ELSEWHERE = {
    ("get", "/ws", "101"),
    ("post", ANNOTATE, "408"),
    *(("get", MESSAGES, status) for status in ("401", "403")),
    *(("post", WORDS, status) for status in ("408", "503")),
    ("post", "/translate", "408"),
    ("post", "/detect", "408"),
}
SHARED_STATUSES = {"429", "500"}


async def cold() -> tuple[str, ...]:
    return ("the models are still being loaded",)


def sockets(admission: Admission) -> Any:
    """The real edge, as far as it refuses."""
    nobody: Any = None
    return WebSocketEdge(nobody, nobody, admission, nobody, nobody, SystemClock(), nobody)


@pytest.fixture
def conditions() -> dict[str, dict[str, Any]]:
    """How the server may be."""
    return {
        "well": {},
        "cold": {"readiness": cold, "store": FakeStore(StoreUnavailable("disk full"))},
        "broken": {"store": FakeStore(KeyError()), "library": FakeLibrary(KeyError())},
        "full": {"sockets": sockets(Admission((), per_address=0, accepts_per_s=200))},
        "busy": {"sockets": sockets(Admission((), per_address=20, accepts_per_s=0.001))},
    }


def test_the_document_is_openapi_3_1() -> None:
    validate(DOCUMENT)


def test_every_route_is_documented_and_every_documented_route_exists(
    site: Site, services: Any
) -> None:
    pages = {"/", "/curate", "/widget.js"}
    files_only = {route.path for route in Static(services.web).routes()} - pages
    routes = {
        (route.method.lower(), route.resource.canonical)
        for route in site.app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    assert {(method, path) for method, path in routes if path not in files_only} == {*operations()}


def test_every_documented_answer_for_everybody_is_held_against_a_real_one(services: Any) -> None:
    private = {route.path for route in services.private}
    described = {
        (method, path, status)
        for method, path in operations()
        for status in DOCUMENT["paths"][path][method]["responses"]
        if status not in SHARED_STATUSES and path not in private
    }
    held = {(method, path, status) for method, path, status, *_ in ANSWERS}
    assert described - held == ELSEWHERE


@pytest.mark.parametrize(("method", "path", "status", "parts", "sent", "condition"), ANSWERS)
async def test_answers_are_as_documented(
    serve: Serve,
    conditions: dict[str, dict[str, Any]],
    method: str,
    path: str,
    status: str,
    parts: dict[str, str],
    sent: dict[str, Any],
    condition: str,
) -> None:
    site = await serve(**conditions[condition])
    pointer, description = documented(method, path, status)
    async with site.client.request(method, path.format(**parts), **sent) as response:
        body = await response.read()
    assert str(response.status) == status
    assert all(name in response.headers for name in description.get("headers", {}))
    kinds = list(description.get("content", {}))
    assert kinds == ([response.content_type] if body else [])
    decode = json.loads if response.content_type == "application/json" else bytes.decode
    for kind in kinds:
        check(f"{pointer}/content/{kind.replace('/', '~1')}/schema", decode(body))


async def test_the_answer_to_too_many_requests_is_as_documented(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "Rates", partial(Rates, Rate(per_s=0.001, burst=0.5)))
    async with (await serve()).client.get(ENTRIES) as response:
        assert response.status == 429
        assert "Retry-After" in response.headers
        check("/components/schemas/Error", await response.json())


def examples() -> Iterator[tuple[str, object]]:
    """Every example of a body in the document, and where its schema stands."""
    bodies = [
        documented(method, path, status)
        for method, path in operations()
        for status in DOCUMENT["paths"][path][method]["responses"]
    ]
    for pointer, description in bodies:
        for kind, content in description.get("content", {}).items():
            if "example" in content:
                yield f"{pointer}/content/{kind.replace('/', '~1')}/schema", content["example"]
    asked = DOCUMENT["paths"][ANNOTATE]["post"]["requestBody"]["content"]["application/json"]
    yield "/components/schemas/AnnotateRequest", asked["example"]


@pytest.mark.parametrize(("pointer", "example"), list(dict(examples()).items()))
def test_examples_keep_their_schemas(pointer: str, example: object) -> None:
    check(pointer, example)


def test_every_code_is_documented() -> None:
    error = DOCUMENT["components"]["schemas"]["Error"]["properties"]["error"]
    assert set(error["properties"]["code"]["enum"]) == {code.value for code in HttpCode}
