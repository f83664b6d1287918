"""What happens in a room, as it goes over the bus."""

from dataclasses import dataclass

from bridge.core.model import Message, RoomName, Seq, Translation, UserId


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


Event = MessageChanged | Translated | Typing | ReadUpTo
