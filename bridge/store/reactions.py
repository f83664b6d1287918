"""Puts reactions on messages and takes them off."""

from sqlite_utils import Database

from bridge.core.model import Message, RoomName, Seq, UserId
from bridge.store import ink, reads, rooms
from bridge.store.receipts import first_outcome, sign
from bridge.store.rows import Reacted, ink_of, reacted_of


def react(
    db: Database, room: RoomName, seq: Seq, user: UserId, emoji: str, on: bool, request: str
) -> Message | None:
    """See `ports.Store.react`."""
    first = first_outcome(db, user, request)
    if first is not None:
        return first
    message = reads.message(db, room, seq)
    if message is None or message.deleted:
        return None
    if _put(db, message, Reacted(emoji, user), on):
        db.execute(
            "UPDATE messages SET at = ? WHERE room = ? AND seq = ?",
            (rooms.next_at(db, room), room, seq),
        )
        message = reads.message(db, room, seq)
        assert message is not None  # it was here before, in this transaction
    sign(db, user, request, message)
    return message


def drop(db: Database, room: RoomName, seq: Seq) -> None:
    """Every reaction to a message; who and what is blotted out."""
    _drop(db, list(_found(db, room, seq)))


def _put(db: Database, message: Message, wanted: Reacted, on: bool) -> bool:
    """Whether anything had to change."""
    found = _found(db, message.room, message.seq)
    there = [words for words, reacted in found.items() if reacted == wanted]
    if on == bool(there):
        return False
    if on:
        db.execute(
            "INSERT INTO reactions (words, room, seq) VALUES (?, ?, ?)",
            (ink.write(db, ink_of(wanted)), message.room, message.seq),
        )
    else:
        _drop(db, there)
    return True


def _found(db: Database, room: RoomName, seq: Seq) -> dict[int, Reacted]:
    rows = db.execute(
        "SELECT words, body FROM reactions JOIN ink ON ink.id = words WHERE room = ? AND seq = ?",
        (room, seq),
    )
    return {words: reacted_of(body) for words, body in rows}


def _drop(db: Database, words: list[int]) -> None:
    ink.blot(db, words)
    db.conn.executemany("DELETE FROM reactions WHERE words = ?", ((each,) for each in words))
