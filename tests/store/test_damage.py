"""A file that is damaged or not ours is refused, with the cure, and is left as it is."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bridge.errors import StoreCorrupt, StoreUnavailable
from bridge.store import schema
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, NOON, TEA, draft

PAGE = 4096


def overwrite_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(random.Random(7).randbytes(100))


def overwrite_pages(path: Path) -> None:
    with path.open("r+b") as file:
        for page in (2, 5, 8):
            file.seek(page * PAGE)
            file.write(random.Random(page).randbytes(PAGE))


def cut_in_half(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def replace_by_text(path: Path) -> None:
    path.write_text("We are not a database. " * 500)


def replace_by_another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE accounts (name TEXT)")


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database in which something was said."""
    path = tmp_path / "bridge.db"
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    for number in range(5):
        await store.append(TEA, draft(f"{number}", "a long story " * 500), NOON)
    await store.close()
    return path


@pytest.mark.parametrize(
    "damage",
    [
        overwrite_header,
        overwrite_pages,
        cut_in_half,
        empty,
        replace_by_text,
        replace_by_another_database,
    ],
)
async def test_a_damaged_or_foreign_file_is_refused_and_left_as_it_is(
    path: Path, damage: Callable[[Path], None]
) -> None:
    damage(path)
    before = bytes_of(path)
    with pytest.raises(StoreCorrupt, match="put a backup in its place") as refusal:
        await SqliteStore.open(path)
    assert str(path) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert bytes_of(path) == before


async def test_damage_found_while_reading_is_named(path: Path) -> None:
    store = await SqliteStore.open(path)
    overwrite_pages(path)
    with pytest.raises(StoreCorrupt, match="put a backup in its place"):
        await store.history(TEA, None, 50, EN)
    await store.close()


async def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bridge.db").mkdir()
    with pytest.raises(StoreUnavailable, match="check the disk"):
        await SqliteStore.open(tmp_path / "bridge.db")


async def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StoreUnavailable, match="check the folder"):
        await SqliteStore.open(tmp_path / "data" / "bridge.db")


async def test_a_database_of_a_newer_program_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(schema, "STEPS", (*schema.STEPS, tomorrows_step))
        await (await SqliteStore.open(path)).close()
    with pytest.raises(StoreCorrupt, match="newer bridge"):
        await SqliteStore.open(path)


async def test_a_newer_program_brings_an_older_database_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, tomorrows_step))
    store = await SqliteStore.open(path)
    page = await store.history(TEA, None, 50, EN)
    await store.close()
    assert page is not None
    assert len(page.messages) == 5
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM pins").fetchone() == (0,)


async def test_a_step_that_fails_leaves_the_database_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(schema, "STEPS", (*schema.STEPS, tomorrows_step, broken_step))
        with pytest.raises(StoreUnavailable):
            await SqliteStore.open(path)
    await (await SqliteStore.open(path)).close()


def tomorrows_step(db: Database) -> None:
    db.create_table("pins", {"room": str, "seq": int}, pk=("room", "seq"))


def broken_step(db: Database) -> None:
    db.execute("CREATE TABLE rooms (name TEXT)")
