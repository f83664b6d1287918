"""What a client may say: the frames of the wire protocol's first table, as values."""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from bridge.core.model import At, EntryId, Lang, RoomName, Seq

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
    """Ask for one message in one language; `source` (`from` on the wire) says which language the
    message is in, where that was found out wrongly."""

    id: RequestId
    room: RoomField
    seq: SeqField
    lang: LangField
    source: LangField | None = None


@dataclass(frozen=True, slots=True)
class AskPreview:
    """How will this read to those who read `lang`? Nothing is stored. `source` as above."""

    id: RequestId
    text: str
    lang: LangField
    source: LangField | None = None


@dataclass(frozen=True, slots=True)
class Propose:
    """For the curators: `text` is a better translation of a message into `lang`, or says what is
    wrong with the note `entry` in it (kind `dispute`)."""

    id: RequestId
    room: RoomField
    seq: SeqField
    lang: LangField
    text: str
    kind: Literal["translation", "dispute"] = "translation"
    entry: Annotated[EntryId, Meta(max_length=200)] | None = None


@dataclass(frozen=True, slots=True)
class SetLang:
    """From now on I read this language."""

    lang: LangField
