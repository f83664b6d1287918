"""What outlives a connection: the rooms that we are in, and the requests without an answer."""

import asyncio
import logging
from typing import NoReturn
from uuid import uuid4

from bridge.client.errors import Closed, NoAnswer, NotOurProtocol, Refused
from bridge.client.events import (
    Disconnected,
    Event,
    History,
    Joined,
    Receipt,
    Translation,
)
from bridge.client.link import Link
from bridge.client.order_events import Done
from bridge.client.outbox import Outbox, Request
from bridge.client.previews import Preview
from bridge.client.room import Answer
from bridge.client.seat import Seat
from bridge.client.wire import Beat, Failure, Frame, Welcome, compose
from bridge.client.writer import Writer
from bridge.core.model import Lang, RoomName
from bridge.errors import BridgeError, Code

log = logging.getLogger(__name__)

SPOKEN = ("send", "edit", "delete")
PASSING = (Code.TOO_FAST, Code.UNAVAILABLE)
"""A room that we were in and that refuses us for one of these reasons is tried again."""
REJOIN_S = 5.0


class Session:
    """Sends what is due on the connection there is, and hands out what comes on it."""

    def __init__(self, lang: Lang, answer_s: float, queue: int, paced: bool) -> None:
        self.lang = lang
        self._answer_s = answer_s
        self._queue = queue
        self._outbox = Outbox()
        self._writer = Writer(self._outbox, paced)
        self._seats: dict[RoomName, Seat] = {}
        self._joins: dict[str, Seat] = {}
        self._link: Link | None = None
        self._over: BridgeError | None = None

    async def serve(self, link: Link) -> NoReturn:
        """Use this connection until it ends. Raises Lost or Ended."""
        self._link = link
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._writer.write(link, self._live))
                for seat in tuple(self._seats.values()):
                    await self._enter(link, seat)
                while True:
                    if frame := await link.hear():
                        await self._take(frame, link, tasks)
        except ExceptionGroup as together:
            raise together.exceptions[0] from None
        finally:
            self._link = None
            self._outbox.lost()
            for seat in self._seats.values():
                seat.lost()
            await link.close()

    def lost(self, why: str, wait: float) -> None:
        """Tell every room that there is no connection for `wait` seconds."""
        for seat in self._seats.values():
            seat.take(Disconnected(seat.name, why, wait))

    def end(self, error: BridgeError) -> None:
        """It is over for good: whoever waits is told. Only the first end counts."""
        if self._over is not None:
            return
        self._over = error
        for seat in self._seats.values():
            seat.end(error)
        self._outbox.refuse_all(error)

    async def join(self, name: RoomName) -> Seat:
        """Enter a room, or find it if we are in it. Raises Refused, NoAnswer, Closed, Ended."""
        self._check_open()
        seat = self._seats.get(name)
        if seat is None:
            compose("join", room=name)  # a name that cannot be sent is refused here and now
            seat = self._seats[name] = Seat(name, self.lang, self._queue)
            if self._link is not None:
                await self._enter(self._link, seat)
        try:
            async with asyncio.timeout(self._answer_s):
                await asyncio.shield(seat.entered)
        except TimeoutError:
            raise NoAnswer("join", self._answer_s) from None
        finally:
            if not seat.entered.done():
                self._drop(seat, Closed(f"joining {name} was given up"))
        return seat

    async def leave(self, seat: Seat) -> None:
        """Go out of a room, and give up what waits for an answer from there."""
        if self._seats.get(seat.name) is seat:
            await self.tell("leave", seat.name)
            self._drop(seat, _left(seat.name))

    async def say_read(self, seat: Seat) -> None:
        """Say how far one has read: now, or when we are in the room again."""
        if seat.is_live and seat.unsaid_read:
            seq, seat.unsaid_read = seat.unsaid_read, None
            await self.tell("read", seat.name, seq=seq)

    async def set_lang(self, lang: Lang) -> None:
        """Read another language from now on."""
        self.lang = lang
        if self._link is not None:
            await self._link.say(compose("lang", lang=lang))

    async def tell(self, kind: str, room: RoomName, **more: object) -> None:
        """Send a frame if we are in the room now; it has no answer, and may get lost."""
        self._check_open()
        found = self._seats.get(room)
        if self._link is not None and found is not None and found.is_live:
            await self._link.say(compose(kind, room=room, **more))

    async def ask(
        self,
        answer: type[Answer],
        kind: str,
        room: RoomName,
        request_id: str | None,
        **more: object,
    ) -> Answer:
        """Send a request, again if need be, and wait for its answer."""
        self._check_open()
        if room not in self._seats:
            raise _left(room)
        request_id = request_id or uuid4().hex
        text = compose(kind, id=request_id, room=room, **more)
        waiting = asyncio.get_running_loop().create_future()
        request = Request(request_id, room, text, kind in SPOKEN, waiting)
        self._outbox.add(request)
        try:
            async with asyncio.timeout(self._answer_s):
                found = await waiting
        except TimeoutError:
            raise NoAnswer(request_id, self._answer_s) from None
        finally:
            self._outbox.drop(request)
        if not isinstance(found, answer):
            raise NotOurProtocol(f"the server answered {kind} with {type(found).__name__}")
        return found

    def _check_open(self) -> None:
        if self._over is not None:
            raise self._over

    def _drop(self, seat: Seat, error: BridgeError) -> None:
        if self._seats.get(seat.name) is seat:
            del self._seats[seat.name]
        self._forget_joins(seat)
        seat.end(error)
        self._outbox.refuse_all(error, seat.name)

    def _forget_joins(self, seat: Seat) -> None:
        self._joins = {key: each for key, each in self._joins.items() if each is not seat}

    async def _enter(self, link: Link, seat: Seat) -> None:
        """Ask to be let in, where we had got to; only the answer to the last asking counts."""
        request_id = uuid4().hex
        self._forget_joins(seat)
        self._joins[request_id] = seat
        after, epoch = seat.position.resume(self.lang) or (None, None)
        await link.say(compose("join", id=request_id, room=seat.name, after=after, epoch=epoch))

    async def _enter_later(self, link: Link, seat: Seat, wait: float) -> None:
        await asyncio.sleep(wait)
        if self._seats.get(seat.name) is seat:
            await self._enter(link, seat)

    def _live(self) -> set[RoomName]:
        return {name for name, seat in self._seats.items() if seat.is_live}

    async def _take(self, frame: Frame, link: Link, tasks: asyncio.TaskGroup) -> None:
        match frame.body:
            case Joined() as joined:
                seat = self._joins.pop(frame.answers or "", None)
                if seat is not None and await self._hand(seat, joined, link):
                    seat.go_live()
                    self._outbox.wake()
                    await self.say_read(seat)
            case Receipt() | History() | Preview() | Done():
                self._outbox.answer(frame.answers, frame.body)
            case Translation() if frame.answers is not None:
                self._outbox.answer(frame.answers, frame.body)
            case Failure() as failure:
                self._fail(failure, frame.answers, link, tasks)
            case Beat() | Welcome():
                pass
            case event:
                seat = self._seats.get(event.room)
                if seat is not None and seat.is_live:
                    await self._hand(seat, event, link)

    async def _hand(self, seat: Seat, event: Event, link: Link) -> bool:
        if seat.take(event):
            return True
        log.warning("nobody reads the events of a room; %s were dropped", self._queue)
        await self._enter(link, seat)
        return False

    def _fail(
        self, failure: Failure, answers: str | None, link: Link, tasks: asyncio.TaskGroup
    ) -> None:
        error = Refused(failure.code, failure.message, failure.retry_after, failure.suggestion)
        seat = self._joins.pop(answers or "", None)
        if seat is None:
            self._outbox.refuse(answers, error)
            there = self._seats.get(failure.room) if failure.room else None
            if there is not None and failure.code == Code.BANNED:
                self._drop(there, error)
            if answers is None:
                log.warning("the server refused a frame: %s", failure.code)
        elif seat.entered.done() and failure.code in PASSING:
            wait = failure.retry_after or REJOIN_S
            tasks.create_task(self._enter_later(link, seat, wait))
        else:
            self._drop(seat, error)


def _left(name: RoomName) -> Closed:
    return Closed(f"you left {name}; join it again to go on")
