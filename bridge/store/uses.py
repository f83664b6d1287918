"""Keeps a number for each entry and kind of use."""

from sqlite_utils import Database

from bridge.core.model import EntryId
from bridge.ports.usage import USES, Counts, Use, Used


def make(db: Database) -> None:
    """The table; part of a step of schema.py."""
    db.create_table(
        "uses",
        {"entry": str} | dict.fromkeys(USES, int),
        pk="entry",
        not_null=set(USES),
        defaults=dict.fromkeys(USES, 0),
        strict=True,
    )


def count(db: Database, counts: Counts) -> None:
    """See `usage.Usage`, here and below."""
    for (entry, use), number in counts.items():
        assert use in USES  # a column's name, never anybody's words
        db.execute(
            f"INSERT INTO uses (entry, {use}) VALUES (?, ?)"  # noqa: S608
            f" ON CONFLICT (entry) DO UPDATE SET {use} = {use} + excluded.{use}",
            (entry, number),
        )


def most(db: Database, sort: Use, limit: int) -> tuple[Used, ...]:
    """The most used first."""
    assert sort in USES  # as above
    rows = db.execute(
        f"SELECT * FROM uses ORDER BY {sort} DESC, entry LIMIT ?",  # noqa: S608
        (limit,),
    ).fetchall()
    return tuple(Used(EntryId(row["entry"]), *(row[use] for use in USES)) for row in rows)
