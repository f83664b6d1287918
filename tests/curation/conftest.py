"""Rooms for curators, with a file of their own for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.store.sqlite import SqliteStore
from tests.curation.rooms import JUAN, SNAKE, Rooms, SmallShelf


@pytest.fixture(scope="module")
def words() -> SmallShelf:
    """jieba's words, which take a second to load."""
    return SmallShelf()


@pytest.fixture
async def rooms(tmp_path: Path, words: SmallShelf) -> AsyncIterator[Rooms]:
    """Two entries are shipped, nothing was said."""
    shelf = words.shipping(SNAKE, JUAN)
    store = await SqliteStore.open(tmp_path / "rooms.db")
    yield Rooms(store, shelf)
    await store.close()
