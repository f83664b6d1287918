"""One connection's protocol without the connection: what may come when, and how often."""

from bridge.core.client_frames import ClientFrame
from bridge.core.frames import AskPreview, Hello, Join, Leave, SetLang
from bridge.core.limits import ROOMS_PER_SOCKET, Allowance
from bridge.core.model import RoomName
from bridge.core.wire import VERSION
from bridge.errors import ClientError, CloseSocket, Code

BAD_PROTOCOL = 4400
NO_IDENTITY = 4401
TOO_FAST = 4429

BREACHES = 3
BREACH_WINDOW_S = 30.0


class Session:
    """From `hello` to the end: refuses what is out of turn, and counts breaches of the limits.

    `joined` holds the rooms that the connection is in; the edge keeps it, since only the room
    knows whether a `join` came to pass.
    """

    def __init__(self) -> None:
        self.joined: set[RoomName] = set()
        self._allowance: Allowance | None = None
        self._breaches: list[float] = []

    def welcome(self, allowance: Allowance) -> None:
        """`hello` was accepted; from now on everything is taken out of this allowance."""
        self._allowance = allowance

    def first(self, frame: ClientFrame) -> Hello:
        """The first frame must be hello, in our version of the protocol."""
        if not isinstance(frame, Hello):
            raise CloseSocket(NO_IDENTITY, "the first frame must be hello")
        if frame.v != VERSION:
            wrong = f"protocol version {frame.v} is not spoken here; use {VERSION}"
            raise CloseSocket(BAD_PROTOCOL, wrong)
        return frame

    def take(self, frame: ClientFrame, size: int, now: float) -> None:
        """Let a later frame of `size` bytes through, or say why not.

        Raises ClientError (the connection lives on) or CloseSocket. `now`: monotonic seconds.
        """
        self._spend(frame, size, now)
        match frame:
            case Hello():
                raise ClientError(Code.BAD_FRAME, "hello was said already; it is said once")
            case Join(room=room):
                if room not in self.joined and len(self.joined) >= ROOMS_PER_SOCKET:
                    most = f"one connection may be in {ROOMS_PER_SOCKET} rooms; leave one first"
                    raise ClientError(Code.TOO_FAST, most)
            case Leave() | SetLang() | AskPreview():
                pass
            case _:
                if frame.room not in self.joined:
                    raise ClientError(Code.NOT_JOINED, f'join the room "{frame.room[:64]}" first')

    def take_malformed(self, why: ClientError, size: int, now: float) -> None:
        """A text frame came that is none of ours: raises if that is no longer forgiven."""
        if self._allowance is None:
            raise CloseSocket(BAD_PROTOCOL, f"the first frame must be hello: {why.message}")
        self._spend(None, size, now)

    def _spend(self, frame: ClientFrame | None, size: int, now: float) -> None:
        if self._allowance is None:
            raise CloseSocket(NO_IDENTITY, "the first frame must be hello")
        wait = self._allowance.take(frame, size, now)
        if wait > 0:
            self._breach(wait, now)

    def _breach(self, wait: float, now: float) -> None:
        self._breaches = [at for at in self._breaches if now - at < BREACH_WINDOW_S]
        self._breaches.append(now)
        if len(self._breaches) >= BREACHES:
            raise CloseSocket(TOO_FAST, f"too fast {BREACHES} times; come back more slowly")
        seconds = round(wait + 0.05, 1)
        raise ClientError(Code.TOO_FAST, f"too fast; try again in {seconds} s", seconds)
