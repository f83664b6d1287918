"""Keeps the audit log."""

from sqlite_utils import Database

from bridge.core.audit import Line
from bridge.core.model import Millis, RoomName, UserId


def make(db: Database) -> None:
    """The table; a step of schema.py."""
    db.create_table(
        "audit",
        {
            "id": int,
            "made": int,
            "by": str,
            "by_name": str,
            "act": str,
            "target": str,
            "room": str,
            "detail": str,
        },
        pk="id",
        not_null={"made", "by_name", "act", "target", "detail"},
        strict=True,
    ).create_index(["by", "id"])


def record(
    db: Database,
    by: UserId | None,
    act: str,
    target: str,
    now: Millis,
    room: RoomName | None = None,
    detail: str = "",
) -> None:
    """Add a line, in the transaction of the act itself. `by` None: the command line."""
    db.execute(
        "INSERT INTO audit (made, by, by_name, act, target, room, detail)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now, by, name_of(db, by), act, target, room, detail),
    )


def name_of(db: Database, by: UserId | None) -> str:
    """Who that is, in words."""
    if by is None:
        return "command line"
    row = db.execute("SELECT name FROM users WHERE id = ?", (by,)).fetchone()
    return row["name"] if row else by


def lines(
    db: Database,
    before: int | None,
    limit: int,
    by: UserId | None,
    act: str | None,
    room: RoomName | None,
) -> tuple[Line, ...]:
    """See `audit.Audit.lines`."""
    rows = db.execute(
        "SELECT * FROM audit WHERE id < coalesce(:before, id + 1)"
        " AND (:by IS NULL OR by = :by) AND (:room IS NULL OR room = :room)"
        " AND (:act IS NULL OR substr(act, 1, length(:act)) = :act)"
        " ORDER BY id DESC LIMIT :limit",
        {"before": before, "by": by, "act": act, "room": room, "limit": limit},
    ).fetchall()
    names = ("id", "made", "by", "by_name", "act", "target", "room", "detail")
    return tuple(Line(*(row[name] for name in names)) for row in rows)
