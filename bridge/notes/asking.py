"""What is this? Readers ask about a stretch of a message, and others in the room answer."""

import regex

from bridge.audience import Audience
from bridge.core.answers import ServerFrame, ack
from bridge.core.langs import spoken
from bridge.core.model import UND, Lang, Message, Millis, RoomName, plain
from bridge.core.note_frames import Answer, Answered, Ask, Question, UseNote
from bridge.core.proposals import Note
from bridge.core.wire import packet
from bridge.errors import ClientError, Code
from bridge.ports.reader import Reader
from bridge.world import World

MOST_TOLD = 20
"""Open questions, and answers, that somebody who comes in is told of."""
FRESH_MS = 24 * 60 * 60 * 1000
"""A question that nobody answered for a day is not asked any more."""
_HAN = regex.compile(r"\p{Han}")
_ZH = Lang("zh")


class Asking:
    """Questions and answers of one room."""

    def __init__(self, room: RoomName, world: World, audience: Audience) -> None:
        self._room = room
        self._world = world
        self._audience = audience

    async def ask(self, reader: Reader, frame: Ask, message: Message) -> None:
        """Put the question to those who read the language of the words."""
        world = self._world
        term = world.composer.cleaned(frame.text).strip()
        if term not in plain(message.runs):
            raise ClientError(
                Code.BAD_FRAME, f"these words do not stand in message {message.seq}; select some"
            )
        question = await world.inquiries.ask(
            *(message, term, _lang_of(term, message)),
            *(frame.lang, reader.user, world.clock.now()),
        )
        if question is None:
            raise ClientError(Code.GONE, f"message {message.seq} was changed or deleted meanwhile")
        reader.deliver(packet(ack(frame.id, message)))
        await world.bus.publish(self._room, question)

    async def answer(self, reader: Reader, frame: Answer) -> None:
        """Answer a question: a proposal for the curators, and told to everybody."""
        world = self._world
        question = await world.inquiries.question(self._room, frame.question)
        message = await world.store.message(self._room, question.seq) if question else None
        if question is None or message is None:
            raise ClientError(Code.GONE, "there is no such question, or its message was deleted")
        if question.asker.id == reader.user.id:
            raise ClientError(Code.NOT_YOURS, "you asked this; somebody else has to answer")
        gloss = self._fit(frame.gloss)
        body = self._fit(frame.body) if frame.body.strip() else ""
        now = world.clock.now()
        answered = await world.inquiries.answer(
            self._room, frame.question, reader.user, gloss, body, now
        )
        if answered is None:
            raise ClientError(Code.GONE, "somebody else has answered this already")
        note = Note(question.lang, question.term, question.readers, answered.gloss, answered.body)
        await world.desk.propose(self._room, question.seq, reader.user.id, note, now)
        reader.deliver(packet(ack(frame.id, message)))
        await world.bus.publish(self._room, answered)

    def _fit(self, text: str) -> str:
        """What may be told to everybody: no moderator looks at it first, so listed words are
        covered, those that would be held too."""
        return self._world.peace.words.spoken(self._world.composer.cleaned(text)).covered

    async def use(self, reader: Reader, frame: UseNote) -> None:
        """Count that a note was opened, or helped."""
        if frame.what == "opened":
            self._world.counting.opened(frame.entry)
        else:
            self._world.counting.helped(reader.user.id, frame.entry)

    def tell(self, asked: Question | Answered) -> None:
        """Somebody asked, on this node or another: tell those who may know. Or it was answered:
        tell everybody."""
        if isinstance(asked, Answered) or asked.lang == UND:
            self._audience.tell(asked)
            return
        for lang in self._audience.languages():
            if spoken(lang) == spoken(asked.lang):
                self._audience.tell(asked, lang=lang)

    async def welcome(self, reader: Reader) -> None:
        """Tell somebody who came in, or reads another language now, what they could answer, and
        what was answered of late."""
        world = self._world
        since = Millis(world.clock.now() - FRESH_MS)
        waiting = await world.inquiries.open(
            self._room, reader.lang, reader.user.id, since, MOST_TOLD
        )
        answered = await world.inquiries.answered(self._room, since, MOST_TOLD)
        told: list[ServerFrame] = [*answered, *waiting]
        reader.deliver(b"".join(packet(each) for each in told))


def _lang_of(term: str, message: Message) -> Lang:
    """Chinese characters in an English message are a question to those who read Chinese."""
    if _HAN.search(term) and spoken(message.lang) not in ("zh", "ja"):
        return _ZH
    return message.lang
