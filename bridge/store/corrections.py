"""Keeps the lines of the phrasebook that curators approved."""

from sqlite_utils import Database

from bridge.core.model import By, Lang, Millis, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction, ProposalId
from bridge.errors import StoreError
from bridge.store import proposals


def approve(
    db: Database,
    proposal: ProposalId,
    by: UserId | None,
    better: str | None,
    everywhere: bool,
    now: Millis,
) -> Phrase | None:
    """See `desk.Desk`."""
    found = proposals.decidable(db, proposal, by, now)
    if found is None:
        return None
    correction = found.matter
    if not isinstance(correction, Correction):
        raise StoreError(f"proposal {proposal} is about a note: approve it with its entry")
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
    where = "everywhere" if everywhere else "in its room"
    proposals.approved(db, found, by, now, where)
    return phrase


def lines(db: Database) -> tuple[Phrase, ...]:
    """Every approved line, oldest first."""
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


def made(db: Database) -> int:
    """The number of the newest."""
    (newest,) = db.execute("SELECT coalesce(max(id), 0) FROM corrections").fetchone()
    return int(newest)
