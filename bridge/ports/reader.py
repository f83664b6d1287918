"""One socket, as a room sees it."""

from typing import Protocol

from bridge.core.model import (
    Lang,
    User,
)


class Reader(Protocol):
    """One socket as a room sees it; the language they read now, the address of their household."""

    @property
    def user(self) -> User: ...
    @property
    def lang(self) -> Lang: ...
    @property
    def address(self) -> str: ...

    def deliver(self, packets: bytes) -> None:
        """Put whole, encoded frames (`core.wire.packet`) on the wire. Never blocks, never raises: a
        reader too far behind is closed instead, and comes back by `join`."""

    def close(self, code: int, reason: str) -> None:
        """End the connection with a close code of the protocol. May be called twice."""
