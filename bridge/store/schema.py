"""The tables of the database, as migrations that each run once."""

from typing import Final

from sqlite_utils import Database, Migrations

APPLICATION_ID: Final = 0x43427267
"""Stands in the file's header (SQLite's `application_id`) and says that the file is ours."""
SIGN: Final = "PRAGMA application_id = 0x43427267"


def rooms_and_messages(db: Database) -> None:
    """Rooms, what was said in them, and what became of it."""
    db.create_table(
        "rooms",
        {"name": str, "title": str, "epoch": str, "at": int, "seq": int, "sent": int, "made": int},
        pk="name",
        not_null={"title", "epoch", "at", "seq", "sent", "made"},
        strict=True,
    )
    # All words that people write, as JSON. See ink.py for why they live apart.
    db.create_table("ink", {"id": int, "body": bytes}, pk="id", not_null={"body"}, strict=True)
    _messages(db)
    _translations(db)
    _reactions(db)
    _states(db)
    db.create_table(
        "receipts",
        {"user": str, "request": str, "room": str, "seq": int, "at": int, "sent": int},
        pk=("user", "request"),
        foreign_keys=[(("room", "seq"), "messages", ("room", "seq"))],
        not_null={"user", "request", "room", "seq", "at", "sent"},
        strict=True,
    )


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


def _messages(db: Database) -> None:
    table = db.create_table(
        "messages",
        {
            "room": str,
            "seq": int,
            "at": int,
            "rev": int,
            "client_id": str,
            "author": str,
            "author_name": str,
            "sent": int,
            "lang": str,
            "words": int,
            "reply_to": int,
            "edited": int,
            "deleted": int,
        },
        pk=("room", "seq"),
        foreign_keys=[("room", "rooms", "name"), ("words", "ink", "id")],
        not_null={
            *("room", "seq", "at", "rev", "client_id", "author", "author_name"),
            *("sent", "lang", "deleted"),
        },
        strict=True,
    )
    table.create_index(["room", "at"], unique=True)


def _translations(db: Database) -> None:
    table = db.create_table(
        "translations",
        {
            "room": str,
            "seq": int,
            "lang": str,
            "at": int,
            "rev": int,
            "words": int,
            "status": str,
            "by": str,
            "engine": str,
        },
        pk=("room", "seq", "lang"),
        foreign_keys=[(("room", "seq"), "messages", ("room", "seq")), ("words", "ink", "id")],
        not_null={"room", "seq", "lang", "at", "rev", "words", "status", "by", "engine"},
        strict=True,
    )
    table.create_index(["room", "lang", "at"], unique=True)


def _reactions(db: Database) -> None:
    table = db.create_table(
        "reactions",
        {"words": int, "room": str, "seq": int},
        pk="words",
        foreign_keys=[(("room", "seq"), "messages", ("room", "seq")), ("words", "ink", "id")],
        not_null={"room", "seq"},
        strict=True,
    )
    table.create_index(["room", "seq"])


def _states(db: Database) -> None:
    """Messages and translations together with their words."""
    db.create_view(
        "message_states",
        "SELECT messages.*, ink.body FROM messages LEFT JOIN ink ON ink.id = messages.words",
    )
    db.create_view(
        "translation_states",
        "SELECT translations.*, ink.body FROM translations JOIN ink ON ink.id = translations.words",
    )


STEPS: Final = (rooms_and_messages, people, probe, proposed, memo)
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
