"""Adds and drops translations."""

from sqlite_utils import Database

from bridge.core.model import Lang, Rendering, Rev, RoomName, Seq, Translation
from bridge.store import ink, reads, rooms
from bridge.store.rows import Rendered, ink_of


def add(
    db: Database,
    room: RoomName,
    seq: Seq,
    rev: int,
    lang: Lang,
    rendering: Rendering,
    memo: str | None,
) -> Translation | None:
    """See `ports.Store.add_translation`."""
    message = reads.message(db, room, seq)
    if message is None or message.deleted or message.rev != rev:
        return None
    _blot(db, room, seq, lang)
    words = Rendered(rendering.runs, rendering.reasons, rendering.words)
    translation = Translation(room, rooms.next_at(db, room), seq, Rev(rev), lang, rendering)
    db.execute(
        "INSERT INTO translations (room, seq, lang, at, rev, words, status, by, engine, memo)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (room, seq, lang) DO UPDATE SET at = excluded.at, words = excluded.words,"
        " status = excluded.status, by = excluded.by, engine = excluded.engine,"
        " memo = excluded.memo",
        (
            *(room, seq, lang, translation.at, rev, ink.write(db, ink_of(words))),
            *(rendering.status, rendering.by, rendering.engine, memo),
        ),
    )
    return translation


def drop(db: Database, room: RoomName, seq: Seq) -> None:
    """Every translation of a message; the words are blotted out."""
    _blot(db, room, seq, None)
    db.execute("DELETE FROM translations WHERE room = ? AND seq = ?", (room, seq))


def drop_one(db: Database, room: RoomName, seq: Seq, rev: int, lang: Lang) -> None:
    """One translation of this revision."""
    message = reads.message(db, room, seq)
    if message is not None and message.rev == rev:
        _blot(db, room, seq, lang)
        db.execute(
            "DELETE FROM translations WHERE room = ? AND seq = ? AND lang = ?", (room, seq, lang)
        )


def _blot(db: Database, room: RoomName, seq: Seq, lang: Lang | None) -> None:
    found = db.execute(
        "SELECT words FROM translations WHERE room = ? AND seq = ? AND lang = coalesce(?, lang)",
        (room, seq, lang),
    )
    ink.blot(db, [words for (words,) in found])
