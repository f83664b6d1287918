"""Behind a reverse proxy: who is believed about whom."""

from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from bridge.edges.http.proxies import Proxies
from bridge.errors import ConfigError
from tests.server import Running, running
from tests.talker import Talker

HERE = "127.0.0.1"
PUBLIC = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "chat.example"}


async def through_proxy(server: Running, client: str) -> Talker:
    """A page of https://chat.example, as the proxy passes it on."""
    headers = PUBLIC | {"X-Forwarded-For": client}
    return await Talker.connect(
        server.ws, origin="https://chat.example", additional_headers=headers
    )


async def test_each_client_of_a_named_proxy_counts_for_itself(tmp_path: Path) -> None:
    async with running(tmp_path, proxies=(HERE,), sockets_per_address=1) as server:
        first = await through_proxy(server, "192.0.2.1")
        second = await through_proxy(server, "192.0.2.2")
        with pytest.raises(InvalidStatus) as refused:
            await through_proxy(server, "192.0.2.1")
        assert refused.value.response.status_code == 429
        await first.leave()
        await second.leave()


async def test_what_a_client_wrote_before_the_proxy_did_is_not_believed(tmp_path: Path) -> None:
    async with running(tmp_path, proxies=(HERE,), sockets_per_address=1) as server:
        first = await through_proxy(server, "192.0.2.1")
        with pytest.raises(InvalidStatus):
            await through_proxy(server, "192.0.2.77, 192.0.2.1")
        await first.leave()


async def test_nobody_else_is_believed_about_where_they_are(tmp_path: Path) -> None:
    async with running(tmp_path) as server:
        with pytest.raises(InvalidStatus) as refused:
            await through_proxy(server, "192.0.2.1")
        assert refused.value.response.status_code == 403


def test_a_proxy_is_an_address_or_a_network() -> None:
    Proxies(["10.0.0.0/8", "::1"])
    with pytest.raises(ConfigError, match="PROXIES"):
        Proxies(["proxy.example"])
