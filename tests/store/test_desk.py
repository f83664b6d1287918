"""The desk in the rooms' SQLite file keeps the contract."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.desk import Desk
from bridge.ports import Store
from bridge.store.sqlite import SqliteStore
from tests.contracts.desk_contract import DeskContract


class TestSqliteDesk(DeskContract):
    """With a file of its own for every test."""

    @pytest.fixture
    async def both(self, tmp_path: Path) -> AsyncIterator[tuple[Store, Desk]]:
        store = await SqliteStore.open(tmp_path / "rooms.db")
        yield store, store.desk()
        await store.close()
