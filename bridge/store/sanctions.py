"""Keeps bans and mutes, the rules of rooms, and the word lists."""

from collections.abc import Sequence
from sqlite3 import Row

import msgspec
from sqlite_utils import Database

from bridge.core.model import Lang, Millis, RoomName, User, UserId
from bridge.core.moderation import FREE, Penalty, Ruled, Rules, Sanction, SanctionId
from bridge.core.wordlist import ListedWord, Treatment
from bridge.store.audit import record

MOST_TOLD = 1_000
_STATES = (
    "SELECT sanctions.*, them.name AS user_name, moderators.name AS by_name FROM sanctions"
    " LEFT JOIN users AS them ON them.id = sanctions.user"
    " LEFT JOIN users AS moderators ON moderators.id = sanctions.by"
)
_ACTIVE = " WHERE lifted IS NULL AND coalesce(until, :now + 1) > :now"


def make(db: Database) -> None:
    """The tables; part of a step of schema.py."""
    db.create_table(
        "sanctions",
        {
            **{"id": int, "penalty": str, "user": str, "room": str, "until": int},
            **{"addresses": str, "reason": str, "by": str, "made": int, "lifted": int},
        },
        pk="id",
        not_null={"penalty", "user", "addresses", "reason", "by", "made"},
        strict=True,
    )
    db.execute("CREATE INDEX sanctions_active ON sanctions (until) WHERE lifted IS NULL")
    db.create_table(
        "room_rules",
        {"room": str, "slow_s": int, "read_only": int, "packs_off": str, "hidden_cautions": str},
        pk="room",
        foreign_keys=[("room", "rooms", "name")],
        not_null={"slow_s", "read_only", "packs_off", "hidden_cautions"},
        strict=True,
    )
    db.create_table(
        "listed_words",
        {"lang": str, "text": str, "act": str},
        pk=("lang", "text"),
        not_null={"act"},
        strict=True,
    )
    ruled = db.create_table("ruled", {"id": int, "version": int}, pk="id", strict=True)
    ruled.insert({"id": 1, "version": 0})


def version(db: Database) -> int:
    """See `rulings.Rulings`, here and below."""
    return int(db.execute("SELECT version FROM ruled").fetchone()[0])


def ruled(db: Database, now: Millis) -> Ruled:
    """Everything that counts now."""
    rules = db.execute("SELECT * FROM room_rules").fetchall()
    words: dict[Lang, tuple[ListedWord, ...]] = {}
    for row in db.execute("SELECT * FROM listed_words ORDER BY lang, rowid"):
        listed = ListedWord(row["text"], Treatment(row["act"]))
        words[row["lang"]] = (*words.get(row["lang"], ()), listed)
    return Ruled(
        version(db), sanctions(db, now), {row["room"]: _rules_of(row) for row in rules}, words
    )


def punish(db: Database, sanction: Sanction) -> Sanction | None:
    """Add it; its `id` is chosen here."""
    them = db.execute("SELECT name FROM users WHERE id = ?", (sanction.user.id,)).fetchone()
    if them is None:
        return None
    now, room, user = sanction.made, sanction.room, sanction.user.id
    db.execute(
        "UPDATE sanctions SET lifted = ?"
        " WHERE penalty = ? AND user = ? AND room IS ? AND lifted IS NULL",
        (now, sanction.penalty, user, room),
    )
    made = db.execute(
        "INSERT INTO sanctions (penalty, user, room, until, addresses, reason, by, made)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(sanction.penalty, user, room, sanction.until),
            msgspec.json.encode(sanction.addresses).decode(),
            *(sanction.reason, sanction.by.id, now),
        ),
    ).lastrowid
    grow(db)
    record(db, sanction.by.id, sanction.penalty, user, now, room, sanction.reason)
    return one(db, SanctionId(made or 0))


