"""Keeps proposals: put down, claimed, decided, forgotten."""

import msgspec
from sqlite_utils import Database

from bridge.core.model import Lang, Millis, RoomName, Seq, UserId
from bridge.core.proposals import (
    Claim,
    Correction,
    Dispute,
    Matter,
    Note,
    Proposal,
    ProposalId,
    Stand,
    kind_of,
)
from bridge.errors import StoreError
from bridge.ports.desk import CLAIM_MS, Claimed, OwnProposal
from bridge.store import audit, ink, reads, trays

MOST_OPEN = 10_000
"""A flood of proposals fills neither the disk nor the curators' morning."""


def extend(db: Database) -> None:
    """Kinds, languages and claims; part of a step of schema.py."""
    # Whatever was proposed before was a better translation.
    db.execute("ALTER TABLE proposals ADD COLUMN kind TEXT NOT NULL DEFAULT 'translation'")
    for column in ("lang TEXT", "readers TEXT", "claimed_by TEXT", "claimed_until INTEGER"):
        db.execute(f"ALTER TABLE proposals ADD COLUMN {column}")
    for row in db.execute("SELECT id, words FROM proposals").fetchall():
        (body,) = db.execute("SELECT body FROM ink WHERE id = ?", (row[1],)).fetchone()
        lang, readers = _langs(msgspec.json.decode(body, type=Correction))
        db.execute(
            "UPDATE proposals SET lang = ?, readers = ? WHERE id = ?", (lang, readers, row[0])
        )


def propose(
    db: Database, room: RoomName, seq: Seq, by: UserId, matter: Matter, now: Millis
) -> ProposalId:
    """See `desk.Desk`, here and below."""
    message = reads.message(db, room, seq)
    if message is None or message.deleted:
        raise StoreError(f"there is no message {seq} in {room}, or it was deleted")
    for each in trays.about(db, room, seq):
        if (each.by, each.matter) == (by, matter):
            return each.id
    (waiting,) = db.execute("SELECT count(*) FROM proposals WHERE stand = 'open'").fetchone()
    if waiting >= MOST_OPEN:
        raise StoreError(f"{MOST_OPEN:,} proposals wait already; the curators have to catch up")
    lang, readers = _langs(matter)
    row = db.execute(
        "INSERT INTO proposals (room, seq, by, made, stand, words, kind, lang, readers)"
        " VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?)",
        (
            *(room, seq, by, now, ink.write(db, msgspec.json.encode(matter))),
            *(kind_of(matter), lang, readers),
        ),
    ).lastrowid
    assert row is not None  # SQLite gives one for every insert
    return ProposalId(row)


def claim(db: Database, proposal: ProposalId, by: UserId, now: Millis) -> Claim | None:
    """The claim, new or renewed."""
    found = _open(db, proposal, now)
    if found is None:
        return None
    _check_claim(found, by)
    until = Millis(now + CLAIM_MS)
    db.execute(
        "UPDATE proposals SET claimed_by = ?, claimed_until = ? WHERE id = ?", (by, until, proposal)
    )
    claimed = _open(db, proposal, now)
    return claimed.claim if claimed else None


def release(db: Database, proposal: ProposalId, by: UserId) -> None:
    """Nobody's claim but theirs."""
    db.execute(
        "UPDATE proposals SET claimed_by = NULL, claimed_until = NULL"
        " WHERE id = ? AND claimed_by = ?",
        (proposal, by),
    )


def decline(
    db: Database, proposal: ProposalId, by: UserId | None, reason: str, now: Millis
) -> bool:
    """Whether there was such an open proposal."""
    found = decidable(db, proposal, by, now)
    if found is None:
        return False
    _close(db, found, Stand.DECLINED, by, reason, now)
    audit.record(db, by, "proposal-decline", str(proposal), now, found.room, reason)
    return True


def decidable(
    db: Database, proposal: ProposalId, by: UserId | None, now: Millis
) -> Proposal | None:
    """The open proposal, if this person may decide on it. Raises Claimed, OwnProposal."""
    found = _open(db, proposal, now)
    if found is None or by is None:
        return found
    if found.by == by:
        raise OwnProposal
    _check_claim(found, by)
    return found


def approved(db: Database, proposal: Proposal, by: UserId | None, now: Millis, what: str) -> None:
    """It is done; `what` came of it."""
    _close(db, proposal, Stand.APPROVED, by, None, now)
    audit.record(db, by, "proposal-approve", str(proposal.id), now, proposal.room, what)


def forget(db: Database, room: RoomName, seq: Seq) -> None:
    """The words of every proposal about a message whose words are gone."""
    which = "room = ? AND seq = ?"
    rows = db.execute(f"SELECT words FROM proposals WHERE {which}", (room, seq))  # noqa: S608
    ink.blot(db, [words for (words,) in rows])
    # The row stays as a tombstone: its number must not come to mean another proposal.
    db.execute(
        f"UPDATE proposals SET stand = 'gone', reason = NULL WHERE {which}",  # noqa: S608
        (room, seq),
    )


def _open(db: Database, proposal: ProposalId, now: Millis) -> Proposal | None:
    found = trays.one(db, proposal, now)
    return found if found is not None and found.stand is Stand.OPEN else None


def _check_claim(proposal: Proposal, by: UserId) -> None:
    if proposal.claim is not None and proposal.claim.by != by:
        raise Claimed(proposal.claim)


def _close(
    db: Database,
    proposal: Proposal,
    stand: Stand,
    by: UserId | None,
    reason: str | None,
    now: Millis,
) -> None:
    db.execute(
        "UPDATE proposals SET stand = ?, reviewer = ?, reason = ?, reviewed = ?,"
        " claimed_by = NULL, claimed_until = NULL WHERE id = ?",
        (stand, audit.name_of(db, by), reason, now, proposal.id),
    )


def _langs(matter: Matter) -> tuple[Lang, Lang | None]:
    """The language of the words, and of those whom they are to reach."""
    match matter:
        case Correction():
            return matter.source_lang, matter.target_lang
        case Note():
            return matter.lang, matter.readers
        case Dispute():
            return Lang(matter.entry.partition("/")[0]), None
