"""What a client is told: one frozen dataclass an event."""

from dataclasses import dataclass
from datetime import datetime

from bridge.client.order_events import Rules, Standing
from bridge.core.answers import Language as Language
from bridge.core.answers import Limits as Limits
from bridge.core.model import (
    At,
    Lang,
    Member,
    Reaction,
    Rev,
    RoomName,
    Runs,
    Seq,
    Status,
    UserId,
    Word,
    plain,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who did something."""

    id: UserId
    name: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message's whole present state. It comes again, with a larger `at`, when it is edited
    (`rev` is larger), deleted (`deleted`, no runs) or reacted to."""

    room: RoomName
    at: At
    seq: Seq
    rev: Rev
    id: str
    sender: Person
    sent: datetime
    lang: Lang
    runs: Runs
    reply_to: Seq | None = None
    edited: datetime | None = None
    deleted: bool = False
    reactions: tuple[Reaction, ...] = ()

    @property
    def text(self) -> str:
        """The whole text."""
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class Translation:
    """Revision `rev` of message `seq` in `lang`. `failed`: no runs, show the original; `shaky`:
    show it, and that it may be wrong (`reasons` say why). `by`: phrasebook, person or machine.
    `words`: a failed one word by word, as far as that is known."""

    room: RoomName
    at: At
    seq: Seq
    rev: Rev
    lang: Lang
    runs: Runs
    status: Status
    reasons: tuple[str, ...]
    by: str
    engine: str
    words: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """The whole text; empty when the translation failed."""
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class Joined:
    """In the room, for the first time or again; what was missed follows, then `CaughtUp`.

    `recovered` is false when the server cannot tell what was missed: drop what you hold of this
    room, the newest messages follow. `newest`: the newest `seq`; `read`: your last read position.
    """

    room: RoomName
    title: str
    epoch: str
    at: At
    newest: Seq
    read: Seq
    recovered: bool
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """Nothing up to `at` is missing; from here on events are live."""

    room: RoomName
    at: At


@dataclass(frozen=True, slots=True)
class Presence:
    """People came (or changed their name or language) and left."""

    room: RoomName
    joined: tuple[Member, ...]
    left: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class Typing:
    """Somebody is typing; it means nothing a few seconds later."""

    room: RoomName
    user: Person


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody has read up to `seq`."""

    room: RoomName
    user: UserId
    seq: Seq


@dataclass(frozen=True, slots=True)
class RoomChanged:
    """The room has a new title."""

    room: RoomName
    title: str
    at: At


@dataclass(frozen=True, slots=True)
class Question:
    """`asker` wants to know what `text` is, said in `lang` in message `seq`; `answer` it (in
    `readers`, their language) with the number `question`."""

    room: RoomName
    question: int
    seq: Seq
    text: str
    lang: Lang
    readers: Lang
    asker: Person


@dataclass(frozen=True, slots=True)
class Answered:
    """`text` in message `seq` was explained by somebody, and no curator has looked at it yet."""

    room: RoomName
    question: int
    seq: Seq
    text: str
    lang: Lang
    readers: Lang
    asker: Person
    by: Person
    gloss: str
    body: str


@dataclass(frozen=True, slots=True)
class Disconnected:
    """The connection is lost, and will be tried again in `wait` seconds; `Joined` says when the
    room is back. What you send meanwhile waits."""

    room: RoomName
    why: str
    wait: float


Event = (
    Joined
    | CaughtUp
    | Message
    | Translation
    | Presence
    | Typing
    | Read
    | RoomChanged
    | Question
    | Answered
    | Rules
    | Standing
    | Disconnected
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that a change is committed to disk."""

    room: RoomName
    seq: Seq
    at: At
    sent: datetime


@dataclass(frozen=True, slots=True)
class History:
    """A stretch of the past in `seq` order; `more`: there is still more before it."""

    room: RoomName
    messages: tuple[Message, ...]
    translations: tuple[Translation, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Me:
    """Who the server takes this client for."""

    id: UserId
    name: str
    role: str
