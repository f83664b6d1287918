"""Remembers who there is, and how far they have read."""

from sqlite_utils import Database

from bridge.core.model import Millis, RoomName, Seq, User, UserId
from bridge.store.rows import user_of


def add(db: Database, user: User, token_hash: str, now: Millis) -> None:
    """See `ports.Store.add_user`."""
    db.execute(
        "INSERT INTO users (id, name, role, token_hash, made) VALUES (?, ?, ?, ?, ?)",
        (user.id, user.name, user.role, token_hash, now),
    )


def by_token(db: Database, token_hash: str) -> User | None:
    """Who holds the token."""
    row = db.execute("SELECT * FROM users WHERE token_hash = ?", (token_hash,)).fetchone()
    return None if row is None else user_of(row)


def rename(db: Database, user: UserId, name: str) -> None:
    """What they said before keeps the name it was said under."""
    db.execute("UPDATE users SET name = ? WHERE id = ?", (name, user))


def read_up_to(db: Database, room: RoomName, user: UserId, seq: Seq) -> None:
    """Move the position, forward only, and not past the newest message."""
    db.execute(
        "INSERT INTO positions (room, user, seq)"
        " SELECT name, ?, min(?, seq) FROM rooms WHERE name = ?"
        " ON CONFLICT (room, user) DO UPDATE SET seq = max(seq, excluded.seq)",
        (user, seq, room),
    )


def read_position(db: Database, room: RoomName, user: UserId) -> Seq:
    """0 when they never read here."""
    row = db.execute(
        "SELECT seq FROM positions WHERE room = ? AND user = ?", (room, user)
    ).fetchone()
    return Seq(0 if row is None else row["seq"])
