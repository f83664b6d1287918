"""What happens in a room, as it goes over the bus."""

from dataclasses import dataclass

from bridge.core.model import Message, RoomName, Seq, Translation, UserId
from bridge.core.note_frames import Answered, Question


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message was sent, edited, deleted or reacted to. `fresh` when its words are new."""

    message: Message
    fresh: bool


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation was stored."""

    translation: Translation


@dataclass(frozen=True, slots=True)
class Typing:
    """Somebody is typing; means nothing a few seconds later."""

    room: RoomName
    user: UserId
    name: str


@dataclass(frozen=True, slots=True)
class ReadUpTo:
    """Somebody has read the room up to `seq`."""

    room: RoomName
    user: UserId
    seq: Seq


@dataclass(frozen=True, slots=True)
class Declined:
    """A moderator did not let through what `user` wanted to say by this request."""

    room: RoomName
    user: UserId
    request: str
    why: str


Event = MessageChanged | Translated | Typing | ReadUpTo | Declined | Question | Answered
