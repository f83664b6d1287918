"""The rulings in SQLite keep what every keeper promises, and leave no held word in the file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.core.model import User
from bridge.core.moderation import HeldId, Utterance
from bridge.ports.rulings import Rulings
from bridge.ports.store import Store
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, words
from tests.contracts.rulings_contract import RulingsContract


class TestSqliteRulings(RulingsContract):
    """The contract."""

    @pytest.fixture
    async def both(self, tmp_path: Path) -> AsyncIterator[tuple[Store, Rulings]]:
        store = await SqliteStore.open(tmp_path / "rooms.db")
        yield store, store.rulings()
        await store.close()


def canary_in(folder: Path) -> bool:
    return any(b"canary-of-held-words" in file.read_bytes() for file in folder.iterdir())


async def test_declined_words_are_gone_from_the_file(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "rooms.db")
    await store.open_room(TEA, NOON, create=True)
    said = Utterance(TEA, User(TOM, "Tom"), "m1", EN, words("canary-of-held-words"))
    await store.rulings().hold(said, NOON)
    await store.rulings().decide(HeldId(1), False, "no", MEI, NOON)
    await store.close()
    assert canary_in(tmp_path) is False
