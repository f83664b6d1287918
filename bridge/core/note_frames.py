"""Frames about notes: what is this, it means that, this note was opened."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NewType

from msgspec import Meta

from bridge.core.frames import LangField, RequestId, RoomField, SeqField
from bridge.core.model import EntryId, Lang, RoomName, Seq, User

QuestionId = NewType("QuestionId", int)
EntryField = Annotated[EntryId, Meta(max_length=200)]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is `text`, a stretch of message `seq`? Answers should be in `lang`."""

    id: RequestId
    room: RoomField
    seq: SeqField
    text: Annotated[str, Meta(min_length=1, max_length=200)]
    lang: LangField


@dataclass(frozen=True, slots=True)
class Answer:
    """It means `gloss`; `body` says more, where there is more to say."""

    id: RequestId
    room: RoomField
    question: Annotated[QuestionId, Meta(ge=1, le=2**53)]
    gloss: Annotated[str, Meta(min_length=1, max_length=200)]
    body: Annotated[str, Meta(max_length=1000)] = ""


@dataclass(frozen=True, slots=True)
class UseNote:
    """I opened this note, or it helped me. No answer."""

    room: RoomField
    entry: EntryField
    what: Literal["opened", "helpful"]


@dataclass(frozen=True, slots=True)
class Question:
    """`asker` wants to know what `term` is, said in `lang` in message `seq`; told to those in the
    room who read `lang`. Answers in `readers`."""

    id: QuestionId
    room: RoomName
    seq: Seq
    term: str
    lang: Lang
    readers: Lang
    asker: User


@dataclass(frozen=True, slots=True)
class Answered:
    """The question is answered, not yet reviewed by a curator; told to everybody."""

    question: Question
    by: User
    gloss: str
    body: str


def question_json(question: Question) -> dict[str, Any]:
    """A `question` frame."""
    return {
        "type": "question",
        "room": question.room,
        "question": question.id,
        "seq": question.seq,
        "text": question.term,
        "lang": question.lang,
        "for": question.readers,
        "from": {"id": question.asker.id, "name": question.asker.name},
    }


def answered_json(answered: Answered) -> dict[str, Any]:
    """An `answered` frame: the question's fields, and the answer."""
    by = {"id": answered.by.id, "name": answered.by.name}
    told = {"type": "answered", "by": by, "gloss": answered.gloss, "body": answered.body}
    return question_json(answered.question) | told
