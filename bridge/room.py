"""The order in which a message becomes real: stored, acknowledged, shown, translated."""

from bridge.attendance import Attendance
from bridge.audience import Audience
from bridge.core.answers import (
    Ack,
    HistoryFrame,
    Joined,
    ReadFrame,
    TranslationFrame,
    TypingFrame,
    catch_up,
)
from bridge.core.events import Event, MessageChanged, ReadUpTo, Translated, Typing
from bridge.core.frames import AskHistory, AskTranslation, Delete, Edit, Join, Propose, React, Send
from bridge.core.model import Draft, Message, Receipt, RoomName, Seq, Translation
from bridge.core.reactions import check_reaction
from bridge.core.wire import packet
from bridge.errors import ClientError, Code
from bridge.interpreter import Interpreter
from bridge.ports import Reader, Subscription
from bridge.questions import Questions
from bridge.world import World

NEWEST = 50
"""Messages shown to somebody who comes in, and taken to be in view of somebody who is here."""


class Room:
    """One room on this node: its readers, and every change that they make."""

    def __init__(self, name: RoomName, world: World) -> None:
        self.name = name
        self._world = world
        self._audience = Audience()
        self._attendance = Attendance(name, self._audience)
        self._interpreter = Interpreter(name, world, self._attendance.names)
        self._questions = Questions(world, self._interpreter)
        self._subscription: Subscription | None = None

    async def open(self) -> None:
        """Begin to hear the bus."""
        self._subscription = await self._world.bus.subscribe(self.name, self._on_event)

    def is_empty(self) -> bool:
        """Whether nobody is here."""
        return not self._attendance

    async def close(self) -> None:
        """Stop hearing the bus and drop what is under way."""
        if self._subscription is not None:
            self._subscription.cancel()
        self._attendance.close()
        await self._interpreter.close()

    async def join(self, reader: Reader, frame: Join) -> None:
        """Seat the reader, tell them what they missed, then go live."""
        # Subscribe first, catch up second: the other order loses whatever is published in
        # between. The overlap is skipped by `at`.
        self._audience.add(reader)
        self._attendance.enter(reader)
        store = self._world.store
        try:
            changes = await store.changes(
                self.name, frame.after, frame.epoch, reader.lang, self._world.replay, NEWEST
            )
            read = await store.read_position(self.name, reader.user.id)
        except BaseException:
            self.leave(reader)
            raise
        if changes is None:
            self.leave(reader)
            raise self._unknown()
        members = self._attendance.members()
        joined = Joined(frame.id, changes.state, changes.recovered, members, read)
        reader.deliver(b"".join(packet(each) for each in (joined, *catch_up(changes))))
        self._audience.release(reader, changes.state.at)
        await self._want_in_view(reader)

    def leave(self, reader: Reader) -> None:
        """The reader is gone. Leaving twice is leaving once."""
        self._audience.remove(reader)
        self._attendance.leave(reader)

    async def change_lang(self, reader: Reader) -> None:
        """The reader reads another language: bring what they have in view over to it."""
        if reader not in self._attendance:
            return
        self._audience.move(reader)
        self._attendance.enter(reader)
        for translation in await self._want_in_view(reader):
            reader.deliver(packet(TranslationFrame(translation)))

    async def send(self, reader: Reader, frame: Send) -> None:
        """Say something: committed, acknowledged, then shown."""
        lang, runs = self._world.composer.compose(frame.text, frame.lang, reader.lang)
        if frame.reply_to is not None:
            await self._present(frame.reply_to)
        author = reader.user
        draft = Draft(frame.id, author.id, author.name, lang, runs, frame.reply_to)
        message, is_new = await self._world.store.append(self.name, draft, self._world.clock.now())
        reader.deliver(packet(_ack(frame.id, message)))
        if is_new:
            await self._world.bus.publish(self.name, MessageChanged(message, fresh=True))

    async def edit(self, reader: Reader, frame: Edit) -> None:
        """Replace one's own words."""
        if await self._done_before(reader, frame.id):
            return
        before = await self._own(reader, frame.seq)
        lang, runs = self._world.composer.compose(frame.text, None, reader.lang)
        message = await self._world.store.edit(
            self.name, frame.seq, lang, runs, self._world.clock.now(), frame.id
        )
        await self._changed(reader, frame.id, before, message, fresh=True)

    async def delete(self, reader: Reader, frame: Delete) -> None:
        """Take back one's own message."""
        if await self._done_before(reader, frame.id):
            return
        before = await self._own(reader, frame.seq)
        message = await self._world.store.delete(
            self.name, frame.seq, reader.user.id, self._world.clock.now(), frame.id
        )
        await self._changed(reader, frame.id, before, message, fresh=False)

    async def react(self, reader: Reader, frame: React) -> None:
        """Put an emoji on a message, or take it off."""
        if await self._done_before(reader, frame.id):
            return
        before = await self._present(frame.seq)
        check_reaction(before, frame.emoji, frame.on)
        user, now = reader.user.id, self._world.clock.now()
        message = await self._world.store.react(
            self.name, frame.seq, user, frame.emoji, frame.on, now, frame.id
        )
        await self._changed(reader, frame.id, before, message, fresh=False)

    async def typing(self, reader: Reader) -> None:
        """Tell the others."""
        await self._world.bus.publish(
            self.name, Typing(self.name, reader.user.id, reader.user.name)
        )

    async def read(self, reader: Reader, seq: Seq) -> None:
        """Remember how far the reader has read, and tell the others."""
        await self._world.store.read_up_to(self.name, reader.user.id, seq)
        await self._world.bus.publish(self.name, ReadUpTo(self.name, reader.user.id, seq))

    async def history(self, reader: Reader, frame: AskHistory) -> None:
        """Older messages; their translations follow as they come."""
        page = await self._world.store.history(self.name, frame.before, frame.limit, reader.lang)
        if page is None:
            raise self._unknown()
        reader.deliver(packet(HistoryFrame(frame.id, self.name, page)))
        self._interpreter.want_missing(page.messages, page.translations, reader.lang)

    async def ask_translation(self, reader: Reader, frame: AskTranslation) -> None:
        """One message in one language, perhaps from another one than was thought."""
        await self._questions.translation(reader, frame, await self._present(frame.seq))

    async def propose(self, reader: Reader, frame: Propose) -> None:
        """A better translation, for the curators."""
        message = await self._present(frame.seq)
        await self._questions.propose(reader, frame, message)
        reader.deliver(packet(_ack(frame.id, message)))

    def _on_event(self, event: Event) -> None:
        """Something happened in this room, on this node or another: tell those it is meant for."""
        match event:
            case MessageChanged(message, fresh):
                self._audience.tell(message, at=message.at)
                # The original is on its way; translations come behind it.
                if fresh:
                    for lang in self._audience.languages():
                        self._interpreter.want(message, lang, live=True)
            case Translated(translation):
                frame = TranslationFrame(translation)
                self._audience.tell(frame, at=translation.at, lang=translation.lang)
            case Typing(_, user, name):
                self._audience.tell(TypingFrame(self.name, user, name))
            case ReadUpTo(_, user, seq):
                self._audience.tell(ReadFrame(self.name, user, seq))

    async def _want_in_view(self, reader: Reader) -> tuple[Translation, ...]:
        """Want what the newest messages lack in the reader's language; return what they have.

        Not only of what changed: a translation that was under way when a server died is missing
        on a message that somebody who comes back has seen already.
        """
        page = await self._world.store.history(self.name, None, NEWEST, reader.lang)
        if page is None:
            return ()
        self._interpreter.want_missing(page.messages, page.translations, reader.lang)
        return page.translations

    async def _done_before(self, reader: Reader, request: str) -> bool:
        """Whether this very request was committed already; then it gets its ack again."""
        receipt = await self._world.store.receipt(reader.user.id, request)
        if receipt is not None:
            reader.deliver(packet(Ack(request, receipt)))
        return receipt is not None

    async def _present(self, seq: Seq) -> Message:
        message = await self._world.store.message(self.name, seq)
        if message is None or message.deleted:
            raise self._gone(seq)
        return message

    async def _own(self, reader: Reader, seq: Seq) -> Message:
        message = await self._present(seq)
        if message.author != reader.user.id:
            raise ClientError(Code.NOT_YOURS, f"message {seq} was written by somebody else")
        return message

    async def _changed(
        self, reader: Reader, request: str, before: Message, message: Message | None, fresh: bool
    ) -> None:
        """The change is committed: acknowledge it, then show it if there is anything to show."""
        if message is None:
            raise self._gone(before.seq)
        reader.deliver(packet(_ack(request, message)))
        if message.at == before.at:
            return
        await self._world.bus.publish(self.name, MessageChanged(message, fresh))

    def _gone(self, seq: Seq) -> ClientError:
        return ClientError(Code.GONE, f"there is no message {seq} here, or it was deleted")

    def _unknown(self) -> ClientError:
        return ClientError(Code.NO_SUCH_ROOM, f'there is no room "{self.name}"')


def _ack(request: str, message: Message) -> Ack:
    return Ack(request, Receipt(message.room, message.seq, message.at, message.sent))
