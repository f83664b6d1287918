"""Makes rooms, and counts what happens in them."""

import secrets

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
    return _existing(db, name)


def next_at(db: Database, name: RoomName) -> At:
    """The number of a change to the room."""
    at = At(_existing(db, name).at + 1)
    db.execute("UPDATE rooms SET at = ? WHERE name = ?", (at, name))
    return at


def next_seq(db: Database, name: RoomName) -> Seq:
    """The place of a new message in the room."""
    seq = Seq(_existing(db, name).seq + 1)
    db.execute("UPDATE rooms SET seq = ? WHERE name = ?", (seq, name))
    return seq


def next_sent(db: Database, name: RoomName, now: Millis) -> Millis:
    """`now`, or the latest time that a message of this room bears: a clock may be set back."""
    (latest,) = db.execute("SELECT sent FROM rooms WHERE name = ?", (name,)).fetchone()
    sent = Millis(max(now, latest))
    db.execute("UPDATE rooms SET sent = ? WHERE name = ?", (sent, name))
    return sent


def _existing(db: Database, name: RoomName) -> RoomState:
    state = reads.room(db, name)
    if state is None:
        raise StoreError(f'there is no room "{name}"; open_room makes it')
    return state
