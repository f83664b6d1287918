"""Refusals: one shape, the right status, and nothing in the log that people wrote."""

import logging
from typing import Any

import pytest

from bridge.errors import ClientError, Code, StoreCorrupt, StoreUnavailable
from tests.edges.conftest import Serve, Site
from tests.edges.fakes import FakeStore

CANARY = "canary-7f3a"
MESSAGES = "/api/v1/rooms/lobby/messages"


async def ask(site: Site, method: str, path: str) -> tuple[int, Any, Any]:
    async with site.client.request(method, path) as response:
        return response.status, await response.json(), response.headers


@pytest.mark.parametrize(
    "path", ["/nothing", "/api/v1/nothing", "/api/v2/", "/index.html", "/.git"]
)
async def test_what_is_not_there_is_404(site: Site, path: str) -> None:
    status, answer, _ = await ask(site, "GET", path)
    assert (status, answer["error"]["code"]) == (404, "not-found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/", "GET, HEAD"),
        ("DELETE", MESSAGES, "GET, HEAD"),
        ("GET", "/api/v1/annotate", "POST"),
        ("PUT", "/widget.js", "GET, HEAD"),
        ("OPTIONS", "/healthz", "GET, HEAD"),
    ],
)
async def test_a_method_that_is_not_answered_is_405_and_says_which_are(
    site: Site, method: str, path: str, allowed: str
) -> None:
    status, answer, headers = await ask(site, method, path)
    assert (status, answer["error"]["code"]) == (405, "method-not-allowed")
    assert headers["Allow"] == allowed


@pytest.mark.parametrize("error", [StoreUnavailable("disk full"), StoreCorrupt("torn page")])
async def test_a_store_that_refuses_is_503_and_says_when_to_come_back(
    serve: Serve, error: Exception
) -> None:
    status, answer, headers = await ask(await serve(store=FakeStore(error)), "GET", MESSAGES)
    assert (status, answer["error"]["code"]) == (503, "unavailable")
    assert headers["Retry-After"] == "3"


@pytest.mark.parametrize(
    ("code", "status", "told"),
    [
        (Code.BAD_FRAME, 400, "bad-request"),
        (Code.NO_SUCH_ROOM, 404, "no-such-room"),
        (Code.TOO_LONG, 413, "too-long"),
        (Code.BANNED, 403, "forbidden"),
        (Code.GONE, 404, "not-found"),
    ],
)
async def test_an_error_of_the_flow_has_its_status(
    serve: Serve, code: Code, status: int, told: str
) -> None:
    site = await serve(store=FakeStore(ClientError(code, "because")))
    found, answer, _ = await ask(site, "GET", MESSAGES)
    assert (found, answer) == (status, {"error": {"code": told, "message": "because"}})


async def test_an_error_that_waiting_cures_says_how_long(serve: Serve) -> None:
    error = ClientError(Code.TOO_FAST, "too fast", retry_after=1.2)
    status, _, headers = await ask(await serve(store=FakeStore(error)), "GET", MESSAGES)
    assert (status, headers["Retry-After"]) == (429, "2")


async def test_what_breaks_is_500_with_an_incident_that_the_log_knows(
    serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    error = KeyError(CANARY)
    error.__cause__ = ValueError(f"somebody said {CANARY}")
    site = await serve(store=FakeStore(error))
    with caplog.at_level(logging.DEBUG):
        status, answer, _ = await ask(site, "GET", f"{MESSAGES}?lang=en&x={CANARY}")
    assert (status, answer["error"]["code"]) == (500, "internal")
    incident = answer["error"]["message"].rpartition(" ")[2]
    assert f"incident {incident} at GET /api/v1/rooms/{{room}}/messages: KeyError" in caplog.text
    assert "fakes.py" in caplog.text
    assert "builtins.ValueError" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in str(answer)


async def test_an_expectation_nobody_knows_gets_the_one_shape(site: Site) -> None:
    request = b"GET / HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nConnection: close\r\n\r\n"
    answered = await site.raw(request)
    assert answered.startswith(b"HTTP/1.1 400 ")
    assert b'{"error":{"code":"bad-request"' in answered
    assert b"Content-Security-Policy: " in answered
