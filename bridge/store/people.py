"""Remembers who there is, and how far they have read."""

from sqlite_utils import Database

from bridge.core.model import Millis, RoomName, Seq, User, UserId
from bridge.store.rows import user_of


def add(db: Database, user: User, token_hash: str, now: Millis) -> None:
    """See `ports.Store.add_user`."""
    db.execute(
        "INSERT INTO users (id, name, role, made) VALUES (?, ?, ?, ?)",
        (user.id, user.name, user.role, now),
    )
    db.execute("INSERT INTO tokens (hash, user) VALUES (?, ?)", (token_hash, user.id))


def by_token(db: Database, token_hash: str, now: Millis) -> User | None:
    """Who holds the token, if it has not ended."""
    row = db.execute(
        "SELECT users.* FROM tokens JOIN users ON users.id = tokens.user"
        " WHERE hash = ? AND coalesce(until > ?, 1)",
        (token_hash, now),
    ).fetchone()
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
