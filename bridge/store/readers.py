"""A few threads that read, each with a connection that cannot write."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Final, TypeVar

from sqlite_utils import Database

from bridge.errors import StoreUnavailable
from bridge.store.connection import refusal

T = TypeVar("T")

MOST_WAITING: Final = 10_000


class Readers:
    """Answers questions beside the writer. Each sees everything committed before it was asked,
    and one state throughout: what is committed meanwhile is for the next question."""

    def __init__(self, connections: Sequence[Database], path: Path) -> None:
        self._path = path
        self._connections = connections
        self._idle: SimpleQueue[Database] = SimpleQueue()
        for each in connections:
            self._idle.put(each)
        self._pool = ThreadPoolExecutor(len(connections), thread_name_prefix="store-reader")
        self._waiting = 0
        self._is_closed = False

    async def run(self, work: Callable[[Database], T]) -> T:
        """What `work` returned. Raises StoreUnavailable when the disk refuses, when 10,000
        questions wait already, and after `close`; StoreCorrupt when the file is damaged."""
        if self._is_closed:
            raise StoreUnavailable("nothing can be read: the store is closed")
        if self._waiting >= MOST_WAITING:
            raise StoreUnavailable(
                f"nothing can be read: {MOST_WAITING:,} questions wait; try again shortly"
            )
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._read, work)
        finally:
            self._waiting -= 1

    async def close(self) -> None:
        """Answer what was asked, then close the connections. May be called twice."""
        self._is_closed = True
        await asyncio.to_thread(self._pool.shutdown)
        for each in self._connections:
            each.close()

    def _read(self, work: Callable[[Database], T]) -> T:
        # As many connections as threads: one is always free.
        db = self._idle.get()
        try:
            with db.atomic():
                return work(db)
        except sqlite3.Error as error:
            raise refusal(error, self._path) from error
        finally:
            self._idle.put(db)
