"""The tables of rooms, what was said in them, and what became of it."""

from sqlite_utils import Database


def make(db: Database) -> None:
    """The tables; the first step of schema.py."""
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
