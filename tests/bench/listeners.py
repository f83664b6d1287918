"""Many cheap WebSocket clients in one process, which only count what they hear."""

import asyncio
import base64
import os
import time
from collections.abc import Callable

MARK = b'"bench-'
"""Stands once in every message that counts."""


class Listener(asyncio.Protocol):
    """Shakes hands, says its first words, then counts marks and notes when they came."""

    def __init__(self, path: str, words: list[str], heard: Callable[[int], None]) -> None:
        self._path = path
        self._words = words
        self._heard = heard
        self._rest = b""
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(  # type: ignore[attr-defined]
            f"GET {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        if not self.ready.done():
            self._rest += data
            if b"\r\n\r\n" not in self._rest:
                return
            if b" 101 " not in self._rest[:20]:
                self.ready.set_exception(ConnectionError(self._rest[:200].decode()))
                return
            for text in self._words:
                self.say(text)
            self._words = []
            self._rest = b""
            self.ready.set_result(None)
            return
        # A mark may be cut in two by the reads.
        data = self._rest + data
        count = data.count(MARK)
        self._rest = data[-(len(MARK) - 1) :]
        if count:
            self._heard(count)

    def say(self, text: str) -> None:
        """Send one masked text frame (the mask is zero: it costs nothing and is allowed)."""
        payload = text.encode()
        size = len(payload)
        head = bytes((0x81, 0x80 | size)) if size < 126 else bytes((0x81, 0xFE)) + size.to_bytes(2)
        self._transport.write(head + b"\0\0\0\0" + payload)  # type: ignore[attr-defined]

    def leave(self) -> None:
        """Hang up."""
        self._transport.close()


class Crowd:
    """`size` listeners on one server, and when each delivery came."""

    def __init__(self) -> None:
        self.listeners: list[Listener] = []
        self.heard = 0
        self.last = 0.0

    async def enter(self, port: int, path: str, words: list[str], size: int) -> None:
        """Connect everybody, fifty at a time."""
        loop = asyncio.get_running_loop()
        for start in range(0, size, 50):
            batch = []
            for _ in range(min(50, size - start)):
                _, listener = await loop.create_connection(
                    lambda: Listener(path, words, self._hear), "127.0.0.1", port
                )
                batch.append(listener)
            await asyncio.gather(*(each.ready for each in batch))
            self.listeners += batch
            await asyncio.sleep(0.3)

    def _hear(self, count: int) -> None:
        self.heard += count
        self.last = time.perf_counter()

    async def wait_for(self, count: int, patience_s: float) -> None:
        """Return when `count` deliveries were heard, or patience is at an end."""
        end = time.perf_counter() + patience_s
        while self.heard < count and time.perf_counter() < end:  # noqa: ASYNC110 - a load, no test
            await asyncio.sleep(0.02)

    async def leave(self) -> None:
        """Everybody hangs up."""
        for listener in self.listeners:
            listener.leave()
        await asyncio.sleep(0.5)
