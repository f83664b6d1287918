"""Behind a reverse proxy: the client's own address and scheme, believed from named proxies only."""

from collections.abc import Collection
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from aiohttp import web
from aiohttp.typedefs import Handler

from bridge.errors import ConfigError

Network = IPv4Network | IPv6Network


class Proxies:
    """`trusted`: addresses (`10.0.0.2`) or networks (`10.0.0.0/8`) of our own proxies.

    Raises ConfigError when one is neither.
    """

    def __init__(self, trusted: Collection[str]) -> None:
        try:
            self._trusted: tuple[Network, ...] = tuple(ip_network(each) for each in trusted)
        except ValueError as error:
            raise ConfigError(f"PROXIES: {error}; name addresses such as 10.0.0.2") from None

    @web.middleware
    async def unwrap(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let everything behind see the request as the client sent it to the proxy."""
        if not self._trusted or not self._is_trusted(request.remote or ""):
            return await handler(request)
        headers = request.headers
        scheme = headers.get("X-Forwarded-Proto", request.scheme)
        return await handler(
            request.clone(
                remote=self._client(headers.getall("X-Forwarded-For", []), request.remote or ""),
                scheme=scheme if scheme in ("http", "https") else request.scheme,
                host=headers.get("X-Forwarded-Host", request.host),
            )
        )

    def _client(self, forwarded: list[str], peer: str) -> str:
        """The last address that is not a proxy of ours: what stands before it anybody can write."""
        hops = [hop.strip() for hop in ",".join(forwarded).split(",") if hop.strip()]
        client = peer
        for hop in reversed(hops):
            if not _is_address(hop):
                break
            client = hop
            if not self._is_trusted(hop):
                break
        return client

    def _is_trusted(self, address: str) -> bool:
        if not _is_address(address):
            return False
        found = ip_address(address)
        return any(found.version == net.version and found in net for net in self._trusted)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
