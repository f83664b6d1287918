"""Listens: one port, patient with people and not with half a request."""

import asyncio
import errno
import logging
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from bridge.edges.http.errors import HttpCode, Refused, internal, of_framework, refusal
from bridge.edges.http.headers import secure
from bridge.errors import ConfigError

log = logging.getLogger(__name__)

BACKLOG = 2048
"""A thousand clients that come back at once must find a place in the queue (F12)."""
HEADER_S = 10.0
"""A new connection must have sent a whole header by then (S36)."""
KEEPALIVE_S = 75.0
"""An idle connection is closed after this: later than nginx, which keeps one to us for 60 s."""
LINGER_S = 2.0
DRAIN_S = 5.0
COMPLAIN_S = 10.0
"""Malformed requests are counted, and told in one line at most this often (S31)."""


class Server:
    """A running server."""

    def __init__(self, runner: web.AppRunner, listening: asyncio.Server) -> None:
        self._runner = runner
        self._listening = listening

    @property
    def port(self) -> int:
        """The port, chosen by the system where 0 was asked for."""
        port: int = self._listening.sockets[0].getsockname()[1]
        return port

    async def close(self) -> None:
        """Accept nobody new, let requests finish for a few seconds, then end the rest."""
        self._listening.close()
        await self._runner.cleanup()


async def listen(app: web.Application, host: str, port: int, header_s: float = HEADER_S) -> Server:
    """Serve `app`. Raises ConfigError when the address cannot be had."""
    app.middlewares.insert(0, _header_arrived)
    # No access log: addresses hold room names, and query strings what people look for.
    runner = web.AppRunner(app, shutdown_timeout=DRAIN_S, access_log=None)
    await runner.setup()
    manager = runner.server
    if manager is None:
        raise RuntimeError("the runner was set up, so it has a server")
    loop = asyncio.get_running_loop()
    complaints = _Complaints(loop)

    def connection() -> _Connection:
        return _Connection(manager, loop, header_s, complaints)

    try:
        listening = await loop.create_server(connection, host, port, backlog=BACKLOG)
    except OSError as error:
        await runner.cleanup()
        raise ConfigError(_why_not(error, host, port)) from None
    return Server(runner, listening)


@web.middleware
async def _header_arrived(request: web.Request, handler: Handler) -> web.StreamResponse:
    connection = request.protocol
    if isinstance(connection, _Connection):
        connection.header_arrived()
    return await handler(request)


class _Complaints:
    """Counts malformed requests, and logs a line about them now and then."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._untold = 0
        self._told = float("-inf")

    def add(self, error: BaseException | None) -> None:
        """One more. What the request said is not repeated: it may hold anything."""
        self._untold += 1
        now = self._loop.time()
        if now - self._told >= COMPLAIN_S:
            name = type(error).__name__
            log.warning("refused malformed requests: %d, the last one %s", self._untold, name)
            self._untold = 0
            self._told = now


class _Connection(web.RequestHandler):
    """aiohttp's connection, with an end to waiting for the first header and with our errors.

    aiohttp itself waits for half a header as long as for an idle client.
    """

    __slots__ = ("_complaints", "_header_s", "_late")

    def __init__(
        self,
        manager: web.Server,
        loop: asyncio.AbstractEventLoop,
        header_s: float,
        complaints: _Complaints,
    ) -> None:
        super().__init__(
            manager,
            loop=loop,
            keepalive_timeout=KEEPALIVE_S,
            logger=log,
            access_log=None,  # type: ignore[arg-type]  # None is how aiohttp spells "none"
            # After an answer that did not wait for the body: how long to go on reading, so that
            # whoever is still sending gets to see it.
            lingering_time=LINGER_S,
            # Nobody needs compressed request bodies but those who send bombs.
            auto_decompress=False,
        )
        self._header_s = header_s
        self._complaints = complaints
        self._late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Start the clock."""
        super().connection_made(transport)
        if isinstance(transport, asyncio.WriteTransport):
            loop = asyncio.get_running_loop()
            self._late = loop.call_later(self._header_s, transport.abort)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Stop it."""
        self.header_arrived()
        super().connection_lost(exc)

    def header_arrived(self) -> None:
        """A whole request is here; from now on aiohttp's own limits do."""
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what never reached a middleware: bytes that are not HTTP, or our own mistake."""
        if request.writer.output_size > 0 or isinstance(exc, ConnectionError):
            raise ConnectionError("an answer had begun; the connection ends here")
        if status == 500 and exc is not None:
            return _final(internal(exc, "the connection"))
        self._complaints.add(exc)
        return _final(Refused(HttpCode.BAD_REQUEST, "this is not a well-formed HTTP request"))

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Refusals that aiohttp makes before any middleware (`Expect`) get the one shape, too."""
        if isinstance(resp, web.HTTPException):
            resp = _final(of_framework(resp, request.method))
        return await super().finish_response(request, resp, start_time)

    def log_exception(self, *args: Any, **kw: Any) -> None:
        """What aiohttp could not handle, without what people wrote."""
        error = kw.get("exc_info")
        if isinstance(error, BaseException):
            internal(error, "the connection")
        else:
            log.error("aiohttp: %s", args[0] if args else "an error")


def _final(refused: Refused) -> web.Response:
    response = refusal(refused)
    secure(response)
    response.force_close()
    return response


def _why_not(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"{host}:{port} is in use; stop the other program or choose another --port"
        case errno.EACCES:
            return f"not allowed to listen on {host}:{port}; choose a --port above 1023"
        case _:
            why = error.strerror or type(error).__name__
            return f"cannot listen on {host}:{port} ({why}); choose another --host or --port"
