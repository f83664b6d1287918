"""Reading beside the writer."""

from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bridge.core.model import Millis, RoomName
from bridge.errors import StoreUnavailable
from bridge.store import readers as readers_module
from bridge.store import rooms
from bridge.store.connection import open_to_read, open_to_write, prepare
from bridge.store.readers import Readers


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "bridge.db")
    return tmp_path / "bridge.db"


@pytest.fixture
async def readers(path: Path) -> AsyncIterator[Readers]:
    readers = Readers([open_to_read(path)], path)
    yield readers
    await readers.close()


def count_rooms(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM rooms").fetchone()[0])


def make_room(db: Database) -> None:
    rooms.make(db, RoomName("tea"), Millis(0))


def counting_around(change: Callable[[], None]) -> Callable[[Database], tuple[int, int]]:
    """Count, let something happen, count again."""

    def work(db: Database) -> tuple[int, int]:
        before = count_rooms(db)
        change()
        return before, count_rooms(db)

    return work


async def test_what_is_committed_during_a_question_is_for_the_next(
    path: Path, readers: Readers
) -> None:
    with closing(open_to_write(path)) as writing:
        during = await readers.run(counting_around(lambda: make_room(writing)))
        afterwards = await readers.run(count_rooms)
    assert during == (0, 0)
    assert afterwards == 1


async def test_readers_cannot_write(readers: Readers) -> None:
    with pytest.raises(StoreUnavailable, match="readonly"):
        await readers.run(make_room)


async def test_a_question_that_fails_leaves_the_connection_in_order(readers: Readers) -> None:
    with pytest.raises(StoreUnavailable):
        await readers.run(make_room)
    assert await readers.run(count_rooms) == 0


async def test_when_too_many_wait_the_next_is_refused(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers_module, "MOST_WAITING", 0)
    with pytest.raises(StoreUnavailable, match="0 questions wait; try again"):
        await readers.run(count_rooms)
