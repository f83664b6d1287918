"""Revisions in the rooms' SQLite file keep the contract."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bridge.core.audit import Line
from bridge.core.model import RoomName, UserId
from bridge.store import audit
from bridge.store.sqlite import SqliteStore
from tests.contracts.revisions_contract import Keepers, RevisionsContract


@dataclass(frozen=True, slots=True)
class Log:
    """The audit log of a store."""

    store: SqliteStore

    async def lines(
        self,
        before: int | None,
        limit: int,
        by: UserId | None = None,
        act: str | None = None,
        room: RoomName | None = None,
    ) -> tuple[Line, ...]:
        readers = self.store._readers
        return await readers.run(lambda db: audit.lines(db, before, limit, by, act, room))


class TestSqliteRevisions(RevisionsContract):
    """With a file of its own for every test."""

    @pytest.fixture
    async def empty(self, tmp_path: Path) -> AsyncIterator[Keepers]:
        store = await SqliteStore.open(tmp_path / "rooms.db")
        yield Keepers(store, store.desk(), store.revisions(), Log(store))
        await store.close()
