"""`GET /ws`: one coroutine per socket turns text frames into actions and errors into answers."""

import asyncio
import contextlib
import logging
from dataclasses import dataclass

from aiohttp import WSMsgType, web

from bridge.core.answers import Language, Limits, Welcome, refusal_of
from bridge.core.client_frames import ClientFrame
from bridge.core.frames import AskPreview, Hello, Join, Leave, SetLang
from bridge.core.langs import offered
from bridge.core.session import BAD_PROTOCOL, NO_IDENTITY, Session
from bridge.core.wire import BadFrame, decode, packet
from bridge.edges.admission import Admission
from bridge.edges.connection import Connection
from bridge.edges.http.errors import HttpCode, Refused, refusal
from bridge.edges.http.rates import household
from bridge.edges.identity import Identity
from bridge.edges.metrics import Metrics
from bridge.edges.tokens import digest
from bridge.errors import ClientError, CloseSocket, Code, StoreError
from bridge.hub import Hub
from bridge.incidents import report
from bridge.ports.clock import Clock
from bridge.ports.translation import Translator

log = logging.getLogger(__name__)

PING_S = 20.0
"""A peer that leaves a ping without an answer for half this time is gone."""
GOODBYE_S = 5.0
TRY_LATER = 1013


@dataclass(frozen=True, slots=True)
class SocketOptions:
    """Limits of one socket: bytes of a frame, bytes unsent, seconds to hello, between beats."""

    max_frame: int
    send_buffer: int
    hello_s: float
    beat_s: float
    limits: Limits


