"""Keeps proposals, and the lines that curators approved."""

import msgspec
from sqlite_utils import Database

from bridge.core.model import By, Lang, Millis, RoomName, Seq, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction, Proposal, ProposalId, Stand
from bridge.errors import StoreError
from bridge.store import ink, reads

MOST_OPEN = 10_000
"""A flood of proposals fills neither the disk nor the curators' morning."""


def propose(
    db: Database, room: RoomName, seq: Seq, by: UserId, correction: Correction, now: Millis
) -> None:
    """See `desk.Desk`, here and below."""
    message = reads.message(db, room, seq)
    if message is None or message.deleted:
        raise StoreError(f"there is no message {seq} in {room}, or it was deleted")
    ours = [each for each in _select(db, "room = ? AND seq = ?", (room, seq)) if each.by == by]
    if any(each.correction == correction for each in ours):
        return
    (waiting,) = db.execute("SELECT count(*) FROM proposals WHERE stand = 'open'").fetchone()
    if waiting >= MOST_OPEN:
        raise StoreError(f"{MOST_OPEN:,} proposals wait already; the curators have to catch up")
    db.execute(
        "INSERT INTO proposals (room, seq, by, made, stand, words) VALUES (?, ?, ?, ?, 'open', ?)",
        (room, seq, by, now, ink.write(db, msgspec.json.encode(correction))),
    )


def standing(db: Database, stand: Stand) -> tuple[Proposal, ...]:
    """All that have come this far, oldest first."""
    return _select(db, "stand = ?", (stand,))


def approve(
    db: Database,
    proposal: ProposalId,
    reviewer: str,
    better: str | None,
    everywhere: bool,
    now: Millis,
) -> Phrase | None:
    """The line that came of it."""
    found = _open(db, proposal)
    if found is None:
        return None
    correction = found.correction
    phrase = Phrase(
        correction.source_lang,
        correction.target_lang,
        correction.source,
        better or correction.better,
        By.PERSON,
        None if everywhere else found.room,
    )
    db.execute(
        "INSERT INTO corrections (source_lang, target_lang, source, target, room, proposal)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            *(phrase.source_lang, phrase.target_lang, phrase.source, phrase.target),
            *(phrase.room, proposal),
        ),
    )
    _close(db, proposal, Stand.APPROVED, reviewer, None, now)
    return phrase


def decline(db: Database, proposal: ProposalId, reviewer: str, reason: str, now: Millis) -> bool:
    """Whether there was such an open proposal."""
    if _open(db, proposal) is None:
        return False
    _close(db, proposal, Stand.DECLINED, reviewer, reason, now)
    return True


def corrections(db: Database) -> tuple[Phrase, ...]:
    """Every approved line."""
    rows = db.execute("SELECT * FROM corrections ORDER BY id").fetchall()
    return tuple(
        Phrase(
            Lang(row["source_lang"]),
            Lang(row["target_lang"]),
            row["source"],
            row["target"],
            By.PERSON,
            row["room"],
        )
        for row in rows
    )


def corrections_made(db: Database) -> int:
    """The number of the newest."""
    (newest,) = db.execute("SELECT coalesce(max(id), 0) FROM corrections").fetchone()
    return int(newest)


def forget(db: Database, room: RoomName, seq: Seq) -> None:
    """The words of every proposal about a message whose words are gone."""
    which = "room = ? AND seq = ?"
    rows = db.execute(f"SELECT words FROM proposals WHERE {which}", (room, seq))  # noqa: S608
    ink.blot(db, [words for (words,) in rows])
    db.execute(f"DELETE FROM proposals WHERE {which}", (room, seq))  # noqa: S608


def _open(db: Database, proposal: ProposalId) -> Proposal | None:
    return next(iter(_select(db, "proposals.id = ? AND stand = 'open'", (proposal,))), None)


def _close(
    db: Database,
    proposal: ProposalId,
    stand: Stand,
    reviewer: str,
    reason: str | None,
    now: Millis,
) -> None:
    db.execute(
        "UPDATE proposals SET stand = ?, reviewer = ?, reason = ?, reviewed = ? WHERE id = ?",
        (stand, reviewer, reason, now, proposal),
    )


def _select(db: Database, which: str, values: tuple[object, ...]) -> tuple[Proposal, ...]:
    # `which` is one of the clauses above, never anybody's words.
    rows = db.execute(
        "SELECT proposals.*, ink.body FROM proposals JOIN ink ON ink.id = proposals.words"  # noqa: S608
        f" WHERE {which} ORDER BY proposals.id",
        values,
    ).fetchall()
    return tuple(
        Proposal(
            ProposalId(row["id"]),
            RoomName(row["room"]),
            Seq(row["seq"]),
            UserId(row["by"]),
            Millis(row["made"]),
            msgspec.json.decode(row["body"], type=Correction),
            Stand(row["stand"]),
            row["reviewer"],
            row["reason"],
        )
        for row in rows
    )
