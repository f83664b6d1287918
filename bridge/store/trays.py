"""Reads proposals: one, those about a message, a curator's tray of them."""

from sqlite3 import Row

import msgspec
from sqlite_utils import Database

from bridge.core.model import Millis, RoomName, Seq, UserId
from bridge.core.proposals import (
    Choice,
    Claim,
    Correction,
    Dispute,
    Kind,
    Matter,
    Note,
    Proposal,
    ProposalId,
    Stand,
    Tray,
)

_STATES = (
    "SELECT proposals.*, ink.body, people.name AS by_name, claimers.name AS claimer"
    " FROM proposals JOIN ink ON ink.id = proposals.words AND proposals.stand <> 'gone'"
    " LEFT JOIN users AS people ON people.id = proposals.by"
    " LEFT JOIN users AS claimers ON claimers.id = proposals.claimed_by"
)
_MATTERS: dict[Kind, type[Matter]] = {
    Kind.TRANSLATION: Correction,
    Kind.NOTE: Note,
    Kind.DISPUTE: Dispute,
}
_FIELD = (
    " (:lang IS NULL OR :lang IN (proposals.lang, proposals.readers))"
    " AND (:room IS NULL OR proposals.room = :room)"
)
_CHOSEN = (
    " (:stand IS NULL OR stand = :stand) AND (:kind IS NULL OR kind = :kind)"
    " AND (:claimed_by IS NULL OR (claimed_by = :claimed_by AND claimed_until > :now))"
    " AND (NOT :free OR claimed_by IS NULL OR claimed_by = :viewer OR claimed_until <= :now)"
)
# The two orders there are; none is made of what somebody asked for.
_OLDEST = " AND proposals.id > coalesce(:beyond, 0) ORDER BY proposals.id LIMIT :limit + 1"
_NEWEST = (
    " AND proposals.id < coalesce(:beyond, proposals.id + 1)"
    " ORDER BY proposals.id DESC LIMIT :limit + 1"
)


def one(db: Database, proposal: ProposalId, now: Millis) -> Proposal | None:
    """See `desk.Desk`, here and below."""
    row = db.execute(f"{_STATES} WHERE proposals.id = ?", (proposal,)).fetchone()
    return None if row is None else _proposal(row, now)


def standing(db: Database, stand: Stand) -> tuple[Proposal, ...]:
    """All that have come this far, oldest first."""
    rows = db.execute(f"{_STATES} WHERE stand = ? ORDER BY proposals.id", (stand,)).fetchall()
    return tuple(_proposal(row, None) for row in rows)


def about(db: Database, room: RoomName, seq: Seq) -> tuple[Proposal, ...]:
    """All about one message."""
    rows = db.execute(f"{_STATES} WHERE room = ? AND seq = ?", (room, seq)).fetchall()
    return tuple(_proposal(row, None) for row in rows)


def tray(db: Database, choice: Choice, now: Millis) -> Tray:
    """One page, and the counts."""
    wanted = msgspec.to_builtins(choice) | {"now": now}
    order = _NEWEST if choice.newest_first else _OLDEST
    rows = db.execute(f"{_STATES} WHERE{_FIELD} AND{_CHOSEN}{order}", wanted).fetchall()
    counts = db.execute(
        f"SELECT kind, count(*) AS open FROM proposals WHERE stand = 'open' AND{_FIELD}"  # noqa: S608
        " GROUP BY kind",
        wanted,
    ).fetchall()
    found = {Kind(row["kind"]): row["open"] for row in counts}
    return Tray(
        tuple(_proposal(row, now) for row in rows[: choice.limit]),
        tuple((kind, found.get(kind, 0)) for kind in Kind),
        len(rows) > choice.limit,
    )


def _proposal(row: Row, now: Millis | None) -> Proposal:
    """Without `now`, without a claim."""
    return Proposal(
        id=ProposalId(row["id"]),
        room=RoomName(row["room"]),
        seq=Seq(row["seq"]),
        by=UserId(row["by"]),
        made=Millis(row["made"]),
        matter=msgspec.json.decode(row["body"], type=_MATTERS[Kind(row["kind"])]),
        stand=Stand(row["stand"]),
        by_name=row["by_name"] or row["by"],
        claim=_claim(row, now) if now is not None else None,
        reviewer=row["reviewer"],
        reason=row["reason"],
    )


def _claim(row: Row, now: Millis) -> Claim | None:
    if row["claimed_by"] is None or row["claimed_until"] <= now:
        return None
    name = row["claimer"] or row["claimed_by"]
    return Claim(UserId(row["claimed_by"]), name, Millis(row["claimed_until"]))
