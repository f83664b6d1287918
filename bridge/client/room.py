"""One room as a client's user sees it: what happens there, and what one can do there."""

from collections.abc import Mapping
from typing import Protocol, Self, TypeVar

from bridge.client.events import (
    Event,
    History,
    Receipt,
    Translation,
)
from bridge.client.order_events import Done
from bridge.client.previews import Preview
from bridge.client.seat import Seat
from bridge.core.model import UND, Member, RoomName, Seq, UserId
from bridge.core.peace_frames import Act

Answer = TypeVar("Answer")


class Desk(Protocol):
    """What a room needs of the client."""

    async def ask(
        self,
        answer: type[Answer],
        kind: str,
        room: RoomName,
        request_id: str | None,
        **more: object,
    ) -> Answer:
        """Send a request, again if need be, and wait for its answer."""

    async def tell(self, kind: str, room: RoomName, **more: object) -> None:
        """Send a frame if we are in the room now; it has no answer, and may get lost."""

    async def say_read(self, seat: Seat) -> None:
        """Say how far one has read: now, or when we are in the room again."""

    async def leave(self, seat: Seat) -> None:
        """Go out."""


class Room:
    """A room that was joined. Iterate over it for its events, in one task at a time."""

    def __init__(self, seat: Seat, desk: Desk) -> None:
        self._seat = seat
        self._desk = desk

    @property
    def name(self) -> RoomName:
        """The name in `join`."""
        return self._seat.name

    @property
    def title(self) -> str:
        """The title shown to people, kept up to date."""
        return self._seat.title

    @property
    def members(self) -> Mapping[UserId, Member]:
        """Who is here, kept up to date."""
        return self._seat.members

    @property
    def read_up_to(self) -> Seq:
        """How far one has read; 0: never."""
        return self._seat.read_up_to

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        return await self._seat.inbox.get()

    async def send(
        self,
        text: str,
        *,
        lang: str | None = None,
        reply_to: int | None = None,
        request_id: str | None = None,
    ) -> Receipt:
        """Say something; returns when it is committed. `lang`: the text's language, else it is
        detected. Sending with the `request_id` of an earlier send makes no second message.

        Raises Refused, NoAnswer, Closed, Ended.
        """
        return await self._desk.ask(
            Receipt, "send", self.name, request_id, text=text, lang=lang, reply_to=reply_to
        )

    async def edit(self, seq: int, text: str) -> Receipt:
        """Replace the words of one's own message. Raises as `send`."""
        return await self._desk.ask(Receipt, "edit", self.name, None, seq=seq, text=text)

    async def delete(self, seq: int) -> Receipt:
        """Take back one's own message. Raises as `send`."""
        return await self._desk.ask(Receipt, "delete", self.name, None, seq=seq)

    async def react(self, seq: int, emoji: str, on: bool = True) -> Receipt:
        """Put one emoji on a message, or take it off. Raises as `send`."""
        return await self._desk.ask(Receipt, "react", self.name, None, seq=seq, emoji=emoji, on=on)

    async def history(self, before: int | None = None, limit: int = 50) -> History:
        """The `limit` (≤ 100) messages before `before`, or the newest. Raises as `send`."""
        return await self._desk.ask(History, "history", self.name, None, before=before, limit=limit)

    async def translate(self, seq: int, lang: str, source: str | None = None) -> Translation:
        """One message in any language on offer; `source` corrects the language it was taken to be
        in. Raises as `send`."""
        corrected = {"from": source}
        return await self._desk.ask(
            Translation, "translate", self.name, None, seq=seq, lang=lang, **corrected
        )

    async def propose(self, seq: int, lang: str, text: str) -> Receipt:
        """A better translation of a message into `lang`; the curators decide. Raises as `send`."""
        return await self._desk.ask(
            Receipt, "propose", self.name, None, seq=seq, lang=lang, text=text
        )

    async def ask(self, seq: int, text: str, lang: str) -> Receipt:
        """What is `text`, a stretch of message `seq`? Those who read its language are asked, and
        answer in `lang`; the answer comes as an `Answered` event. Raises as `send`."""
        return await self._desk.ask(Receipt, "ask", self.name, None, seq=seq, text=text, lang=lang)

    async def answer(self, question: int, gloss: str, body: str = "") -> Receipt:
        """What the words of a `Question` mean, in a few words (`gloss`) and in a few sentences
        (`body`). The first answer counts. Raises as `send`."""
        return await self._desk.ask(
            Receipt, "answer", self.name, None, question=question, gloss=gloss, body=body
        )

    async def report(self, seq: int, reason: str = "") -> None:
        """Put a message before the moderators. Raises as `send`."""
        await self._desk.ask(Done, "report", self.name, None, seq=seq, reason=reason)

    async def moderate(
        self,
        act: Act,
        *,
        user: str | None = None,
        minutes: int | None = None,
        reason: str = "",
        seconds: int | None = None,
        on: bool | None = None,
    ) -> None:
        """Act as a moderator, at once: `mute` and `ban` a `user` for so many `minutes` (for good
        without), `slow` by so many `seconds`, `read-only` `on` or off. Raises as `send`."""
        about = {"user": user, "minutes": minutes, "reason": reason, "seconds": seconds, "on": on}
        await self._desk.ask(Done, "moderate", self.name, None, act=act, **about)

    async def dispute(self, seq: int, entry: str, why: str) -> Receipt:
        """Say that a note is wrong where it stands; the curators decide. Raises as `send`."""
        told = {"kind": "dispute", "entry": entry, "text": why, "lang": UND}
        return await self._desk.ask(Receipt, "propose", self.name, None, seq=seq, **told)

    async def note_opened(self, entry: str) -> None:
        """Count that one has opened a note."""
        await self._desk.tell("note", self.name, entry=entry, what="opened")

    async def note_helped(self, entry: str) -> None:
        """Count that a note helped; once a person."""
        await self._desk.tell("note", self.name, entry=entry, what="helpful")

    async def preview(self, text: str, lang: str, source: str | None = None) -> Preview:
        """How `text` would read to those who read `lang`; nothing is sent or stored. Asking again
        before the answer comes leaves the first without one. Raises as `send`."""
        asked = {"text": text, "lang": lang, "from": source}
        return await self._desk.ask(Preview, "preview", self.name, None, **asked)

    async def typing(self) -> None:
        """Tell the others that one is typing; every few seconds is enough."""
        await self._desk.tell("typing", self.name)

    async def read(self, seq: int) -> None:
        """Remember that one has read up to `seq`; said later when there is no connection."""
        self._seat.read_up_to = self._seat.unsaid_read = max(self.read_up_to, Seq(seq))
        await self._desk.say_read(self._seat)

    async def leave(self) -> None:
        """Go out: iteration ends after the events that are here already."""
        await self._desk.leave(self._seat)