def lift(db: Database, sanction: SanctionId, reason: str, by: UserId, now: Millis) -> bool:
    """End it."""
    found = one(db, sanction)
    if found is None or not found.is_active(now):
        return False
    db.execute("UPDATE sanctions SET lifted = ? WHERE id = ?", (now, sanction))
    grow(db)
    act = "unmute" if found.penalty is Penalty.MUTE else "unban"
    record(db, by, act, found.user.id, now, found.room, reason)
    return True


def one(db: Database, sanction: SanctionId) -> Sanction | None:
    """By its number."""
    row = db.execute(_STATES + " WHERE sanctions.id = ?", (sanction,)).fetchone()
    return None if row is None else _sanction_of(row)


def sanctions(db: Database, active_at: Millis | None) -> tuple[Sanction, ...]:
    """Newest first."""
    order = " ORDER BY sanctions.id DESC"
    if active_at is None:
        rows = db.execute(_STATES + order + " LIMIT ?", (MOST_TOLD,))
    else:
        rows = db.execute(_STATES + _ACTIVE + order, {"now": active_at})
    return tuple(_sanction_of(row) for row in rows.fetchall())


def set_rules(db: Database, room: RoomName, rules: Rules, by: UserId, now: Millis) -> bool:
    """Replace them, and log what changed."""
    if db.execute("SELECT 1 FROM rooms WHERE name = ?", (room,)).fetchone() is None:
        return False
    row = db.execute("SELECT * FROM room_rules WHERE room = ?", (room,)).fetchone()
    before = FREE if row is None else _rules_of(row)
    if before == rules:
        return True
    packs, cautions = sorted(rules.packs_off), sorted(rules.hidden_cautions)
    db.execute(
        "INSERT OR REPLACE INTO room_rules (room, slow_s, read_only, packs_off, hidden_cautions)"
        " VALUES (?, ?, ?, ?, ?)",
        (room, rules.slow_s, rules.read_only, *(_list_json(each) for each in (packs, cautions))),
    )
    grow(db)
    if before.slow_s != rules.slow_s:
        record(db, by, "slow", room, now, room, f"{rules.slow_s} s")
    if before.read_only != rules.read_only:
        record(db, by, "read-only", room, now, room, "on" if rules.read_only else "off")
    if (before.packs_off, before.hidden_cautions) != (rules.packs_off, rules.hidden_cautions):
        without = ", ".join((*packs, *cautions)) or "nothing"
        record(db, by, "packs", room, now, room, f"leaves out {without}")
    return True


def set_words(
    db: Database, lang: Lang, words: Sequence[ListedWord], by: UserId, now: Millis
) -> None:
    """Replace the list."""
    db.execute("DELETE FROM listed_words WHERE lang = ?", (lang,))
    db.conn.executemany(
        "INSERT OR REPLACE INTO listed_words (lang, text, act) VALUES (?, ?, ?)",
        ((lang, word.text, word.act) for word in words),
    )
    grow(db)
    record(db, by, "words", lang, now, None, f"{len(words)} words")


def grow(db: Database) -> None:
    """What is ruled, or a role, changed: whoever asks for the version sees it."""
    db.execute("UPDATE ruled SET version = version + 1")


def _list_json(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()


def _rules_of(row: Row) -> Rules:
    packs, cautions = (
        msgspec.json.decode(row[name], type=frozenset[str])
        for name in ("packs_off", "hidden_cautions")
    )
    return Rules(row["slow_s"], bool(row["read_only"]), packs, cautions)


def _sanction_of(row: Row) -> Sanction:
    return Sanction(
        SanctionId(row["id"]),
        Penalty(row["penalty"]),
        User(row["user"], row["user_name"] or row["user"]),
        row["room"],
        row["until"],
        row["reason"],
        User(row["by"], row["by_name"] or row["by"]),
        row["made"],
        msgspec.json.decode(row["addresses"], type=tuple[str, ...]),
        row["lifted"],
    )
