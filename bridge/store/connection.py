"""Opens the database file and says in our own errors what SQLite says in its."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from bridge.errors import StoreCorrupt, StoreError, StoreUnavailable
from bridge.store.schema import APPLICATION_ID, migrate, unknown_steps

PATIENT: Final = "PRAGMA busy_timeout = 5000"
"""Milliseconds that a statement waits for another process (a command) to let go of the file."""
CURE: Final = "put a backup in its place, or move the file away to start with an empty one"


def prepare(path: Path) -> None:
    """Make the file if there is none, check it if there is one, and bring its tables up to date.

    Blocking. Raises StoreCorrupt for a file that is damaged or not ours (it is left as it is),
    StoreUnavailable when the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _create(path):
            _fill(path)
        else:
            _check(path)
            _migrate(path)
    except OSError as error:
        raise StoreUnavailable(f"cannot use {path}: {error.strerror}; check the folder") from error
    except sqlite3.Error as error:
        raise refusal(error, path) from error


def open_to_write(path: Path) -> Database:
    """The one connection that writes. What is committed on it survives a loss of power."""
    db = _connect(path, "rw")
    db.execute("PRAGMA synchronous = FULL")
    # macOS acknowledges an fsync before the drive has written; this asks for the real one.
    db.execute("PRAGMA fullfsync = ON")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA journal_size_limit = 67108864")
    return db


def open_to_read(path: Path) -> Database:
    """A connection that cannot write."""
    return _connect(path, "ro")


def refusal(error: sqlite3.Error, path: Path) -> StoreError:
    """What an error of SQLite means to a caller. SQLite's messages hold no values of ours."""
    # Only the low byte is the kind; the rest says where it happened.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return StoreCorrupt(f"{path} is damaged or is no database ({error}); {CURE}")
        case sqlite3.SQLITE_CONSTRAINT | sqlite3.SQLITE_TOOBIG | 0:  # 0: Python refused it
            return StoreError(f"this cannot be stored ({error})")
        case sqlite3.SQLITE_FULL:
            return StoreUnavailable(f"the disk of {path} is full; make room and try again")
        case _:
            return StoreUnavailable(f"{path} cannot be used ({error}); check the disk, then retry")


def _create(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    return True


def _fill(path: Path) -> None:
    try:
        _migrate(path)
    except BaseException:
        # Half a new database would look like a damaged old one at the next start.
        path.unlink(missing_ok=True)
        raise


def _check(path: Path) -> None:
    # SQLite would take an empty file for a new database and say nothing.
    if path.stat().st_size == 0:
        raise StoreCorrupt(f"{path} is empty, which a database never is; {CURE}")
    path.chmod(0o600)
    with closing(open_to_read(path)) as db:
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreCorrupt(f"{path} is a database, but not one of ours; {CURE}")
        verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise StoreCorrupt(f"{path} is damaged ({_one_line(verdict)}); {CURE}")
        unknown = sorted(unknown_steps(db))
        if unknown:
            raise StoreCorrupt(
                f"{path} was written by a newer bridge ({unknown[0]}); upgrade this one"
            )


def _migrate(path: Path) -> None:
    with closing(_connect(path, "rw")) as db:
        migrate(db)
        db.enable_wal()
        if db.journal_mode != "wal":
            raise StoreUnavailable(f"{path} lies on a disk without shared memory; use a local one")


def _connect(path: Path, mode: str) -> Database:
    # A URI, because only a URI can say that the file must exist.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    try:
        db = Database(connection, execute_plugins=False)
        db.execute(PATIENT)
        connection.row_factory = sqlite3.Row
        # A sort that outgrows memory must not leave people's words in a temporary file.
        db.execute("PRAGMA temp_store = MEMORY")
    except sqlite3.Error:
        connection.close()
        raise
    return db


def _one_line(text: str) -> str:
    return " ".join(text.split())
