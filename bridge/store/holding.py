"""Keeps what waits for a moderator before it is said."""

from sqlite3 import Row

import msgspec
from sqlite_utils import Database

from bridge.core.model import Millis, RoomName, Runs, Seq, User, UserId
from bridge.core.moderation import Held, HeldId, Utterance
from bridge.errors import StoreError
from bridge.store import ink
from bridge.store.audit import record
from bridge.store.rows import ink_of

MOST_WAITING = 1_000
_WAITING = "SELECT held.*, ink.body FROM held JOIN ink ON ink.id = held.words WHERE stand = 'held'"


def make(db: Database) -> None:
    """The table; part of a step of schema.py."""
    db.create_table(
        "held",
        {
            **{"id": int, "room": str, "author": str, "author_name": str, "client_id": str},
            **{"lang": str, "words": int, "reply_to": int, "seq": int, "made": int, "stand": str},
        },
        pk="id",
        foreign_keys=[("room", "rooms", "name"), ("words", "ink", "id")],
        not_null={"room", "author", "author_name", "client_id", "lang", "words", "made", "stand"},
        strict=True,
    ).create_index(["author", "client_id"], unique=True)
    db.execute("CREATE INDEX held_waiting ON held (id) WHERE stand = 'held'")


def hold(db: Database, said: Utterance, now: Millis) -> bool:
    """See `rulings.Rulings`, here and below."""
    known = db.execute(
        "SELECT stand FROM held WHERE author = ? AND client_id = ?",
        (said.author.id, said.client_id),
    ).fetchone()
    if known is not None:
        return bool(known["stand"] == "held")
    if said.seq is not None:
        forget(db, said.room, said.seq)
    (waiting,) = db.execute("SELECT count(*) FROM held WHERE stand = 'held'").fetchone()
    if waiting >= MOST_WAITING:
        raise StoreError(f"{MOST_WAITING:,} messages wait already; the moderators must catch up")
    db.execute(
        "INSERT INTO held (room, author, author_name, client_id, lang, words, reply_to, seq, made,"
        " stand) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'held')",
        (
            *(said.room, said.author.id, said.author.name, said.client_id, said.lang),
            *(ink.write(db, ink_of(said.runs)), said.reply_to, said.seq, now),
        ),
    )
    return True


def waiting(db: Database) -> tuple[Held, ...]:
    """Oldest first."""
    return tuple(_held_of(row) for row in db.execute(_WAITING + " ORDER BY held.id").fetchall())


def one(db: Database, held: HeldId) -> Held | None:
    """By its number."""
    row = db.execute(_WAITING + " AND held.id = ?", (held,)).fetchone()
    return None if row is None else _held_of(row)


def decide(db: Database, held: HeldId, release: bool, reason: str, by: UserId, now: Millis) -> bool:
    """The words are blotted out here: what is released lies with the messages."""
    found = one(db, held)
    if found is None:
        return False
    _close(db, held, "released" if release else "declined")
    act = "hold-release" if release else "hold-decline"
    said = found.utterance
    record(db, by, act, said.author.id, now, said.room, reason)
    return True


def forget(db: Database, room: RoomName, seq: Seq) -> None:
    """Other words for a message that has others now, or none."""
    rows = db.execute(
        "SELECT id FROM held WHERE room = ? AND seq = ? AND stand = 'held'", (room, seq)
    ).fetchall()
    for (held,) in rows:
        _close(db, held, "declined")


def _close(db: Database, held: HeldId, stand: str) -> None:
    ink.blot(db, db.execute("SELECT words FROM held WHERE id = ?", (held,)).fetchone())
    db.execute("UPDATE held SET stand = ? WHERE id = ?", (stand, held))


def _held_of(row: Row) -> Held:
    said = Utterance(
        row["room"],
        User(UserId(row["author"]), row["author_name"]),
        row["client_id"],
        row["lang"],
        msgspec.json.decode(row["body"], type=Runs),
        row["reply_to"],
        row["seq"],
    )
    return Held(HeldId(row["id"]), row["made"], said)
