"""The one thread that writes: many changes, one commit."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlite_utils import Database

from bridge.errors import StoreUnavailable
from bridge.store.connection import refusal
from bridge.store.inbox import Inbox
from bridge.store.scrubber import Scrubber

T = TypeVar("T")

MOST_WAITING: Final = 10_000
MOST_PER_COMMIT: Final = 128
CLOSE_WITHIN_S: Final = 30.0


@dataclass(frozen=True, slots=True)
class Job:
    """A change, and who waits for it. `scrubs` when it takes people's words out of the file."""

    work: Callable[[Database], Any]
    future: asyncio.Future[Any]
    scrubs: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: `error` or, when that is None, `value`."""

    future: asyncio.Future[Any]
    value: Any = None
    error: Exception | None = None


class Writer:
    """Does changes in the order in which they were handed in, in groups.

    A lone change is committed at once. While a commit is on its way to the disk others gather, and
    the next commit takes them all (128 at most): the busier, the cheaper each one gets.
    Each change has a savepoint of its own, so one that fails does not take the others along.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path
        self._file = path.stat().st_ino
        self._loop = asyncio.get_running_loop()
        self._inbox: Inbox[Job] = Inbox(MOST_WAITING)
        self._scrubber = Scrubber(db)
        # A daemon: a server that dies without closing must not hang; what was acked is on disk.
        self._thread = threading.Thread(target=self._live, name="store-writer", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Database], T], scrubs: bool = False) -> T:
        """What `work` returned, after the commit.

        Callers resume in the order of their commits. Cancelling the wait does not cancel the
        change. Raises StoreUnavailable when the disk refuses or 10,000 changes wait already; then
        nothing was changed. What `work` itself raises comes through, and undoes only its changes.
        """
        future: asyncio.Future[T] = self._loop.create_future()
        try:
            has_room = self._inbox.put(Job(work, future, scrubs))
        except ValueError:
            raise StoreUnavailable("nothing was stored: the store is closed") from None
        if not has_room:
            raise StoreUnavailable(
                f"nothing was stored: {MOST_WAITING:,} changes wait for the disk; try again shortly"
            )
        return await future

    async def close(self) -> None:
        """Commit what waits, then close the connection. May be called twice."""
        self._inbox.close()
        await asyncio.to_thread(self._thread.join, CLOSE_WITHIN_S)
        if self._thread.is_alive():
            raise StoreUnavailable(
                f"{self._path} did not take the last changes within {CLOSE_WITHIN_S:.0f} s; "
                "those without an answer may be lost"
            )

    def _live(self) -> None:
        while (jobs := self._inbox.take(MOST_PER_COMMIT, self._scrubber.patience_s())) is not None:
            if jobs:
                self._answer(self._commit(jobs))
            self._scrubber.work(is_idle=not jobs)
        # The last connection to close empties the log and removes it.
        self._db.close()

    def _commit(self, jobs: Sequence[Job]) -> list[Outcome]:
        try:
            self._assert_file_in_place()
            self._db.execute("BEGIN IMMEDIATE")
            outcomes = [self._attempt(job) for job in jobs]
            self._db.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            # A failed write may already have ended the transaction.
            with contextlib.suppress(sqlite3.Error):
                self._db.rollback()
            return [Outcome(job.future, error=self._refusal(error)) for job in jobs]
        if any(job.scrubs for job in jobs):
            self._scrubber.ask()
        return outcomes

    def _attempt(self, job: Job) -> Outcome:
        self._db.execute("SAVEPOINT job")
        try:
            value = job.work(self._db)
        except Exception as error:  # whatever it is, it is for its caller
            if isinstance(error, sqlite3.Error) and not _is_own_fault(error):
                raise
            self._db.execute("ROLLBACK TO job")
            self._db.execute("RELEASE job")
            return Outcome(job.future, error=self._refusal(error))
        self._db.execute("RELEASE job")
        return Outcome(job.future, value)

    def _refusal(self, error: Exception) -> Exception:
        # A new one for each caller: an exception collects the traceback of whoever raises it.
        match error:
            case sqlite3.Error():
                return refusal(error, self._path)
            case OSError():
                return StoreUnavailable(
                    f"{self._path} was moved or deleted while in use; put it back and start again"
                )
            case _:
                return error

    def _assert_file_in_place(self) -> None:
        # SQLite would go on writing into a file that no longer has a name.
        if self._path.stat().st_ino != self._file:
            raise FileNotFoundError(self._path)

    def _answer(self, outcomes: Sequence[Outcome]) -> None:
        # The loop may be gone when a program ends without closing; the changes are safe.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_resolve, outcomes)


def _is_own_fault(error: sqlite3.Error) -> bool:
    """Whether the change broke a rule or passed a bad value, and the disk is well."""
    faults = sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.DataError
    return isinstance(error, faults | sqlite3.InterfaceError)


def _resolve(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.future.done():  # its caller was cancelled
            continue
        if outcome.error is not None:
            outcome.future.set_exception(outcome.error)
        else:
            outcome.future.set_result(outcome.value)
