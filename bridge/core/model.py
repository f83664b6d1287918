"""The values that everything else passes around: people, messages, translations, events."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

UserId = NewType("UserId", str)
RoomName = NewType("RoomName", str)
Lang = NewType("Lang", str)
"""A BCP-47 tag such as `zh`, `zh-Hant`, `en`; `und` when unknown."""
EntryId = NewType("EntryId", str)
"""A glossary entry, `<lang>/<kind>/<id>`: `zh/idiom/hua-she-tian-zu`."""
Seq = NewType("Seq", int)
"""A message's place in its room: 1, 2, 3, without gaps."""
At = NewType("At", int)
"""The room's counter of changes: every append, edit, delete, reaction and translation takes the
next one. Gap-free in the store."""
Rev = NewType("Rev", int)
"""A message's revision: 1 when sent, one more with every edit."""
Millis = NewType("Millis", int)
"""Milliseconds since 1970-01-01 UTC."""

UND = Lang("und")


class RunKind(StrEnum):
    """What a run is, when it is not plain words."""

    LINK = "link"
    MENTION = "mention"
    CODE = "code"
    EMOJI = "emoji"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. Joining the `text` of all runs gives the whole text.

    `also` are other entries with the same spelling: all senses stand on the card. `doubtful` says
    that the words may mean just what they say here.
    """

    text: str
    kind: RunKind | None = None
    entry: EntryId | None = None
    also: tuple[EntryId, ...] = ()
    doubtful: bool = False


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The whole text of `runs`."""
    return "".join(run.text for run in runs)


def outside(runs: Runs) -> str:
    """The text outside links, mentions, code, tags and emoji."""
    return "".join(run.text for run in runs if run.kind is None)


class Role(StrEnum):
    """What a user may do. Guests come in with a nickname alone."""

    GUEST = "guest"
    MEMBER = "member"
    CURATOR = "curator"
    MODERATOR = "moderator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody the store knows."""

    id: UserId
    name: str
    role: Role = Role.GUEST


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody present in a room, and the language that they read."""

    id: UserId
    name: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room as the store knows it. `epoch` changes when positions in the past lose meaning."""

    name: RoomName
    title: str
    epoch: str
    at: At
    seq: Seq


@dataclass(frozen=True, slots=True)
class Reaction:
    """One emoji on a message, and who put it there, first come first."""

    emoji: str
    users: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A message on its way into the store; it has no `seq` yet."""

    client_id: str
    author: UserId
    author_name: str
    lang: Lang
    runs: Runs
    reply_to: Seq | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message's whole present state. A deleted one keeps no text: it is a tombstone."""

    room: RoomName
    at: At
    seq: Seq
    rev: Rev
    client_id: str
    author: UserId
    author_name: str
    sent: Millis
    lang: Lang
    runs: Runs
    reply_to: Seq | None = None
    edited: Millis | None = None
    deleted: bool = False
    reactions: tuple[Reaction, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that a change is committed. A repeated request gets the first one's receipt."""

    room: RoomName
    seq: Seq
    at: At
    sent: Millis


class Status(StrEnum):
    """How far a translation can be trusted."""

    OK = "ok"
    SHAKY = "shaky"
    FAILED = "failed"


class By(StrEnum):
    """Who translated."""

    PHRASEBOOK = "phrasebook"
    PERSON = "person"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text that no translation does justice: how it is read (pinyin), and what it
    means to the reader, where that is known."""

    text: str
    reading: str | None = None
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text in another language, not yet tied to a message.

    `reasons` say in plain English words why the status is not `ok`; empty when it is.
    A failed rendering has no runs: the reader is shown the original, with its `words` where there
    is anything to say about them.
    """

    runs: Runs
    status: Status
    reasons: tuple[str, ...]
    by: By
    engine: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A rendering of one revision of one message, as stored."""

    room: RoomName
    at: At
    seq: Seq
    rev: Rev
    lang: Lang
    rendering: Rendering


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of history in `seq` order; `more` says whether older messages exist."""

    messages: tuple[Message, ...]
    translations: tuple[Translation, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reader missed, in `seq` order, as of `state.at`.

    When `recovered` is false it holds the newest messages instead, and what the reader had
    must be dropped.
    """

    state: RoomState
    recovered: bool
    messages: tuple[Message, ...]
    translations: tuple[Translation, ...]
