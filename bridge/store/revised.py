"""The rows of what curators made of the glossary, and when a change is refused."""

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Row

import msgspec
from sqlite_utils import Database

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Millis, UserId
from bridge.core.proposals import ProposalId
from bridge.core.revisions import SHIPPED, Change, Revision, RevisionNumber
from bridge.errors import StoreError
from bridge.ports.revisions import Overtaken
from bridge.store import audit, proposals

Written = tuple[Change, bytes | None, bytes | None]
"""A change, its entry, and the one of the files, as they lie in the table."""


def make(db: Database) -> None:
    """The table; part of a step of schema.py."""
    table = db.create_table(
        "revisions",
        {
            "number": int,
            "entry": str,
            "body": bytes,
            "shipped": bytes,
            "by": str,
            "by_name": str,
            "made": int,
            "why": str,
            "undoes": int,
        },
        pk="number",
        not_null={"entry", "by_name", "made", "why"},
        strict=True,
    )
    table.create_index(["entry", "number"])
    table.create_index(["by", "number"])


def written(changes: Iterable[tuple[Change, Entry | None]]) -> list[Written]:
    """Changes as they lie in the table."""
    return [(change, _body(change.entry), _body(shipped)) for change, shipped in changes]


def _body(entry: Entry | None) -> bytes | None:
    return None if entry is None else msgspec.json.encode(entry)


def revise(
    db: Database,
    changes: Sequence[Written],
    by: UserId | None,
    now: Millis,
    proposal: ProposalId | None,
) -> tuple[Sequence[RevisionNumber], str]:
    """The numbers of the new revisions, and who made them."""
    wanted = [change for change, _, _ in changes]
    _check_bases(db, wanted)
    first, name = newest(db) + 1, audit.name_of(db, by)
    numbers = [RevisionNumber(first + place) for place in range(len(changes))]
    db.conn.executemany(
        "INSERT INTO revisions (number, entry, body, shipped, by, by_name, made, why, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, change.id, body, shipped, by, name, now, change.why, change.undoes)
            for number, (change, body, shipped) in zip(numbers, changes, strict=True)
        ),
    )
    if proposal is not None:
        found = proposals.decidable(db, proposal, by, now)
        if found is None:
            raise StoreError(f"proposal {proposal} is not open any more; look at the queue again")
        proposals.approved(db, found, by, now, ", ".join(change.id for change in wanted))
    _record(db, wanted, by, now, proposal)
    return numbers, name


def history(db: Database, entry: EntryId) -> tuple[Revision, ...]:
    """All of one entry, oldest first."""
    return _select(db, "entry = ? ORDER BY number", (entry,))


def latest(db: Database) -> tuple[Revision, ...]:
    """The latest of every entry that was changed, by id."""
    newest_each = "number IN (SELECT max(number) FROM revisions GROUP BY entry) ORDER BY entry"
    return _select(db, newest_each, ())


def of_person(db: Database, by: UserId) -> tuple[Revision, ...]:
    """All that one person made, oldest first."""
    return _select(db, "by = ? ORDER BY number", (by,))


def newest(db: Database) -> RevisionNumber:
    """The highest number there is."""
    (number,) = db.execute("SELECT coalesce(max(number), 0) FROM revisions").fetchone()
    return RevisionNumber(number)


def _check_bases(db: Database, changes: Sequence[Change]) -> None:
    """Raises Overtaken for the first change whose entry is no longer as its maker saw it."""
    ids = json.dumps([change.id for change in changes])
    rows = db.execute(
        "SELECT entry, max(number) AS number FROM revisions"
        " WHERE entry IN (SELECT value FROM json_each(?)) GROUP BY entry",
        (ids,),
    )
    latest = {row["entry"]: row["number"] for row in rows}
    for change in changes:
        now_at = latest.get(change.id, SHIPPED)
        if now_at != change.base:
            if now_at == SHIPPED:
                raise StoreError(f"{change.id} has no revision {change.base}; look at it again")
            [there] = _select(db, "number = ?", (now_at,))
            raise Overtaken(there)


def _record(
    db: Database,
    changes: Sequence[Change],
    by: UserId | None,
    now: Millis,
    proposal: ProposalId | None,
) -> None:
    """One line a change, but one for all that came with a file."""
    if len(changes) > 1 and all(change.undoes is None for change in changes):
        audit.record(db, by, "import", f"{len(changes)} entries", now, detail=changes[0].why)
        return
    for change in changes:
        if change.undoes is not None:
            act = "entry-rollback"
        elif change.entry is None:
            act = "entry-remove"
        else:
            act = "entry-approve" if proposal is not None else "entry-edit"
        audit.record(db, by, act, change.id, now, detail=change.why)


def _select(db: Database, which: str, values: tuple[object, ...]) -> tuple[Revision, ...]:
    # `which` is one of the clauses above, never anybody's words.
    rows = db.execute(f"SELECT * FROM revisions WHERE {which}", values).fetchall()  # noqa: S608
    return tuple(_revision(row) for row in rows)


def _revision(row: Row) -> Revision:
    return Revision(
        RevisionNumber(row["number"]),
        EntryId(row["entry"]),
        _entry(row["body"]),
        _entry(row["shipped"]),
        row["by"],
        row["by_name"],
        Millis(row["made"]),
        row["why"],
        row["undoes"],
    )


def _entry(body: bytes | None) -> Entry | None:
    return None if body is None else msgspec.json.decode(body, type=Entry)
