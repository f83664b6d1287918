"""Keeps the `Inquiries` port in the rooms' SQLite file."""

from bridge.core.langs import spoken
from bridge.core.model import Lang, Message, Millis, RoomName, User, UserId
from bridge.core.note_frames import Answered, Question, QuestionId
from bridge.store import questions
from bridge.store.questions import Said
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteInquiries:
    """An `inquiries.Inquiries` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def ask(
        self, message: Message, term: str, lang: Lang, readers: Lang, asker: User, now: Millis
    ) -> Question | None:
        """See `inquiries.Inquiries`, here and below."""
        return await self._writer.run(
            lambda db: questions.ask(db, message, term, (lang, readers), asker, now)
        )

    async def question(self, room: RoomName, question: QuestionId) -> Question | None:
        rows = await self._readers.run(
            lambda db: questions.select(db, room, "questions.id = ?", (question,), 1)
        )
        return next(iter(map(questions.question_of, rows)), None)

    async def answer(
        self, room: RoomName, question: QuestionId, by: User, gloss: str, body: str, now: Millis
    ) -> Answered | None:
        said = Said(gloss, body)
        return await self._writer.run(
            lambda db: questions.answer(db, room, question, by, said, now)
        )

    async def open(
        self, room: RoomName, lang: Lang, but: UserId, since: Millis, most: int
    ) -> tuple[Question, ...]:
        which = (
            "answered IS NULL AND asker <> ? AND made >= ?"
            " AND (lang IN (?, 'und') OR substr(lang, 1, length(?) + 1) = ? || '-')"
        )
        values = (but, since, *[spoken(lang)] * 3)
        rows = await self._readers.run(lambda db: questions.select(db, room, which, values, most))
        return tuple(questions.question_of(row) for row in rows)

    async def answered(self, room: RoomName, since: Millis, most: int) -> tuple[Answered, ...]:
        which = "answered >= ?"
        rows = await self._readers.run(lambda db: questions.select(db, room, which, (since,), most))
        return tuple(questions.answered_of(row) for row in rows)
