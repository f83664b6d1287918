"""Keeps accounts and their roles."""

from sqlite3 import Row

from sqlite_utils import Database

from bridge.core.accounts import Account
from bridge.core.model import Millis, Role, RoomName, UserId
from bridge.core.roles import highest
from bridge.core.skeleton import skeleton
from bridge.ports.accounts import NameTaken
from bridge.store import audit, sanctions


def make(db: Database) -> None:
    """Accounts, and what they may do in single rooms; a step of schema.py."""
    db.create_table(
        "accounts",
        {"user": str, "skeleton": str, "password": str, "seen": int},
        pk="user",
        foreign_keys=[("user", "users", "id")],
        not_null={"skeleton"},
        strict=True,
    ).create_index(["skeleton"], unique=True)
    db.create_table(
        "grants",
        {"user": str, "room": str, "role": str},
        pk=("user", "room"),
        foreign_keys=[("user", "accounts", "user")],
        not_null={"role"},
        strict=True,
    )
    db.create_view(
        "account_states",
        "SELECT users.id, users.name, users.role, users.made, accounts.skeleton,"
        " accounts.password, accounts.seen FROM accounts JOIN users ON users.id = accounts.user",
    )


def role(db: Database, user: UserId, room: RoomName | None) -> Role:
    """See `accounts.Accounts`, here and below."""
    rows = db.execute(
        "SELECT role FROM users WHERE id = ?"
        " UNION ALL SELECT role FROM grants WHERE user = ? AND room = ?",
        (user, user, room),
    )
    return highest(Role(row["role"]) for row in rows)


def account(db: Database, user: UserId) -> Account | None:
    row = db.execute("SELECT * FROM account_states WHERE id = ?", (user,)).fetchone()
    return None if row is None else _account_of(db, row)


def accounts(db: Database) -> tuple[Account, ...]:
    rows = db.execute("SELECT * FROM account_states ORDER BY name").fetchall()
    return tuple(_account_of(db, row) for row in rows)


def holder(db: Database, name: str) -> Account | None:
    row = db.execute(
        "SELECT * FROM account_states WHERE skeleton = ?", (skeleton(name),)
    ).fetchone()
    return None if row is None else _account_of(db, row)


def add(db: Database, new: Account, by: UserId | None) -> None:
    there = holder(db, new.name)
    if there is not None:
        raise NameTaken(new.name, there.name)
    db.execute(
        "INSERT INTO users (id, name, role, made) VALUES (?, ?, ?, ?)",
        (new.id, new.name, new.role, new.made),
    )
    db.execute("INSERT INTO accounts (user, skeleton) VALUES (?, ?)", (new.id, skeleton(new.name)))
    audit.record(db, by, "account-add", new.name, new.made, detail=new.role)
    for room, there_role in new.rooms.items():
        grant(db, new.id, there_role, room, by, new.made)


def grant(
    db: Database, user: UserId, new: Role, room: RoomName | None, by: UserId | None, now: Millis
) -> bool:
    before = account(db, user)
    if before is None:
        return False
    if room is None:
        had = before.role
        db.execute("UPDATE users SET role = ? WHERE id = ?", (new, user))
    else:
        had = before.rooms.get(room, Role.MEMBER)
        _grant_in_room(db, user, new, room)
    if had != new:
        sanctions.grow(db)
        audit.record(db, by, "role-grant", before.name, now, room, f"{had} → {new}")
    return True


def remove(db: Database, user: UserId, by: UserId | None, now: Millis) -> bool:
    there = account(db, user)
    if there is None:
        return False
    # The person stays, with no powers and no way in: messages and the log refer to them.
    db.execute("UPDATE users SET role = ? WHERE id = ?", (Role.GUEST, user))
    db.execute("DELETE FROM tokens WHERE user = ?", (user,))
    db.execute("DELETE FROM sessions WHERE user = ?", (user,))
    db.execute("DELETE FROM links WHERE user = ?", (user,))
    db.execute("DELETE FROM grants WHERE user = ?", (user,))
    db.execute("DELETE FROM accounts WHERE user = ?", (user,))
    sanctions.grow(db)
    audit.record(db, by, "account-remove", there.name, now)
    return True


def _grant_in_room(db: Database, user: UserId, new: Role, room: RoomName) -> None:
    if new is Role.MEMBER:
        db.execute("DELETE FROM grants WHERE user = ? AND room = ?", (user, room))
    else:
        db.execute(
            "INSERT OR REPLACE INTO grants (user, room, role) VALUES (?, ?, ?)", (user, room, new)
        )


def _account_of(db: Database, row: Row) -> Account:
    rows = db.execute("SELECT room, role FROM grants WHERE user = ? ORDER BY room", (row["id"],))
    rooms = {RoomName(each["room"]): Role(each["role"]) for each in rows}
    return Account(
        row["id"],
        row["name"],
        Role(row["role"]),
        row["made"],
        rooms,
        row["password"] is not None,
        row["seen"],
    )
