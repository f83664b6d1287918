"""Accounts and sign-ins in the rooms' SQLite file keep their contracts."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bridge.core.model import User
from bridge.store import schema
from bridge.store.connection import open_to_write, prepare
from bridge.store.sqlite import SqliteStore
from tests.contracts.accounts_contract import GUEST, AccountsContract, Kept, account
from tests.contracts.drafts import MEI, NOON
from tests.contracts.sessions_contract import SessionsContract


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Kept]:
    """A file of its own for every test."""
    store = await SqliteStore.open(tmp_path / "rooms.db")
    yield Kept(store, store.accounts(), store.sessions(), store.audit())
    await store.close()


class TestSqliteAccounts(AccountsContract):
    """On the store's own connections."""

    @pytest.fixture
    def kept(self, place: Kept) -> Kept:  # type: ignore[override]
        return place


class TestSqliteSessions(SessionsContract):
    """On the store's own connections."""

    @pytest.fixture
    def empty(self, place: Kept) -> Kept:  # type: ignore[override]
        return place


async def test_a_role_that_another_process_takes_is_gone_at_once(tmp_path: Path) -> None:
    ours = await SqliteStore.open(tmp_path / "rooms.db")
    theirs = await SqliteStore.open(tmp_path / "rooms.db")
    await ours.accounts().add(account(MEI, "Mei"), None)
    assert await theirs.accounts().remove(MEI, None, NOON)
    assert await ours.accounts().role(MEI, None) == "guest"
    await theirs.close()
    await ours.close()


async def test_guests_of_an_older_database_keep_their_tokens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rooms.db"
    older = schema.STEPS[: schema.STEPS.index(schema.signing_in)]
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", older)
        prepare(path)
    with closing(open_to_write(path)) as db:
        db.execute("INSERT INTO users VALUES ('u-guest', 'Ann', 'guest', 'hash of hers', 1)")
    store = await SqliteStore.open(path)
    assert await store.user_by_token("hash of hers", NOON) == User(GUEST, "Ann")
    await store.close()
