"""What the server says: the frames of the wire protocol's second table, as values."""

from dataclasses import dataclass
from typing import Literal

from bridge.core.model import (
    At,
    Changes,
    EntryId,
    Lang,
    Member,
    Message,
    Page,
    Receipt,
    Rendering,
    RoomName,
    RoomState,
    Runs,
    Seq,
    Translation,
    User,
    UserId,
)
from bridge.core.note_frames import Answered, Question
from bridge.core.peace_frames import Done, RoomRules, Standing
from bridge.errors import ClientError, Code


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
    """The request is refused; `retry_after` in seconds where waiting helps, `suggestion` a name
    that would do, `room` where the refusal is about all of it."""

    id: str | None
    code: Code
    message: str
    retry_after: float | None = None
    suggestion: str | None = None
    room: RoomName | None = None


def refusal_of(error: ClientError, request: str | None) -> Refusal:
    """The answer to a request that is refused for this."""
    room = None if error.room is None else RoomName(error.room)
    return Refusal(request, error.code, error.message, error.retry_after, error.suggestion, room)


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
class IdiomAhead:
    """`text` is an idiom or slang: `plain` is the whole text said without it, `note` a line in the
    readers' language that explains it; each where there is one."""

    text: str
    entry: EntryId
    plain: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ToneAhead:
    """`text` reads `cold` or `rude` on the other side."""

    text: str
    entry: EntryId
    reads: str


@dataclass(frozen=True, slots=True)
class DoubtAhead:
    """The translation is not to be trusted, for these reasons."""

    reasons: tuple[str, ...]


Ahead = IdiomAhead | ToneAhead | DoubtAhead


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """How a text will read in `lang`, and `back` in its own language `source`. No rendering:
    nothing in it need be translated, or nothing can."""

    id: str
    lang: Lang
    source: Lang
    rendering: Rendering | None
    back: str | None
    notes: Runs
    warnings: tuple[Ahead, ...]


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
    | PreviewFrame
    | Question
    | Answered
    | Done
    | RoomRules
    | Standing
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


def ack(request: str, message: Message) -> Ack:
    """The request is committed, and this is the message that it was about."""
    return Ack(request, Receipt(message.room, message.seq, message.at, message.sent))