@dataclass(frozen=True, slots=True)
class WebSocketEdge:
    """Everything that sockets share."""

    hub: Hub
    identity: Identity
    admission: Admission
    translator: Translator
    metrics: Metrics
    clock: Clock
    options: SocketOptions

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Admit, upgrade, and serve one socket until it ends."""
        address = request.remote or ""
        if refused := self._refuse(request, address):
            return refused
        ws = web.WebSocketResponse(
            timeout=GOODBYE_S,
            heartbeat=PING_S,
            compress=False,
            max_msg_size=self.options.max_frame,
        )
        self.admission.opened(address)
        self.metrics.sockets.inc()
        try:
            await ws.prepare(request)
            await _Visit(self, ws, request).run()
        finally:
            self.admission.closed(address)
            self.metrics.sockets.dec()
        return ws

    def languages(self) -> tuple[Language, ...]:
        """The reading languages on offer now."""
        return offered(self.translator.pairs())

    def _refuse(self, request: web.Request, address: str) -> web.Response | None:
        origin = request.headers.get("Origin")
        if not self.admission.allows_origin(origin, request.scheme, request.host):
            foreign = "this origin may not connect; see ORIGINS"
            return refusal(Refused(HttpCode.FORBIDDEN, foreign))
        if not self.admission.has_room(address):
            crowd = "too many connections from this address; close one first"
            return refusal(Refused(HttpCode.TOO_FAST, crowd, retry_after=30.0))
        wait = self.admission.wait(self.clock.monotonic())
        if wait > 0:
            busy = "too many newcomers at once; try again in a moment"
            return refusal(Refused(HttpCode.UNAVAILABLE, busy, retry_after=wait))
        return None


class _Visit:
    """One socket from upgrade to goodbye."""

    def __init__(
        self, edge: WebSocketEdge, ws: web.WebSocketResponse, request: web.Request
    ) -> None:
        self._edge = edge
        self._ws = ws
        self._request = request
        self._session = Session()
        self._goodbye: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Welcome whoever says hello, serve them, and clean up after them."""
        connection = None
        try:
            connection = await self._welcome()
            while connection is not None and await self._serve(connection):
                pass
        except CloseSocket as close:
            if connection is not None:
                connection.close(close.close_code, close.reason)
            else:
                self._end(close.close_code, close.reason)
        except StoreError as error:
            # Only hello gets here: there is nobody yet whom an error frame could answer.
            log.error("the store refused: %s", error)
            self._end(TRY_LATER, "the server cannot save anything just now; come back later")
        finally:
            if connection is not None:
                connection.stop_beating()
                await self._edge.hub.exit(connection, self._session.joined)
            if self._goodbye is not None:
                await self._goodbye

    async def _welcome(self) -> Connection | None:
        """Wait for hello, find out who it is, and answer. None: the socket ended first."""
        options = self._edge.options
        try:
            async with asyncio.timeout(options.hello_s):
                text = await self._text()
        except TimeoutError:
            late = f"no hello within {options.hello_s:g} s"
            raise CloseSocket(NO_IDENTITY, late) from None
        transport = self._request.transport
        if text is None or transport is None:
            return None
        hello = self._session.first(self._decode(text))
        address = household(self._request.remote or "")
        # Nobody is made for somebody who may not come in.
        self._edge.hub.admit(hello.token, address)
        user, token = await self._edge.identity.identify(hello)
        connection = Connection(
            *(transport, user, digest(token), hello.lang, address),
            *(options.send_buffer, self._end),
        )
        self._session.welcome(self._edge.hub.enter(connection))
        languages = self._edge.languages()
        welcome = Welcome(user, token, languages, options.limits, options.beat_s)
        connection.deliver(packet(welcome))
        connection.start_beating(options.beat_s)
        return connection

    async def _serve(self, connection: Connection) -> bool:
        """One frame; False when the socket has ended."""
        text = await self._text()
        if text is None:
            return False
        request_id = None
        try:
            frame = self._decode(text)
            request_id = _id_of(frame)
            self._session.take(frame, len(text), self._edge.clock.monotonic())
            await self._act(connection, frame)
        except BadFrame as bad:
            self._refuse(connection, bad.request_id, bad)
        except ClientError as error:
            self._refuse(connection, request_id, error)
        except StoreError as error:
            log.error("the store refused: %s", error)
            cure = "this could not be saved just now; try again in a moment"
            self._refuse(connection, request_id, ClientError(Code.UNAVAILABLE, cure, 3.0))
        except CloseSocket:
            raise
        except Exception as error:  # noqa: BLE001
            # Whatever broke, broke for one frame of one person; the log has the rest.
            incident = report(error, "a frame of the socket")
            broken = ClientError(Code.UNAVAILABLE, f"something broke here (incident {incident})")
            self._refuse(connection, request_id, broken)
        return True

    async def _text(self) -> str | None:
        """The next text frame; None at the end."""
        message = await self._ws.receive()
        match message.type:
            case WSMsgType.TEXT:
                return str(message.data)
            case WSMsgType.BINARY:
                raise CloseSocket(BAD_PROTOCOL, "binary frames are not spoken here; send text")
            case _:
                return None

    def _decode(self, text: str) -> ClientFrame:
        try:
            frame = decode(text)
        except BadFrame as bad:
            self._session.take_malformed(bad, len(text), self._edge.clock.monotonic())
            raise
        self._edge.metrics.frames.labels(type(frame).__name__).inc()
        return frame

    async def _act(self, connection: Connection, frame: ClientFrame) -> None:
        hub, session = self._edge.hub, self._session
        match frame:
            case Hello():
                raise TypeError("the session lets only one hello through")
            case SetLang(lang):
                connection.lang = lang
                await hub.change_lang(connection, session.joined)
            case AskPreview():
                hub.preview(connection, frame)
            case _:
                await hub.act(connection, frame)
                if isinstance(frame, Join):
                    session.joined.add(frame.room)
                elif isinstance(frame, Leave):
                    session.joined.discard(frame.room)

    def _refuse(self, connection: Connection, request_id: str | None, error: ClientError) -> None:
        self._edge.metrics.refusals.labels(error.code.value).inc()
        connection.deliver(packet(refusal_of(error, request_id)))

    def _end(self, code: int, reason: str) -> None:
        """Say goodbye in a task of its own: whoever closes a slow reader must not wait for it."""
        if self._goodbye is None:
            self._edge.metrics.closes.labels(str(code)).inc()
            self._goodbye = asyncio.create_task(self._say_goodbye(code, reason))

    async def _say_goodbye(self, code: int, reason: str) -> None:
        short = reason.encode()[:123].decode(errors="ignore").encode()
        with contextlib.suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(GOODBYE_S):
                await self._ws.close(code=code, message=short, drain=False)
        transport = self._request.transport
        if transport is not None and transport.get_write_buffer_size() > 0:
            transport.abort()


def _id_of(frame: ClientFrame) -> str | None:
    found = getattr(frame, "id", None)
    return found if isinstance(found, str) else None
