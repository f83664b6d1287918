"""Empties the write-ahead log after words were deleted, when it disturbs least."""

import sqlite3
import time
from typing import Final

from sqlite_utils import Database

from bridge.store.connection import PATIENT

WITHIN_S: Final = 2.0
"""How long deleted words may stay in the log while changes keep coming."""
AGAIN_S: Final = 0.5
"""When a reader or a full disk was in the way, the next try."""
IN_A_HURRY: Final = "PRAGMA busy_timeout = 50"
"""Milliseconds to wait for readers; changes wait as long."""


class Scrubber:
    """Remembers that a scrub is due, and does it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._is_due = False
        self._not_before = 0.0
        self._at_latest = 0.0

    def ask(self) -> None:
        """Words were deleted just now."""
        if not self._is_due:
            self._is_due = True
            self._at_latest = time.monotonic() + WITHIN_S

    def patience_s(self) -> float | None:
        """How long the writer may wait for changes before it scrubs; None when nothing is due."""
        return max(0.0, self._not_before - time.monotonic()) if self._is_due else None

    def work(self, is_idle: bool) -> None:
        """Scrub if it is due and nobody waits, or if it has waited long enough."""
        if self._is_due and (is_idle or time.monotonic() >= self._at_latest):
            self._is_due = not self._truncate_log()
            self._not_before = self._at_latest = time.monotonic() + AGAIN_S

    def _truncate_log(self) -> bool:
        """Move the log into the database, where the words are zeros, and cut it to nothing."""
        try:
            self._db.execute(IN_A_HURRY)
            is_busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.Error:
            return False
        finally:
            self._db.execute(PATIENT)
        return not is_busy
