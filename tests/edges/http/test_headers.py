"""Every response carries the security headers (S15)."""

import pytest

from tests.edges.conftest import Site

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
}
ROUTES = [
    ("GET", "/", 200, "same-origin"),
    ("HEAD", "/", 200, "same-origin"),
    ("GET", "/curate", 200, "same-origin"),
    ("GET", "/api/v1/session", 401, "same-origin"),
    ("GET", "/widget.js", 200, "cross-origin"),
    ("GET", "/chat-bridge.js", 200, "cross-origin"),
    ("GET", "/element/card.js", 200, "cross-origin"),
    ("GET", "/styles.css", 200, "cross-origin"),
    ("GET", "/locales/zh.json", 200, "cross-origin"),
    ("GET", "/healthz", 200, "same-origin"),
    ("GET", "/readyz", 200, "same-origin"),
    ("GET", "/metrics", 200, "same-origin"),
    ("GET", "/languages", 200, "same-origin"),
    ("GET", "/api/v1/openapi.json", 200, "same-origin"),
    ("GET", "/api/v1/rooms/lobby/messages", 200, "same-origin"),
    ("GET", "/api/v1/rooms/nope/messages", 404, "same-origin"),
    ("GET", "/api/v1/entries", 200, "same-origin"),
    ("GET", "/api/v1/entries?limit=0", 400, "same-origin"),
    ("GET", "/api/v1/entries/zh/idiom/hua-she-tian-zu", 200, "same-origin"),
    ("GET", "/api/v1/entries/zh%2Fidiom%2Fhua-she-tian-zu", 200, "same-origin"),
    ("POST", "/api/v1/annotate", 415, "same-origin"),
    ("OPTIONS", "/api/v1/annotate", 405, "same-origin"),
    ("DELETE", "/", 405, "same-origin"),
    ("GET", "/nothing", 404, "same-origin"),
    ("GET", "/ws", 400, "same-origin"),
]


@pytest.mark.parametrize(("method", "path", "status", "policy"), ROUTES)
async def test_every_route_carries_the_security_headers(
    site: Site, method: str, path: str, status: int, policy: str
) -> None:
    async with site.client.request(method, path) as response:
        headers = response.headers
    assert response.status == status
    assert set(headers["Content-Security-Policy"].split("; ")) == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == policy
    assert headers["Server"] == "culture-bridge"
    assert "unsafe-inline" not in str(headers)
    assert "Set-Cookie" not in headers


async def test_an_upgrade_carries_them_too(site: Site) -> None:
    async with site.client.ws_connect("/ws") as ws:
        assert ws._response.headers["X-Content-Type-Options"] == "nosniff"
        await ws.send_str("hello")
        assert await ws.receive_str() == "hello"


async def test_bytes_that_are_no_http_get_them_too(site: Site) -> None:
    answered = await site.raw(b"hello there\r\n\r\n")
    assert answered.startswith(b"HTTP/1.")
    assert b"X-Content-Type-Options: nosniff" in answered
    assert b"Python" not in answered
