"""The SQLite file keeps what is promised about notes, questions and usage."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import NOON, TEA, draft
from tests.contracts.notes_contract import NotesContract


class TestSqliteNotes(NotesContract):
    """With a file of its own for every test."""

    @pytest.fixture
    async def store(self, tmp_path: Path) -> AsyncIterator[SqliteStore]:
        store = await SqliteStore.open(tmp_path / "rooms.db")
        await store.open_room(TEA, NOON, create=True)
        await store.append(TEA, draft("1"), NOON)
        yield store
        await store.close()
