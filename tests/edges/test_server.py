"""Listening: ports, slow headers, bytes that are no HTTP."""

import asyncio
import logging

import pytest
from aiohttp import web

from bridge.edges.server import listen
from bridge.errors import ConfigError
from tests.edges.conftest import Serve, Site

SHORT = 0.1


async def test_port_zero_is_answered_with_the_port_that_was_found(site: Site) -> None:
    assert site.server.port > 0


async def test_an_address_in_use_is_refused_with_the_cure(site: Site) -> None:
    with pytest.raises(ConfigError, match=r"127\.0\.0\.1:\d+ is in use.*--port"):
        await listen(web.Application(), "127.0.0.1", site.server.port)


async def test_an_address_that_is_not_ours_is_refused_with_the_cure() -> None:
    with pytest.raises(ConfigError, match=r"cannot listen on 203\.0\.113\.1:0 .*--host"):
        await listen(web.Application(), "203.0.113.1", 0)


@pytest.mark.parametrize(
    "sent", [b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n"]
)
async def test_half_a_header_is_cut_off(serve: Serve, sent: bytes) -> None:
    site = await serve(header_s=SHORT)
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
    writer.write(sent)
    async with asyncio.timeout(3):
        assert await reader.read() == b""
    writer.close()


async def test_a_header_that_drips_is_cut_off(serve: Serve) -> None:
    site = await serve(header_s=SHORT)
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
    writer.write(b"GET / HTTP/1.1\r\n")
    ended = asyncio.create_task(reader.read())
    async with asyncio.timeout(3):
        while not ended.done():
            writer.write(b"X: 1\r\n")
            await asyncio.wait([ended], timeout=SHORT / 5)
    assert b"HTTP" not in await asyncio.gather(ended, return_exceptions=True)
    writer.close()


async def test_a_connection_that_has_asked_once_is_not_cut_off(serve: Serve) -> None:
    site = await serve(header_s=SHORT)
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    await reader.readuntil(b"}")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(3 * SHORT):
            await reader.readexactly(1)
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (await reader.readline()) == b"HTTP/1.1 200 OK\r\n"
    writer.close()


async def test_a_socket_outlives_the_time_for_headers(serve: Serve) -> None:
    site = await serve(header_s=SHORT)
    async with site.client.ws_connect("/ws") as ws:
        with pytest.raises(TimeoutError):
            await ws.receive(timeout=3 * SHORT)
        await ws.send_str("still here")
        assert await ws.receive_str() == "still here"


@pytest.mark.parametrize(
    "nonsense",
    [
        b"hello there\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nBad Header\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 9000 + b"\r\n\r\n",
        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
async def test_bytes_that_are_no_http_get_400_in_the_one_shape(site: Site, nonsense: bytes) -> None:
    answered = await site.raw(nonsense)
    assert b" 400 " in answered.splitlines()[0]
    assert answered.endswith(
        b'{"error":{"code":"bad-request","message":"this is not a well-formed HTTP request"}}'
    )


async def test_a_flood_of_nonsense_is_one_line_in_the_log_without_a_word_of_it(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for _ in range(20):
            await site.raw(b"GET / HTTP/1.1\r\nX\x1b[31m: canary-7f3a\r\n\r\n")
    assert [record.getMessage() for record in caplog.records if record.name != "asyncio"] == [
        "refused malformed requests: 1, the last one BadHttpMessage"
    ]
    assert "canary" not in caplog.text


async def test_addresses_and_queries_are_not_logged(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with site.client.get("/api/v1/entries?q=canary-7f3a") as response:
            assert response.status == 200
    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    "body",
    [b"Content-Length: 42\r\n", b"Transfer-Encoding: chunked\r\n"],
)
async def test_nothing_is_smuggled_behind_an_upgrade(site: Site, body: bytes) -> None:
    upgrade = (
        b"GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
    writer.write(upgrade + body + b"\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    await reader.readuntil(b"\r\n\r\n")
    with pytest.raises((TimeoutError, asyncio.IncompleteReadError)):
        async with asyncio.timeout(0.3):
            await reader.readuntil(b"HTTP/1.")
    writer.close()


async def test_closing_ends_idle_connections_and_the_port(serve: Serve) -> None:
    site = await serve()
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
    port = site.server.port
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    await reader.readuntil(b"}")
    async with asyncio.timeout(3):
        await site.server.close()
        assert await reader.read() == b""
    with pytest.raises(OSError):
        await asyncio.open_connection("127.0.0.1", port)
    writer.close()
