"""One room on this node: who is in it, what they ask of it, and what they are told."""

from bridge.attendance import Attendance
from bridge.audience import Audience
from bridge.core.answers import (
    HistoryFrame,
    Joined,
    ReadFrame,
    TranslationFrame,
    TypingFrame,
    ack,
    catch_up,
)
from bridge.core.client_frames import ActFrame
from bridge.core.events import Declined, Event, MessageChanged, ReadUpTo, Translated, Typing
from bridge.core.frames import (
    AskHistory,
    AskTranslation,
    Delete,
    Edit,
    Join,
    Propose,
    React,
    ReadNow,
    Send,
    TypingNow,
)
from bridge.core.model import RoomName, Seq, Translation
from bridge.core.note_frames import Answer, Answered, Ask, Question, UseNote
from bridge.core.peace_frames import Moderate, Report
from bridge.core.roll import Roll
from bridge.core.wire import packet
from bridge.errors import ClientError, Code
from bridge.interpreter import Interpreter
from bridge.moderation.order import Order
from bridge.notes.asking import Asking
from bridge.notes.renotes import Renotes
from bridge.ports.bus import Subscription
from bridge.ports.reader import Reader
from bridge.questions import Questions
from bridge.speech import Speech
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
        self._speech = Speech(name, world)
        self._questions = Questions(world, self._interpreter)
        self._asking = Asking(name, world, self._audience)
        self._order = Order(name, world, self._audience)
        self._renotes = Renotes(name, world, self._interpreter, self._audience.languages)
        self._subscription: Subscription | None = None

    async def open(self) -> None:
        """Begin to hear the bus."""
        self._subscription = await self._world.bus.subscribe(self.name, self._on_event)
        self._renotes.sweep()

    def is_empty(self) -> bool:
        """Whether nobody is here."""
        return not self._attendance

    async def close(self) -> None:
        """Stop hearing the bus and drop what is under way."""
        if self._subscription is not None:
            self._subscription.cancel()
        self._attendance.close()
        await self._renotes.close()
        await self._interpreter.close()

    def renote(self) -> None:
        """The glossary changed: bring the notes on what was said up to date."""
        self._renotes.sweep()

    def retranslate(self, seq: Seq) -> None:
        """Make a message's translations anew, where they would come out of something else now."""
        self._renotes.retranslate(seq)

    async def join(self, reader: Reader, frame: Join) -> None:
        """Seat the reader, tell them what they missed, then go live."""
        self._world.guard.name(reader, self.name, self._attendance.members())
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
        await self._order.welcome(reader)
        await self._asking.welcome(reader)
        await self._want_in_view(reader)

    def leave(self, reader: Reader) -> None:
        """The reader is gone. Leaving twice is leaving once."""
        self._audience.remove(reader)
        self._attendance.leave(reader)

    async def enforce(self, before: Roll, after: Roll) -> None:
        """What is ruled changed."""
        await self._order.enforce(before, after, self.leave)
        if before.rules(self.name).unnoted != after.rules(self.name).unnoted:
            self._renotes.sweep()

    async def change_lang(self, reader: Reader) -> None:
        """The reader reads another language: bring what they have in view over to it."""
        if reader not in self._attendance:
            return
        self._audience.move(reader)
        self._attendance.enter(reader)
        await self._asking.welcome(reader)
        for translation in await self._want_in_view(reader):
            reader.deliver(packet(TranslationFrame(translation)))

    async def act(self, reader: Reader, frame: ActFrame) -> None:
        """Do what the frame says. Raises ClientError or StoreError; answers go to the reader."""
        if reader not in self._attendance:
            raise ClientError(Code.NOT_JOINED, f'join the room "{self.name}" first')
        if (refused := await self._world.guard.refuses(reader, self.name, frame)) is not None:
            # What was committed before it was forbidden stays so.
            if isinstance(frame, Send) and await self._speech.done_before(reader, frame.id):
                return
            raise refused
        match frame:
            case Send() | Edit() | Delete() | React():
                await self._speech.act(reader, frame)
            case TypingNow():
                await self._typing(reader)
            case ReadNow(seq=seq):
                await self._read(reader, seq)
            case AskHistory():
                await self._history(reader, frame)
            case AskTranslation():
                message = await self._speech.present(frame.seq)
                await self._questions.translation(reader, frame, message)
            case Propose():
                message = await self._speech.present(frame.seq)
                await self._questions.propose(reader, frame, message)
                reader.deliver(packet(ack(frame.id, message)))
            case Ask():
                message = await self._speech.present(frame.seq)
                await self._asking.ask(reader, frame, message)
            case Answer():
                await self._asking.answer(reader, frame)
            case UseNote():
                await self._asking.use(reader, frame)
            case Report() | Moderate():
                await self._order.act(reader, frame)

    async def _typing(self, reader: Reader) -> None:
        """Tell the others, unless nothing will come of it."""
        if self._world.guard.mute(reader.user.id, self.name) is not None:
            return
        await self._world.bus.publish(
            self.name, Typing(self.name, reader.user.id, reader.user.name)
        )

    async def _read(self, reader: Reader, seq: Seq) -> None:
        """Remember how far the reader has read, and tell the others."""
        await self._world.store.read_up_to(self.name, reader.user.id, seq)
        await self._world.bus.publish(self.name, ReadUpTo(self.name, reader.user.id, seq))

    async def _history(self, reader: Reader, frame: AskHistory) -> None:
        """Older messages; their translations follow as they come."""
        page = await self._world.store.history(self.name, frame.before, frame.limit, reader.lang)
        if page is None:
            raise self._unknown()
        reader.deliver(packet(HistoryFrame(frame.id, self.name, page)))
        self._interpreter.want_missing(page.messages, page.translations, reader.lang)

    def _on_event(self, event: Event) -> None:
        """Something happened in this room, on this node or another: tell those it is meant for."""
        match event:
            case MessageChanged(message, fresh):
                self._audience.tell(message, at=message.at)
                # The original is on its way; translations come behind it.
                if fresh:
                    self._renotes.heard(message)
                    for lang in self._audience.languages():
                        self._interpreter.want(message, lang, live=True)
            case Translated(translation):
                frame = TranslationFrame(translation)
                self._audience.tell(frame, at=translation.at, lang=translation.lang)
            case Question() | Answered():
                self._asking.tell(event)
            case Declined():
                self._order.tell(event)
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

    def _unknown(self) -> ClientError:
        return ClientError(Code.NO_SUCH_ROOM, f'there is no room "{self.name}"')
