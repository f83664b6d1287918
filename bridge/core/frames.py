"""The frames of the wire protocol as values, one class per row of the protocol's tables."""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from bridge.core.model import (
    At,
    Changes,
    Lang,
    Member,
    Message,
    Page,
    Receipt,
    RoomName,
    RoomState,
    Seq,
    Translation,
    User,
    UserId,
)
from bridge.errors import Code

RequestId = Annotated[str, Meta(min_length=1, max_length=64)]
SeqField = Annotated[Seq, Meta(ge=1, le=2**53)]
LangField = Annotated[Lang, Meta(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$")]
RoomField = Annotated[RoomName, Meta(max_length=256)]


@dataclass(frozen=True, slots=True)
class Hello:
    """First frame of a connection: who is here, and which language they read."""

    v: int
    lang: LangField
    name: Annotated[str, Meta(max_length=256)] | None = None
    token: Annotated[str, Meta(max_length=8192)] | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Enter a room; `after` and `epoch` ask for what was missed."""

    id: RequestId
    room: RoomField
    after: Annotated[At, Meta(ge=0, le=2**53)] | None = None
    epoch: Annotated[str, Meta(max_length=64)] | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave a room."""

    room: RoomField


@dataclass(frozen=True, slots=True)
class Send:
    """Say something. `id` is the client's own; sending it again makes no second message."""

    id: RequestId
    room: RoomField
    text: str
    lang: LangField | None = None
    reply_to: SeqField | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the words of one's own message."""

    id: RequestId
    room: RoomField
    seq: SeqField
    text: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take back one's own message."""

    id: RequestId
    room: RoomField
    seq: SeqField


@dataclass(frozen=True, slots=True)
class React:
    """Put one emoji on a message, or take it off."""

    id: RequestId
    room: RoomField
    seq: SeqField
    emoji: Annotated[str, Meta(min_length=1, max_length=32)]
    on: bool


@dataclass(frozen=True, slots=True)
class TypingNow:
    """I am typing."""

    room: RoomField


@dataclass(frozen=True, slots=True)
class ReadNow:
    """I have read up to `seq`."""

    room: RoomField
    seq: SeqField


@dataclass(frozen=True, slots=True)
class AskHistory:
    """Ask for older messages."""

    id: RequestId
    room: RoomField
    before: SeqField | None = None
    limit: Annotated[int, Meta(ge=1, le=100)] = 50


@dataclass(frozen=True, slots=True)
class AskTranslation:
    """Ask for one message in one language."""

    id: RequestId
    room: RoomField
    seq: SeqField
    lang: LangField


@dataclass(frozen=True, slots=True)
class SetLang:
    """From now on I read this language."""

    lang: LangField


RoomFrame = (
    Join | Leave | Send | Edit | Delete | React | TypingNow | ReadNow | AskHistory | AskTranslation
)
ClientFrame = Hello | SetLang | RoomFrame


@dataclass(frozen=True, slots=True)
class Language:
    """A reading language on offer, and the languages it can be translated from."""

    code: Lang
    name: str
    sources: tuple[Lang, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits a client should know before it runs into them."""

    chars: int
    per_5s: int
    frame: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """You are in. Keep `token` to come back as the same person."""

    user: User
    token: str
    languages: tuple[Language, ...]
    limits: Limits
    beat: float


@dataclass(frozen=True, slots=True)
class Joined:
    """The room as it is; state frames and `CaughtUp` follow. `read`: my last read position."""

    id: str
    state: RoomState
    recovered: bool
    members: tuple[Member, ...]
    read: Seq


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """Nothing up to `at` is missing now."""

    room: RoomName
    at: At


@dataclass(frozen=True, slots=True)
class Ack:
    """The request `id` is committed to disk."""

    id: str
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Refusal:
    """The request is refused; `retry_after` in seconds where waiting helps."""

    id: str | None
    code: Code
    message: str
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """People came (or changed name or language) and left."""

    room: RoomName
    joined: tuple[Member, ...]
    left: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class TypingFrame:
    """Somebody is typing."""

    room: RoomName
    user: UserId
    name: str


@dataclass(frozen=True, slots=True)
class ReadFrame:
    """Somebody has read up to `seq`."""

    room: RoomName
    user: UserId
    seq: Seq


@dataclass(frozen=True, slots=True)
class HistoryFrame:
    """An answer to AskHistory."""

    id: str
    room: RoomName
    page: Page


@dataclass(frozen=True, slots=True)
class TranslationFrame:
    """A translation; `id` when it answers a request."""

    translation: Translation
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """Nothing else was sent for a while; the connection lives."""

    type: Literal["beat"] = "beat"


ServerFrame = (
    Welcome
    | Joined
    | CaughtUp
    | Ack
    | Refusal
    | Message
    | TranslationFrame
    | PresenceChanged
    | TypingFrame
    | ReadFrame
    | HistoryFrame
    | Beat
)


def catch_up(changes: Changes) -> tuple[ServerFrame, ...]:
    """The frames after `Joined`: each message in `seq` order with its translation, then the end."""
    by_seq: dict[Seq, list[ServerFrame]] = {}
    for message in changes.messages:
        by_seq.setdefault(message.seq, []).append(message)
    for translation in changes.translations:
        by_seq.setdefault(translation.seq, []).append(TranslationFrame(translation))
    frames = [frame for seq in sorted(by_seq) for frame in by_seq[seq]]
    return (*frames, CaughtUp(changes.state.name, changes.state.at))
