"""The order in which a message becomes real: stored, acknowledged, shown."""

from dataclasses import replace

from bridge.core.answers import Ack, ack
from bridge.core.events import MessageChanged
from bridge.core.frames import Delete, Edit, React, Send
from bridge.core.model import Draft, Lang, Message, RoomName, Seq
from bridge.core.moderation import Utterance
from bridge.core.reactions import check_reaction
from bridge.core.wire import packet
from bridge.errors import ClientError, Code
from bridge.ports.reader import Reader
from bridge.world import World


class Speech:
    """Everything that people say in one room, and do to what was said."""

    def __init__(self, room: RoomName, world: World) -> None:
        self._room = room
        self._world = world

    async def act(self, reader: Reader, frame: Send | Edit | Delete | React) -> None:
        """Do it, once: a request that was committed before gets its ack again."""
        match frame:
            case Send():
                await self._send(reader, frame)
            case Edit():
                await self._edit(reader, frame)
            case Delete():
                await self._delete(reader, frame)
            case React():
                await self._react(reader, frame)

    async def present(self, seq: Seq) -> Message:
        """The message as it is now. Raises ClientError when there is none, or no longer."""
        message = await self._world.store.message(self._room, seq)
        if message is None or message.deleted:
            raise _gone(seq)
        return message

    async def _send(self, reader: Reader, frame: Send) -> None:
        """Say something: committed, acknowledged, then shown."""
        world, author = self._world, reader.user
        said, is_held = self._said(reader, frame.id, frame.text, frame.lang, None)
        if frame.reply_to is not None:
            await self.present(frame.reply_to)
            said = replace(said, reply_to=frame.reply_to)
        try:
            await world.guard.take_turn(author.id, self._room)
            if is_held:
                raise await world.holding.hold(said)
        except ClientError:
            # Sent again because its ack was lost: it took its turn long ago.
            if await self.done_before(reader, frame.id):
                return
            raise
        draft = Draft(frame.id, author.id, author.name, said.lang, said.runs, frame.reply_to)
        message, is_new = await world.store.append(self._room, draft, world.clock.now())
        reader.deliver(packet(ack(frame.id, message)))
        if is_new:
            world.counting.shown(said.runs)
            await world.bus.publish(self._room, MessageChanged(message, fresh=True))

    async def _edit(self, reader: Reader, frame: Edit) -> None:
        """Replace one's own words."""
        if await self.done_before(reader, frame.id):
            return
        before = await self._own(reader, frame.seq)
        said, is_held = self._said(reader, frame.id, frame.text, None, frame.seq)
        if is_held:
            raise await self._world.holding.hold(said)
        message = await self._world.store.edit(
            self._room, frame.seq, said.lang, said.runs, self._world.clock.now(), frame.id
        )
        await self._changed(reader, frame.id, before, message, fresh=True)

    async def _delete(self, reader: Reader, frame: Delete) -> None:
        """Take back one's own message; a moderator, anybody's."""
        if await self.done_before(reader, frame.id):
            return
        before = await self.present(frame.seq)
        if before.author != reader.user.id:
            moderator = self._world.moderator
            message = await moderator.delete(reader.user.id, self._room, frame.seq, "", frame.id)
            reader.deliver(packet(ack(frame.id, message)))
            return
        gone = await self._world.store.delete(
            self._room, frame.seq, reader.user.id, self._world.clock.now(), frame.id
        )
        await self._changed(reader, frame.id, before, gone, fresh=False)

    async def _react(self, reader: Reader, frame: React) -> None:
        """Put an emoji on a message, or take it off."""
        if await self.done_before(reader, frame.id):
            return
        before = await self.present(frame.seq)
        check_reaction(before, frame.emoji, frame.on)
        user, now = reader.user.id, self._world.clock.now()
        message = await self._world.store.react(
            self._room, frame.seq, user, frame.emoji, frame.on, now, frame.id
        )
        await self._changed(reader, frame.id, before, message, fresh=False)

    def _said(
        self, reader: Reader, request: str, text: str, hint: Lang | None, seq: Seq | None
    ) -> tuple[Utterance, bool]:
        """What was typed, as it may be said, and whether a moderator must see it first."""
        composer = self._world.composer
        verdict = self._world.peace.words.spoken(composer.cleaned(text))
        lang, runs = composer.compose(verdict.text, hint, reader.lang, self._room)
        said = Utterance(self._room, reader.user, request, lang, runs, seq=seq)
        return said, verdict.held

    async def done_before(self, reader: Reader, request: str) -> bool:
        """Whether this very request was committed already; then it gets its ack again."""
        receipt = await self._world.store.receipt(reader.user.id, request)
        if receipt is not None:
            reader.deliver(packet(Ack(request, receipt)))
        return receipt is not None

    async def _own(self, reader: Reader, seq: Seq) -> Message:
        message = await self.present(seq)
        if message.author != reader.user.id:
            raise ClientError(Code.NOT_YOURS, f"message {seq} was written by somebody else")
        return message

    async def _changed(
        self, reader: Reader, request: str, before: Message, message: Message | None, fresh: bool
    ) -> None:
        """The change is committed: acknowledge it, then show it if there is anything to show."""
        if message is None:
            raise _gone(before.seq)
        reader.deliver(packet(ack(request, message)))
        if message.at == before.at:
            return
        await self._world.bus.publish(self._room, MessageChanged(message, fresh))


def _gone(seq: Seq) -> ClientError:
    return ClientError(Code.GONE, f"there is no message {seq} here, or it was deleted")
