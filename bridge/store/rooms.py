"""Makes rooms, and counts what happens in them."""

import secrets
from sqlite3 import Row
from typing import cast

from sqlite_utils import Database

from bridge.core.model import At, Millis, RoomName, RoomState, Seq
from bridge.errors import StoreError
from bridge.store import reads


def make(db: Database, name: RoomName, now: Millis) -> RoomState:
    """The room, made if there is none. Its `epoch` is random: no two databases share one."""
    db.execute(
        "INSERT INTO rooms (name, title, epoch, at, seq, sent, made) VALUES (?, ?, ?, 0, 0, 0, ?)"
        " ON CONFLICT DO NOTHING",
        (name, name, secrets.token_hex(8), now),
    )
    state = reads.room(db, name)
    assert state is not None  # made above, in this transaction
    return state


def next_at(db: Database, name: RoomName) -> At:
    """The number of a change to the room."""
    at = At(_counters(db, name)["at"] + 1)
    db.execute("UPDATE rooms SET at = ? WHERE name = ?", (at, name))
    return at


def next_message(db: Database, name: RoomName, now: Millis) -> tuple[At, Seq, Millis]:
    """Number, place and time of a new message. The time is `now`, or that of the message before
    when it is later: a clock may be set back."""
    last = _counters(db, name)
    at, seq, sent = At(last["at"] + 1), Seq(last["seq"] + 1), Millis(max(now, last["sent"]))
    db.execute("UPDATE rooms SET at = ?, seq = ?, sent = ? WHERE name = ?", (at, seq, sent, name))
    return at, seq, sent


def _counters(db: Database, name: RoomName) -> Row:
    row = db.execute("SELECT at, seq, sent FROM rooms WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise StoreError(f'there is no room "{name}"; open_room makes it')
    return cast(Row, row)
