"""How the server is, and whom it tells."""

import asyncio
from typing import Any
from unittest.mock import Mock

import pytest
from aiohttp.test_utils import make_mocked_request

from bridge.edges.http import health
from bridge.edges.http.health import is_local
from bridge.errors import StoreUnavailable
from tests.edges.conftest import Serve, Site


async def get(site: Site, path: str, **headers: str) -> tuple[int, Any]:
    async with site.client.get(path, headers=headers) as response:
        return response.status, await response.json()


async def test_a_server_that_answers_is_alive(site: Site) -> None:
    assert await get(site, "/healthz") == (200, {"status": "alive"})


async def test_a_server_with_everything_in_place_is_ready(site: Site) -> None:
    assert await get(site, "/readyz") == (200, {"status": "ready"})


async def test_what_is_missing_is_said_in_words(serve: Serve) -> None:
    async def readiness() -> tuple[str, ...]:
        return ("the models are still being loaded", "the store cannot be written to")

    status, answer = await get(await serve(readiness=readiness), "/readyz")
    assert (status, answer["error"]["code"]) == (503, "unavailable")
    assert answer["error"]["reasons"] == [
        "the models are still being loaded",
        "the store cannot be written to",
    ]


async def test_a_store_that_does_not_say_is_not_ready(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "READY_S", 0.05)
    status, answer = await get(await serve(readiness=asyncio.Event().wait), "/readyz")
    assert status == 503
    assert "0.05 s" in answer["error"]["reasons"][0]


async def test_a_broken_store_is_not_ready(serve: Serve) -> None:
    async def readiness() -> tuple[str, ...]:
        raise StoreUnavailable("gone")

    status, answer = await get(await serve(readiness=readiness), "/readyz")
    assert status == 503
    assert len(answer["error"]["reasons"]) == 1


async def test_metrics_are_prometheus_text(site: Site) -> None:
    async with site.client.get("/metrics") as response:
        assert response.status == 200
        assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        assert "bridge_sockets 0.0\n" in await response.text()


@pytest.mark.parametrize("path", ["/metrics", "/readyz"])
@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_what_a_proxy_passes_on_finds_nothing_there(
    site: Site, path: str, header: str
) -> None:
    status, answer = await get(site, path, **{header: "127.0.0.1"})
    assert (status, answer) == await get(site, "/nothing")
    assert status == 404


@pytest.mark.parametrize(
    ("peer", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("192.168.0.7", False),
        ("10.0.0.1", False),
        ("203.0.113.9", False),
        ("2001:db8::1", False),
        ("", False),
    ],
)
def test_only_loopback_addresses_are_this_machine(peer: str, local: bool) -> None:
    transport = Mock()
    transport.get_extra_info.return_value = (peer, 5000)
    assert is_local(make_mocked_request("GET", "/metrics", transport=transport)) is local
