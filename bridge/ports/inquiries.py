"""What is this? A port: what readers asked about messages, and what others answered."""

from typing import Protocol

from bridge.core.model import Lang, Message, Millis, RoomName, User, UserId
from bridge.core.note_frames import Answered, Question, QuestionId


class Inquiries(Protocol):
    """Keep questions and their answers. When a message is edited or deleted, all that was asked
    about it goes with its words. Returns after the commit; all raise `StoreUnavailable` when the
    disk refuses."""

    async def ask(
        self, message: Message, term: str, lang: Lang, readers: Lang, asker: User, now: Millis
    ) -> Question | None:
        """Keep a question about this revision; whoever asks the same again gets the first one.
        None when the message was edited or deleted meanwhile. Raises StoreError when too many
        wait in the room."""

    async def question(self, room: RoomName, question: QuestionId) -> Question | None:
        """One, answered or not."""

    async def answer(
        self, room: RoomName, question: QuestionId, by: User, gloss: str, body: str, now: Millis
    ) -> Answered | None:
        """Close the question. None when there is none, or somebody else answered first; whoever
        answered it gets what they said then."""

    async def open(
        self, room: RoomName, lang: Lang, but: UserId, since: Millis, most: int
    ) -> tuple[Question, ...]:
        """The newest `most` that wait and that somebody else than `but` asked, in order: those in
        any script of `lang`, or in nobody knows which language."""

    async def answered(self, room: RoomName, since: Millis, most: int) -> tuple[Answered, ...]:
        """The newest `most` that were answered, in order."""
