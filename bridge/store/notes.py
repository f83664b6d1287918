"""Puts other runs in the place of words that stay."""

from dataclasses import replace

from sqlite_utils import Database

from bridge.core.model import Lang, Message, RoomName, Runs, Seq
from bridge.store import ink, reads, rooms
from bridge.store.rows import ink_of


def make(db: Database) -> None:
    """The column; part of a step of schema.py."""
    db.execute("ALTER TABLE rooms ADD COLUMN noted TEXT NOT NULL DEFAULT ''")


def renote(db: Database, room: RoomName, seq: Seq, rev: int, runs: Runs) -> Message | None:
    """See `noting.Noting`, here and below."""
    message = reads.message(db, room, seq)
    if message is None or message.deleted or message.rev != rev:
        return None
    if message.runs == runs:
        return message
    which = (room, seq)
    row = db.execute("SELECT words FROM messages WHERE room = ? AND seq = ?", which).fetchone()
    ink.blot(db, row)
    at = rooms.next_at(db, room)
    db.execute(
        "UPDATE messages SET at = ?, words = ? WHERE room = ? AND seq = ?",
        (at, ink.write(db, ink_of(runs)), *which),
    )
    return replace(message, at=at, runs=runs)


def noted(db: Database, room: RoomName) -> str:
    """Empty when nothing is known."""
    row = db.execute("SELECT noted FROM rooms WHERE name = ?", (room,)).fetchone()
    return "" if row is None else str(row["noted"])


def memos(db: Database, room: RoomName, seq: Seq) -> dict[Lang, str | None]:
    """What each translation was made of."""
    rows = db.execute(
        "SELECT lang, memo FROM translations WHERE room = ? AND seq = ?", (room, seq)
    ).fetchall()
    return {Lang(row["lang"]): row["memo"] for row in rows}
