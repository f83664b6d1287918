"""Keeps reports of messages."""

from sqlite3 import Row

from sqlite_utils import Database

from bridge.core.model import Millis, RoomName, RoomState, Seq, User, UserId, plain
from bridge.core.moderation import Complaint, Evidence, ReportId
from bridge.errors import StoreError
from bridge.store import ink, reads
from bridge.store.audit import record
from bridge.store.rows import room_of

MOST_OPEN = 10_000
_STATES = (
    "SELECT reports.*, ink.body, reporters.name AS by_name, resolvers.name AS resolver_name"
    " FROM reports JOIN ink ON ink.id = reports.words"
    " LEFT JOIN users AS reporters ON reporters.id = reports.by"
    " LEFT JOIN users AS resolvers ON resolvers.id = reports.resolver"
)


def make(db: Database) -> None:
    """The table; part of a step of schema.py."""
    db.create_table(
        "reports",
        {
            **{"id": int, "room": str, "seq": int, "rev": int, "by": str, "made": int},
            **{"words": int, "resolver": str, "resolution": str},
        },
        pk="id",
        foreign_keys=[(("room", "seq"), "messages", ("room", "seq")), ("words", "ink", "id")],
        not_null={"room", "seq", "rev", "by", "made", "words"},
        strict=True,
    ).create_index(["room", "seq", "by"], unique=True)
    db.execute("CREATE INDEX reports_open ON reports (id) WHERE resolution IS NULL")


def add(db: Database, room: RoomName, seq: Seq, by: UserId, reason: str, now: Millis) -> bool:
    """See `rulings.Rulings`, here and below."""
    message = reads.message(db, room, seq)
    if message is None or message.deleted:
        return False
    known = "SELECT 1 FROM reports WHERE room = ? AND seq = ? AND by = ?"
    if db.execute(known, (room, seq, by)).fetchone() is not None:
        return True
    (waiting,) = db.execute("SELECT count(*) FROM reports WHERE resolution IS NULL").fetchone()
    if waiting >= MOST_OPEN:
        raise StoreError(f"{MOST_OPEN:,} reports wait already; the moderators have to catch up")
    db.execute(
        "INSERT INTO reports (room, seq, rev, by, made, words) VALUES (?, ?, ?, ?, ?, ?)",
        (room, seq, message.rev, by, now, ink.write(db, reason.encode())),
    )
    return True


def standing(
    db: Database, is_open: bool, room: RoomName | None, limit: int
) -> tuple[Complaint, ...]:
    """With their evidence as it is now."""
    there = " AND reports.room = coalesce(?, reports.room)"
    which = f" WHERE resolution IS NULL{there} ORDER BY reports.id LIMIT ?"
    if not is_open:
        which = f" WHERE resolution IS NOT NULL{there} ORDER BY reports.id DESC LIMIT ?"
    rows = db.execute(_STATES + which, (room, limit)).fetchall()
    return tuple(_complaint_of(db, row) for row in rows)


def rooms(db: Database) -> tuple[tuple[RoomState, int], ...]:
    """Every room, and how many reports wait there."""
    rows = db.execute(
        "SELECT rooms.*, (SELECT count(*) FROM reports WHERE reports.room = rooms.name"
        " AND resolution IS NULL) AS waiting FROM rooms ORDER BY made, name"
    )
    return tuple((room_of(row), row["waiting"]) for row in rows.fetchall())


def one(db: Database, report: ReportId) -> Complaint | None:
    """By its number."""
    row = db.execute(_STATES + " WHERE reports.id = ?", (report,)).fetchone()
    return None if row is None else _complaint_of(db, row)


def resolve(db: Database, report: ReportId, resolution: str, by: UserId, now: Millis) -> bool:
    """Close it."""
    found = one(db, report)
    if found is None or found.resolution is not None:
        return False
    db.execute(
        "UPDATE reports SET resolver = ?, resolution = ? WHERE id = ?", (by, resolution, report)
    )
    record(db, by, "report-resolve", f"{found.room}/{found.seq}", now, found.room, resolution)
    return True


def _complaint_of(db: Database, row: Row) -> Complaint:
    message = reads.message(db, row["room"], row["seq"])
    evidence = None
    if message is not None and not message.deleted:
        author = User(message.author, message.author_name)
        evidence = Evidence(plain(message.runs), author, message.rev != row["rev"])
    resolver = row["resolver"]
    return Complaint(
        ReportId(row["id"]),
        row["room"],
        row["seq"],
        User(row["by"], row["by_name"] or row["by"]),
        row["made"],
        row["body"].decode(),
        evidence,
        None if resolver is None else User(resolver, row["resolver_name"] or resolver),
        row["resolution"],
    )
