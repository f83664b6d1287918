"""Our place in one room, as the session keeps it: what is known of the room, and its events."""

import asyncio

from bridge.client.errors import Closed
from bridge.client.events import (
    CaughtUp,
    Event,
    Joined,
    Message,
    Presence,
    RoomChanged,
    Translation,
)
from bridge.client.inbox import Inbox
from bridge.client.position import Position
from bridge.core.model import Lang, Member, RoomName, Seq, UserId
from bridge.errors import BridgeError


class Seat:
    """Lives from `join` to `leave`, over any number of connections. `is_live`: the server has let
    us in on this one. `entered` is done when it did so for the first time."""

    def __init__(self, name: RoomName, lang: Lang, queue: int) -> None:
        self.name = name
        self.title = ""
        self.members: dict[UserId, Member] = {}
        self.read_up_to = Seq(0)
        self.unsaid_read: Seq | None = None
        self.is_live = False
        self.entered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.position = Position(lang)
        self.inbox = Inbox(queue)

    def take(self, event: Event) -> bool:
        """Something happened. False: the queue is full; it was emptied, and the room must be
        joined afresh."""
        if not self._note(event) or self.inbox.put(event):
            return True
        self.inbox.clear()
        self.position.forget()
        self.is_live = False
        return False

    def go_live(self) -> None:
        """We are in, and may speak."""
        self.is_live = True
        if not self.entered.done():
            self.entered.set_result(None)

    def lost(self) -> None:
        """The connection is gone."""
        self.is_live = False
        self.position.lost()

    def end(self, error: BridgeError) -> None:
        """Nothing more will happen here. Closing on purpose just ends the iteration."""
        self.is_live = False
        self.inbox.end(None if isinstance(error, Closed) else error)
        if not self.entered.done():
            self.entered.set_exception(error)
            # Nobody may be waiting for it; reading it here keeps asyncio from complaining.
            self.entered.exception()

    def _note(self, event: Event) -> bool:
        """Keep what is known of the room up to date; False when the event was shown before."""
        match event:
            case Joined():
                self.position.joined(event.epoch, event.recovered)
                self.title = event.title
                self.members = {each.id: each for each in event.members}
                self.read_up_to = max(self.read_up_to, event.read)
            case CaughtUp():
                self.position.caught_up(event.at)
            case Message():
                return self.position.passes(event.at, ("message", event.seq, event.at))
            case Translation():
                key = ("translation", event.seq, event.lang, event.at)
                return self.position.passes(event.at, key, event.lang)
            case RoomChanged():
                self.title = event.title
                return self.position.passes(event.at, ("room", event.at))
            case Presence():
                self.members |= {each.id: each for each in event.joined}
                for user in event.left:
                    self.members.pop(user, None)
            case _:
                pass
        return True
