"""Keeps the `Inquiries` port: questions about messages, and their answers."""

from dataclasses import dataclass
from sqlite3 import Row
from typing import Any, cast

import msgspec
from sqlite_utils import Database

from bridge.core.model import Lang, Message, Millis, RoomName, Seq, User
from bridge.core.note_frames import Answered, Question, QuestionId
from bridge.errors import StoreError
from bridge.store import ink, reads

MOST_OPEN = 200
"""In one room; more than that nobody will answer."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of an answer, as they lie in the ink."""

    gloss: str
    body: str


def make(db: Database) -> None:
    """The table; part of a step of schema.py."""
    db.create_table(
        "questions",
        {
            **{"id": int, "room": str, "seq": int, "lang": str, "readers": str, "term": int},
            **{"asker": str, "asker_name": str, "made": int},
            **{"by": str, "by_name": str, "answered": int, "answer": int},
        },
        pk="id",
        foreign_keys=[
            (("room", "seq"), "messages", ("room", "seq")),
            ("term", "ink", "id"),
            ("answer", "ink", "id"),
        ],
        not_null={"room", "seq", "lang", "readers", "term", "asker", "asker_name", "made"},
        strict=True,
    ).create_index(["room", "seq"])


def forget(db: Database, room: RoomName, seq: Seq) -> None:
    """Everything asked and answered about a message whose words are gone."""
    which = "room = ? AND seq = ?"
    rows = db.execute(f"SELECT term, answer FROM questions WHERE {which}", (room, seq))  # noqa: S608
    ink.blot(db, [words for row in rows for words in row if words is not None])
    db.execute(f"DELETE FROM questions WHERE {which}", (room, seq))  # noqa: S608


def ask(
    db: Database, message: Message, term: str, langs: tuple[Lang, Lang], asker: User, now: Millis
) -> Question | None:
    """See `inquiries.Inquiries`, here and below."""
    room, seq = message.room, message.seq
    there = reads.message(db, room, seq)
    if there is None or there.deleted or there.rev != message.rev:
        return None
    which = "questions.seq = ? AND asker = ? AND answered IS NULL"
    for row in select(db, room, which, (seq, asker.id), MOST_OPEN):
        if (known := question_of(row)).term == term:
            return known
    waiting = "SELECT count(*) FROM questions WHERE room = ? AND answered IS NULL AND made > ?"
    if db.execute(waiting, (room, now - 24 * 3600 * 1000)).fetchone()[0] >= MOST_OPEN:
        raise StoreError(f"{MOST_OPEN} questions wait in this room already; answer some first")
    new = db.execute(
        "INSERT INTO questions (room, seq, lang, readers, term, asker, asker_name, made)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*(room, seq, *langs, ink.write(db, term.encode())), asker.id, asker.name, now),
    ).lastrowid
    return Question(QuestionId(cast(int, new)), room, seq, term, *langs, asker)


def answer(
    db: Database, room: RoomName, question: QuestionId, by: User, said: Said, now: Millis
) -> Answered | None:
    """Whoever comes first answers."""
    row = next(iter(select(db, room, "questions.id = ?", (question,), 1)), None)
    if row is None:
        return None
    if row["answered"] is not None:
        return answered_of(row) if row["by"] == by.id else None
    db.execute(
        "UPDATE questions SET by = ?, by_name = ?, answered = ?, answer = ? WHERE id = ?",
        (by.id, by.name, now, ink.write(db, msgspec.json.encode(said)), question),
    )
    return Answered(question_of(row), by, said.gloss, said.body)


def select(
    db: Database, room: RoomName, which: str, values: tuple[Any, ...], most: int
) -> list[Row]:
    """The newest `most`, oldest first."""
    # `which` is one of the clauses above, never anybody's words.
    return db.execute(
        "SELECT questions.*, terms.body AS asked, answers.body AS told FROM questions"  # noqa: S608
        " JOIN ink AS terms ON terms.id = term LEFT JOIN ink AS answers ON answers.id = answer"
        f" WHERE room = ? AND {which} ORDER BY questions.id DESC LIMIT ?",
        (room, *values, most),
    ).fetchall()[::-1]


def question_of(row: Row) -> Question:
    """From a row of `select`."""
    asker = User(row["asker"], row["asker_name"])
    term = bytes(row["asked"]).decode()
    place = (row["id"], row["room"], row["seq"])
    return Question(*place, term, row["lang"], row["readers"], asker)


def answered_of(row: Row) -> Answered:
    """From a row of one that was answered."""
    said = msgspec.json.decode(row["told"], type=Said)
    return Answered(question_of(row), User(row["by"], row["by_name"]), said.gloss, said.body)
