"""Remembers what was asked for, so that asking again changes nothing."""

from dataclasses import replace

from sqlite_utils import Database

from bridge.core.model import Message, UserId
from bridge.store import reads


def sign(db: Database, user: UserId, request: str, message: Message) -> None:
    """The user's request is done, and this is what came of it."""
    db.execute(
        "INSERT INTO receipts (user, request, room, seq, at, sent) VALUES (?, ?, ?, ?, ?, ?)",
        (user, request, message.room, message.seq, message.at, message.sent),
    )


def first_outcome(db: Database, user: UserId, request: str) -> Message | None:
    """The message that an earlier request with this id was about, as it is now but with the
    `at` and `sent` that were acknowledged then. None when the request is new."""
    receipt = reads.receipt(db, user, request)
    if receipt is None:
        return None
    message = reads.message(db, receipt.room, receipt.seq)
    assert message is not None  # messages are never removed, and a foreign key says so
    return replace(message, at=receipt.at, sent=receipt.sent)
