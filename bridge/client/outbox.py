"""Requests that wait for their answer, in the order in which they were made."""

import asyncio
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from bridge.client.errors import Refused
from bridge.core.model import RoomName
from bridge.errors import BridgeError, Code

MOST = 1000


@dataclass(slots=True)
class Request:
    """One frame with an `id`. `spoken`: it counts against the limit of messages."""

    id: str
    room: RoomName
    text: str
    spoken: bool
    answer: asyncio.Future[Any]
    sent: bool = False


class Outbox:
    """Holds a request until it is answered; one that was on a lost connection is due again.

    The server does a request once however often it comes, since it comes with the same `id`.
    """

    def __init__(self) -> None:
        self._requests: dict[str, Request] = {}
        self._news = asyncio.Event()

    def add(self, request: Request) -> None:
        """Take a request in. Raises Refused when too many wait already, or its twin does."""
        if request.id in self._requests:
            raise Refused(Code.BAD_FRAME, f"a request with the id {request.id} waits already")
        if len(self._requests) >= MOST:
            raise Refused(
                Code.TOO_FAST, f"{MOST:,} requests wait for an answer already; await some of them"
            )
        self._requests[request.id] = request
        self._news.set()

    def drop(self, request: Request) -> None:
        """Nobody waits for it any more. Dropping twice is dropping once."""
        self._requests.pop(request.id, None)

    def due(self, live: Container[RoomName]) -> list[Request]:
        """What to send now, first come first: not yet sent, for a room that we are in."""
        return [each for each in self._requests.values() if not each.sent and each.room in live]

    def wake(self) -> None:
        """Something may be due."""
        self._news.set()

    async def news(self) -> None:
        """Wait until something may be due."""
        await self._news.wait()
        self._news.clear()

    def lost(self) -> None:
        """The connection is gone, and the answers to what was sent on it."""
        for each in self._requests.values():
            each.sent = False

    def answer(self, request_id: str | None, answer: object) -> None:
        """An answer came. One that nobody waits for is no news."""
        request = self._requests.pop(request_id, None) if request_id else None
        if request is not None and not request.answer.done():
            request.answer.set_result(answer)

    def refuse(self, request_id: str | None, error: BridgeError) -> None:
        """The answer is no."""
        request = self._requests.pop(request_id, None) if request_id else None
        if request is not None and not request.answer.done():
            request.answer.set_exception(error)

    def refuse_all(self, error: BridgeError, room: RoomName | None = None) -> None:
        """There will be no answers: from this room, or at all."""
        for each in tuple(self._requests.values()):
            if room is None or each.room == room:
                self.refuse(each.id, error)
