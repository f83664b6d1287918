"""The store in one SQLite file keeps the contract."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.ports.store import Store
from bridge.store.sqlite import SqliteStore
from tests.contracts.store_contract import StoreContract


class TestSqliteStore(StoreContract):
    """With a file of its own for every test."""

    @pytest.fixture
    async def empty_store(self, tmp_path: Path) -> AsyncIterator[Store]:
        store = await SqliteStore.open(tmp_path / "data" / "bridge.db")
        yield store
        await store.close()
