"""One connection, from the opening handshake to its loss."""

import asyncio
import contextlib
import logging
import os
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from bridge.client.errors import NotOurProtocol, final
from bridge.client.wire import VERSION, Frame, Welcome, parse

OPEN_S = 10.0
"""For the opening handshake, and again for the welcome."""
CLOSE_S = 2.0
MISSED_BEATS = 2.5
"""After so many beats of silence the connection is dead."""
MAX_FRAME = 16 * 1024 * 1024
"""Bytes; a page of history with a hundred long messages has about one million."""
LONGEST_WAIT_S = 120.0


class Lost(Exception):
    """There is no connection now; another try may succeed, after `wait` seconds at the least."""

    def __init__(self, why: str, close_code: int | None = None, wait: float = 0.0) -> None:
        super().__init__(why)
        self.why = why
        self.close_code = close_code
        self.wait = wait


class _Discreet(logging.LoggerAdapter[logging.Logger]):
    """websockets logs every frame on level DEBUG; what people write stays out of every log."""

    def isEnabledFor(self, level: int) -> bool:  # noqa: N802 - the name is logging's
        return level > logging.DEBUG and super().isEnabledFor(level)


class Link:
    """A connection on which we were welcomed."""

    def __init__(self, socket: ClientConnection, welcome: Welcome) -> None:
        self.welcome = welcome
        self._socket = socket

    async def say(self, text: str) -> None:
        """Send a frame. Its loss together with the connection is told by `hear`, not here."""
        with contextlib.suppress(ConnectionClosed):
            await self._socket.send(text)

    async def hear(self) -> Frame | None:
        """The next frame; None for one that we don't know. Raises Lost, or Ended when nobody
        should come back."""
        return await _receive(self._socket, MISSED_BEATS * self.welcome.beat)

    async def close(self) -> None:
        """Say goodbye; takes CLOSE_S at the most."""
        await self._socket.close()


async def open_link(url: str, hello: str) -> Link:
    """Connect to `url`, say `hello`, be welcomed. Raises Lost or Ended."""
    logger = _Discreet(logging.getLogger(__name__), {})
    # A proxy that the environment names cannot reach this machine's own addresses.
    local = urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")
    try:
        socket = await connect(
            url,
            compression=None,
            proxy=None if local else True,
            open_timeout=OPEN_S,
            close_timeout=CLOSE_S,
            # The server's beat shows that the connection lives, also behind a proxy.
            ping_interval=None,
            max_size=MAX_FRAME,
            logger=logger,
        )
    except InvalidStatus as error:
        raise _turned_away(error) from None
    except TimeoutError:
        raise Lost(f"no answer within {OPEN_S:g} s") from None
    except (OSError, WebSocketException) as error:
        raise Lost(_plainly(error)) from None
    try:
        await socket.send(hello)
        return Link(socket, await _welcome(socket))
    except ConnectionClosed as closed:
        raise _ending(closed) from None
    except BaseException:
        await socket.close()
        raise


async def _welcome(socket: ClientConnection) -> Welcome:
    try:
        async with asyncio.timeout(OPEN_S):
            while True:
                frame = await _receive(socket, OPEN_S)
                if frame is not None and isinstance(frame.body, Welcome):
                    break
    except TimeoutError:
        raise Lost(f"no welcome within {OPEN_S:g} s; is this a bridge?") from None
    if frame.body.v != VERSION:
        raise NotOurProtocol(
            f"the server speaks version {frame.body.v} of the protocol, this client {VERSION}; "
            "bring both to the same version"
        )
    return frame.body


async def _receive(socket: ClientConnection, silence: float) -> Frame | None:
    """The next frame; None for one that we don't know."""
    try:
        async with asyncio.timeout(silence):
            text = await socket.recv()
    except TimeoutError:
        raise Lost(f"nothing was heard for {silence:g} s") from None
    except ConnectionClosed as closed:
        raise _ending(closed) from None
    if isinstance(text, bytes):
        raise NotOurProtocol("the server sent a binary frame; is this a bridge?")
    return parse(text)


def _ending(closed: ConnectionClosed) -> Exception:
    """Ended for final codes, else Lost."""
    if closed.rcvd is None:
        return Lost("the connection broke off")
    code, reason = closed.rcvd.code, closed.rcvd.reason
    why = f"the server closed the connection ({code}{reason and ' ' + reason})"
    return final(code, reason) or Lost(why, code)


def _turned_away(error: InvalidStatus) -> Lost:
    """The server answered with something else than a socket: 403, 404, 429, 503, …"""
    status = error.response.status_code
    after = error.response.headers.get("Retry-After", "")
    wait = min(float(after), LONGEST_WAIT_S) if after.isdecimal() else 0.0
    return Lost(f"the server answered HTTP {status} instead of opening a socket", None, wait)


def _plainly(error: Exception) -> str:
    """What the system says, without Python's decoration."""
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno) if error.errno > 0 else str(error.strerror)
    return str(error) or type(error).__name__
