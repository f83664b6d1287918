"""The writing half of one WebSocket: whole frames straight to the transport, bounded."""

import asyncio
from collections.abc import Callable

from bridge.core.answers import Beat
from bridge.core.model import Lang, User
from bridge.core.wire import packet

TOO_SLOW = 4408


class Connection:
    """Keeps `ports.Reader` over an asyncio transport that aiohttp has upgraded.

    Writing past aiohttp is safe because frames are whole and there is no compression state; what
    aiohttp itself writes (pong, close) are whole frames, too. `token` is the digest of what they
    came in by. `end` is called once, with a close code and a reason, and must not block.
    """

    def __init__(
        self,
        transport: asyncio.WriteTransport,
        user: User,
        token: str,
        lang: Lang,
        address: str,
        limit: int,
        end: Callable[[int, str], None],
    ) -> None:
        self.user = user
        self.token = token
        self.lang = lang
        self.address = address
        self._transport = transport
        self._most = limit
        self._end = end
        self._closed = False
        self._loop = asyncio.get_running_loop()
        self._wrote = self._loop.time()
        self._beat: asyncio.TimerHandle | None = None

    def deliver(self, packets: bytes) -> None:
        """Hand `packets` to the transport; a reader who is too far behind is closed (4408)."""
        if self._closed or not packets or self._transport.is_closing():
            return
        if self._transport.get_write_buffer_size() > self._most:
            self.close(TOO_SLOW, "you fell too far behind; join again with `after`")
            return
        if len(packets) > self._most:
            # What somebody missed may be more than the limit by itself; it must be able to drain.
            self._most = 2 * len(packets)
        self._transport.write(packets)
        self._wrote = self._loop.time()

    def close(self, code: int, reason: str) -> None:
        """Write nothing more, and let the edge say goodbye with `code`."""
        if not self._closed:
            self._closed = True
            self.stop_beating()
            self._end(code, reason)

    def start_beating(self, seconds: float) -> None:
        """Send a beat whenever nothing else was sent for `seconds`."""
        rest = self._wrote + seconds - self._loop.time()
        if rest <= 0:
            self.deliver(packet(Beat()))
            rest = seconds
        if not self._closed:
            self._beat = self._loop.call_later(rest, self.start_beating, seconds)

    def stop_beating(self) -> None:
        """No more beats."""
        if self._beat is not None:
            self._beat.cancel()
            self._beat = None
