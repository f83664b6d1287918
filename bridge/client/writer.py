"""Sends what is due on a connection, in order, and no faster than asked."""

import asyncio
from collections.abc import Callable, Container
from typing import NoReturn

from bridge.client.errors import Refused
from bridge.client.link import Link
from bridge.client.outbox import Outbox, Request
from bridge.core.limits import Bucket, Rate
from bridge.core.model import RoomName
from bridge.errors import Code


class Writer:
    """Empties the outbox. `paced`: a message is held back as long as the server would refuse it."""

    def __init__(self, outbox: Outbox, paced: bool) -> None:
        self._outbox = outbox
        self._paced = paced
        self._pace: Bucket | None = None

    async def write(self, link: Link, live: Callable[[], Container[RoomName]]) -> NoReturn:
        """Send what is due for the rooms that are `live`, as long as nobody cancels it."""
        if self._paced and self._pace is None:
            per_5s = link.welcome.limits.per_5s
            self._pace = Bucket(Rate(per_s=per_5s / 5, burst=per_5s))
        while True:
            for request in self._outbox.due(live()):
                await self._await_turn(request)
                await self._send(link, request)
            await self._outbox.news()

    async def _await_turn(self, request: Request) -> None:
        if self._pace is None or not request.spoken:
            return
        clock = asyncio.get_running_loop()
        if wait := self._pace.take(clock.time()):
            # A millisecond more, lest a timer that fires early leaves the bucket a little short.
            await asyncio.sleep(wait + 0.001)
            self._pace.take(clock.time())

    async def _send(self, link: Link, request: Request) -> None:
        size, most = len(request.text.encode()), link.welcome.limits.frame
        if size > most:
            # The server would close the connection, and again each time this is sent.
            long = f"this makes a frame of {size:,} bytes; the limit is {most:,}: send less at once"
            self._outbox.refuse(request.id, Refused(Code.TOO_LONG, long))
        elif not request.answer.done():
            request.sent = True
            await link.say(request.text)
