"""Keeps what opens the door: links, sessions and tokens, each as a hash."""

from collections.abc import Collection

from sqlite_utils import Database

from bridge.core.accounts import IDLE_MS, LONGEST_MS, SEEN_MS, Account
from bridge.core.model import Millis, UserId
from bridge.core.skeleton import skeleton
from bridge.ports.accounts import Secret
from bridge.store import audit, holders

MOST_TOKENS = 20
"""Of one sign-in; the oldest one gives way."""


def make(db: Database) -> None:
    """The tables; a step of schema.py. Guests' tokens move in with the others: each person may
    hold several."""
    db.create_table(
        "sessions",
        {"hash": str, "user": str, "made": int, "seen": int},
        pk="hash",
        foreign_keys=[("user", "accounts", "user")],
        not_null={"user", "made", "seen"},
        strict=True,
    ).create_index(["user"])
    db.create_table(
        "links",
        {"hash": str, "user": str, "until": int},
        pk="hash",
        foreign_keys=[("user", "accounts", "user")],
        not_null={"user", "until"},
        strict=True,
    ).create_index(["user"])
    tokens = db.create_table(
        "tokens",
        {"hash": str, "user": str, "session": str, "until": int},
        pk="hash",
        foreign_keys=[("user", "users", "id")],
        not_null={"user"},
        strict=True,
    )
    tokens.create_index(["user"])
    tokens.create_index(["session"])
    db.execute("INSERT INTO tokens (hash, user) SELECT token_hash, id FROM users")
    db.execute("DROP INDEX idx_users_token_hash")
    db.execute("ALTER TABLE users DROP COLUMN token_hash")


def offer(
    db: Database, user: UserId, link: str, by: UserId | None, now: Millis, until: Millis
) -> bool:
    """See `accounts.Accounts`."""
    account = holders.account(db, user)
    if account is None:
        return False
    db.execute("DELETE FROM links WHERE user = ?", (user,))
    db.execute("INSERT INTO links (hash, user, until) VALUES (?, ?, ?)", (link, user, until))
    audit.record(db, by, "account-link", account.name, now)
    return True


def secret(db: Database, name: str) -> Secret | None:
    """See `accounts.Sessions`, here and below."""
    row = db.execute(
        "SELECT user, password FROM accounts WHERE skeleton = ?", (skeleton(name),)
    ).fetchone()
    return None if row is None else Secret(row["user"], row["password"])


def offered(db: Database, link: str, now: Millis) -> Account | None:
    row = db.execute("SELECT user FROM links WHERE hash = ? AND until > ?", (link, now)).fetchone()
    return None if row is None else holders.account(db, row["user"])


def redeem(db: Database, link: str, password: str, session: str, now: Millis) -> Account | None:
    account = offered(db, link, now)
    if account is None:
        return None
    db.execute("DELETE FROM links WHERE user = ?", (account.id,))
    db.execute("DELETE FROM tokens WHERE user = ?", (account.id,))
    db.execute("DELETE FROM sessions WHERE user = ?", (account.id,))
    db.execute("UPDATE accounts SET password = ? WHERE user = ?", (password, account.id))
    audit.record(db, account.id, "password-chosen", account.name, now)
    begin(db, account.id, session, now, None)
    return holders.account(db, account.id)


def begin(db: Database, user: UserId, session: str, now: Millis, instead: str | None) -> None:
    if instead is not None:
        end(db, instead)
    db.execute("DELETE FROM links WHERE until <= ?", (now,))
    db.execute("DELETE FROM tokens WHERE until <= ?", (now,))
    db.execute("DELETE FROM sessions WHERE NOT (seen > ? AND made > ?)", _since(now))
    db.execute(
        "INSERT INTO sessions (hash, user, made, seen) VALUES (?, ?, ?, ?)",
        (session, user, now, now),
    )
    db.execute("UPDATE accounts SET seen = ? WHERE user = ?", (now, user))


def signed_in(db: Database, session: str, now: Millis) -> tuple[Account, bool] | None:
    """Whose session this is, and whether its last use should be written down anew."""
    row = db.execute(
        "SELECT user, seen FROM sessions WHERE hash = ? AND seen > ? AND made > ?",
        (session, *_since(now)),
    ).fetchone()
    account = None if row is None else holders.account(db, row["user"])
    return None if account is None else (account, now - row["seen"] >= SEEN_MS)


def touch(db: Database, session: str, now: Millis) -> None:
    """It was used now."""
    db.execute("UPDATE sessions SET seen = max(seen, ?) WHERE hash = ?", (now, session))


def end(db: Database, session: str) -> None:
    db.execute("DELETE FROM tokens WHERE session = ?", (session,))
    db.execute("DELETE FROM sessions WHERE hash = ?", (session,))


def give_token(db: Database, session: str, token: str, now: Millis) -> bool:
    found = signed_in(db, session, now)
    if found is None:
        return False
    db.execute(
        "INSERT INTO tokens (hash, user, session, until) VALUES (?, ?, ?, ?)",
        (token, found[0].id, session, now + LONGEST_MS),
    )
    db.execute(
        "DELETE FROM tokens WHERE hash IN (SELECT hash FROM tokens WHERE session = ?"
        " ORDER BY until DESC, rowid DESC LIMIT -1 OFFSET ?)",
        (session, MOST_TOKENS),
    )
    return True


def living(db: Database, tokens: Collection[str], now: Millis) -> frozenset[str]:
    asked = "SELECT 1 FROM tokens WHERE hash = ? AND coalesce(until > ?, 1)"
    return frozenset(
        each for each in tokens if db.execute(asked, (each, now)).fetchone() is not None
    )


def _since(now: Millis) -> tuple[int, int]:
    return now - IDLE_MS, now - LONGEST_MS
