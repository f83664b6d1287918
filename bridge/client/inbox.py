"""The events of one room on their way to whoever reads them."""

import asyncio
from collections import OrderedDict, deque

from bridge.client.events import Disconnected, Event, Presence, Read, Typing
from bridge.errors import BridgeError

_PASSING = (Typing, Presence, Read, Disconnected)
"""What may get lost when the reader is slow: the next one says it again, or it is in `Room`."""


class Inbox:
    """A queue of at most `most` events. When it is full the oldest passing event makes room."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._events: OrderedDict[int, Event] = OrderedDict()
        self._passing: deque[int] = deque()
        self._count = 0
        self._news = asyncio.Event()
        self._ended = False
        self._error: BridgeError | None = None

    def put(self, event: Event) -> bool:
        """Add an event; False when there is no place, and nothing that could be dropped."""
        if self._ended:
            return True
        if len(self._events) >= self._most and not self._drop_passing():
            return False
        self._count += 1
        self._events[self._count] = event
        if isinstance(event, _PASSING):
            self._passing.append(self._count)
        self._news.set()
        return True

    def clear(self) -> None:
        """Throw all events away."""
        self._events.clear()
        self._passing.clear()

    def end(self, error: BridgeError | None) -> None:
        """Nothing more will come: after the last event the reader is told, with `error` if any."""
        if not self._ended:
            self._ended = True
            self._error = error
            self._news.set()

    async def get(self) -> Event:
        """The oldest event. Raises the error of the end, or StopAsyncIteration."""
        while not self._events:
            if self._ended:
                raise self._error or StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        number, event = self._events.popitem(last=False)
        if self._passing and self._passing[0] == number:
            self._passing.popleft()
        return event

    def _drop_passing(self) -> bool:
        if not self._passing:
            return False
        del self._events[self._passing.popleft()]
        return True
