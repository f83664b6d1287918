"""Many changes, one commit, in order."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlite_utils import Database

from bridge.errors import StoreError, StoreUnavailable
from bridge.store import writer as writer_module
from bridge.store.connection import open_to_read, open_to_write, prepare
from bridge.store.readers import Readers
from bridge.store.writer import Writer

Work = Callable[[Database], int]


@dataclass
class Held:
    """A writer in the middle of a change that goes on when it may; others gather behind it."""

    writer: Writer
    path: Path
    statements: list[str]
    started: threading.Event = field(default_factory=threading.Event)
    may_go_on: threading.Event = field(default_factory=threading.Event)

    def hold(self, db: Database) -> None:
        self.started.set()
        assert self.may_go_on.wait(10)

    async def queue(self, *works: Work) -> list[asyncio.Task[int]]:
        tasks = [asyncio.create_task(self.writer.run(work)) for work in works]
        await asyncio.sleep(0)
        return tasks


@pytest.fixture
async def held(tmp_path: Path) -> AsyncIterator[Held]:
    path = tmp_path / "bridge.db"
    prepare(path)
    db = open_to_write(path)
    db.execute("CREATE TABLE notes (number INTEGER PRIMARY KEY)")
    statements: list[str] = []
    db.conn.set_trace_callback(statements.append)
    held = Held(Writer(db, path), path, statements)
    first = asyncio.create_task(held.writer.run(held.hold))
    await asyncio.to_thread(held.started.wait, 10)
    yield held
    held.may_go_on.set()
    await first
    await held.writer.close()


def note(number: int) -> Work:
    """A change that can be done once: another `number` breaks the primary key."""

    def work(db: Database) -> int:
        db.execute("INSERT INTO notes VALUES (?)", (number,))
        return number

    return work


def broken(db: Database) -> int:
    db.execute("INSERT INTO notes VALUES (1000)")
    raise RuntimeError("this one is broken")


def notes(path: Path) -> list[int]:
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT number FROM notes ORDER BY number").fetchall()
    connection.close()
    return [number for (number,) in found]


async def test_changes_that_gather_during_a_commit_share_the_next(held: Held) -> None:
    tasks = await held.queue(*(note(number) for number in range(256)))
    held.may_go_on.set()
    assert await asyncio.gather(*tasks) == list(range(256))
    assert held.statements.count("COMMIT") == 3


async def test_a_group_wakes_the_event_loop_once(
    held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    wake = loop.call_soon_threadsafe
    wakers: list[str] = []

    def listen(*args: object) -> asyncio.Handle:
        wakers.append(threading.current_thread().name)
        return wake(*args)  # type: ignore[arg-type]

    tasks = await held.queue(*(note(number) for number in range(128)))
    monkeypatch.setattr(loop, "call_soon_threadsafe", listen)
    held.may_go_on.set()
    await asyncio.gather(*tasks)
    assert wakers.count("store-writer") == 2


async def test_a_change_that_fails_takes_only_itself_back(held: Held) -> None:
    before, failing, repeated, after = await held.queue(note(1), broken, note(1), note(2))
    held.may_go_on.set()
    assert await before == 1
    assert await after == 2
    with pytest.raises(RuntimeError, match="this one is broken"):
        await failing
    with pytest.raises(StoreError, match="cannot be stored"):
        await repeated
    assert notes(held.path) == [1, 2]


async def test_nothing_is_answered_before_it_is_committed(held: Held) -> None:
    [task] = await held.queue(note(1))
    assert not task.done()
    assert notes(held.path) == []
    held.may_go_on.set()
    await task
    assert notes(held.path) == [1]


async def test_a_slow_disk_keeps_neither_the_loop_nor_readers_waiting(held: Held) -> None:
    readers = Readers([open_to_read(held.path)], held.path)
    found = await readers.run(lambda db: db.execute("SELECT count(*) FROM notes").fetchone()[0])
    await readers.close()
    assert not held.may_go_on.is_set()
    assert found == 0


async def test_when_too_many_wait_the_next_is_refused_and_the_others_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "MOST_WAITING", 2)
    path = tmp_path / "bridge.db"
    prepare(path)
    held = Held(Writer(open_to_write(path), path), path, [])
    first = asyncio.create_task(held.writer.run(held.hold))
    await asyncio.to_thread(held.started.wait, 10)
    one, two, three = await held.queue(int_one, int_one, int_one)
    with pytest.raises(StoreUnavailable, match="2 changes wait for the disk; try again"):
        await three
    held.may_go_on.set()
    assert await asyncio.gather(first, one, two) == [None, 1, 1]
    await held.writer.close()


def int_one(db: Database) -> int:
    return int(db.execute("SELECT 1").fetchone()[0])
