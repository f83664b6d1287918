"""Turns rows of the database into values, and words into what the ink keeps."""

from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Row

import msgspec

from bridge.core.model import (
    By,
    Message,
    Reaction,
    Rendering,
    Role,
    RoomState,
    Runs,
    Status,
    Translation,
    User,
    UserId,
    Word,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The words of a translation, as they lie in the ink."""

    runs: Runs
    reasons: tuple[str, ...]
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Reacted:
    """One person's emoji on one message, as it lies in the ink."""

    emoji: str
    user: UserId


def ink_of(words: Runs | Rendered | Reacted) -> bytes:
    """Words as JSON in UTF-8."""
    return msgspec.json.encode(words)


def room_of(row: Row) -> RoomState:
    """From a row of `rooms`."""
    return RoomState(row["name"], row["title"], row["epoch"], row["at"], row["seq"])


def user_of(row: Row) -> User:
    """From a row of `users`."""
    return User(row["id"], row["name"], Role(row["role"]))


def message_of(row: Row, reactions: tuple[Reaction, ...]) -> Message:
    """From a row of `message_states`."""
    return Message(
        room=row["room"],
        at=row["at"],
        seq=row["seq"],
        rev=row["rev"],
        client_id=row["client_id"],
        author=row["author"],
        author_name=row["author_name"],
        sent=row["sent"],
        lang=row["lang"],
        runs=() if row["body"] is None else msgspec.json.decode(row["body"], type=Runs),
        reply_to=row["reply_to"],
        edited=row["edited"],
        deleted=bool(row["deleted"]),
        reactions=reactions,
    )


def translation_of(row: Row) -> Translation:
    """From a row of `translation_states`."""
    return Translation(
        row["room"], row["at"], row["seq"], row["rev"], row["lang"], rendering_of(row)
    )


def rendering_of(row: Row) -> Rendering:
    """The same without its message."""
    found = msgspec.json.decode(row["body"], type=Rendered)
    return Rendering(
        found.runs,
        Status(row["status"]),
        found.reasons,
        By(row["by"]),
        row["engine"],
        found.words,
    )


def reacted_of(body: bytes) -> Reacted:
    """From the ink."""
    return msgspec.json.decode(body, type=Reacted)


def reactions_of(bodies: Iterable[bytes]) -> tuple[Reaction, ...]:
    """One `Reaction` an emoji; emoji and people come in the order in which they first did."""
    users: dict[str, tuple[UserId, ...]] = {}
    for body in bodies:
        each = reacted_of(body)
        users[each.emoji] = (*users.get(each.emoji, ()), each.user)
    return tuple(Reaction(emoji, them) for emoji, them in users.items())
