"""The tables of the database, as migrations that each run once."""

from typing import Final

from sqlite_utils import Database, Migrations

from bridge.store import (
    audit,
    chronicle,
    complaints,
    holders,
    holding,
    notes,
    proposals,
    questions,
    revised,
    sanctions,
    sign_ins,
    uses,
)

APPLICATION_ID: Final = 0x43427267
"""Stands in the file's header (SQLite's `application_id`) and says that the file is ours."""
SIGN: Final = "PRAGMA application_id = 0x43427267"


def rooms_and_messages(db: Database) -> None:
    """Rooms, what was said in them, and what became of it."""
    chronicle.make(db)


def people(db: Database) -> None:
    """Who there is, and how far they have read."""
    db.create_table(
        "users",
        {"id": str, "name": str, "role": str, "token_hash": str, "made": int},
        pk="id",
        not_null={"name", "role", "token_hash", "made"},
        strict=True,
    ).create_index(["token_hash"], unique=True)
    db.create_table(
        "positions",
        {"room": str, "user": str, "seq": int},
        pk=("room", "user"),
        foreign_keys=[("room", "rooms", "name")],
        not_null={"room", "user", "seq"},
        strict=True,
    )


def probe(db: Database) -> None:
    """One row, rewritten to find out whether the disk takes a write."""
    table = db.create_table("probe", {"id": int, "body": bytes}, pk="id", strict=True)
    table.insert({"id": 1, "body": b""})


def proposed(db: Database) -> None:
    """What readers propose, and the lines that curators made of it."""
    db.create_table(
        "proposals",
        {
            "id": int,
            "room": str,
            "seq": int,
            "by": str,
            "made": int,
            "stand": str,
            "words": int,
            "reviewer": str,
            "reason": str,
            "reviewed": int,
        },
        pk="id",
        foreign_keys=[(("room", "seq"), "messages", ("room", "seq")), ("words", "ink", "id")],
        not_null={"room", "seq", "by", "made", "stand", "words"},
        strict=True,
    ).create_index(["stand", "id"])
    db.table("proposals").create_index(["room", "seq"])
    db.create_table(
        "corrections",
        {
            "id": int,
            "source_lang": str,
            "target_lang": str,
            "source": str,
            "target": str,
            "room": str,
            "proposal": int,
        },
        pk="id",
        not_null={"source_lang", "target_lang", "source", "target", "proposal"},
        strict=True,
    )


def memo(db: Database) -> None:
    """Translations are found again by what went into them (`Store.recall`)."""
    db.execute("ALTER TABLE translations ADD COLUMN memo TEXT")
    db.execute("CREATE INDEX translations_memo ON translations (memo) WHERE memo IS NOT NULL")


def log(db: Database) -> None:
    """Who did what."""
    audit.make(db)


def curated(db: Database) -> None:
    """Proposals of all kinds, with claims; what curators made of the glossary, and try it on."""
    proposals.extend(db)
    revised.make(db)
    db.execute("CREATE INDEX messages_lately ON messages (sent, seq) WHERE deleted = 0")
    db.execute("CREATE INDEX messages_deleted ON messages (seq) WHERE deleted = 1")
    db.execute("CREATE INDEX messages_edited ON messages (edited) WHERE edited IS NOT NULL")


def talked_over(db: Database) -> None:
    """What readers ask about messages, which notes these have, how much notes are used."""
    notes.make(db)
    questions.make(db)
    uses.make(db)


def signing_in(db: Database) -> None:
    """Accounts, and what opens the door to them."""
    holders.make(db)
    sign_ins.make(db)


def kept_in_peace(db: Database) -> None:
    """What moderators rule, what is reported, and what waits for them."""
    sanctions.make(db)
    complaints.make(db)
    holding.make(db)


STEPS: Final = (
    rooms_and_messages,
    people,
    probe,
    proposed,
    memo,
    log,
    curated,
    talked_over,
    signing_in,
    kept_in_peace,
)
"""Oldest first. Add to the end; never change or rename one that was released."""


def migrate(db: Database) -> None:
    """Run the steps that this database has not seen, all or none."""
    with db.atomic():
        db.execute(SIGN)
        _migrations().apply(db)


def unknown_steps(db: Database) -> set[str]:
    """Steps that a newer program ran on this database; empty when it is one of ours."""
    return {step.name for step in _migrations().applied(db)} - {step.__name__ for step in STEPS}


def _migrations() -> Migrations:
    steps = Migrations("bridge.store")
    for step in STEPS:
        steps()(step)
    return steps
