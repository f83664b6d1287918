"""The desk in the rooms' SQLite file keeps the contract."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from bridge.core.proposals import Choice, Correction, Kind
from bridge.ports.desk import Desk
from bridge.ports.store import Store
from bridge.store import ink, messages, rooms, schema
from bridge.store.connection import open_to_write, prepare
from bridge.store.sqlite import SqliteStore
from tests.contracts.desk_contract import DeskContract
from tests.contracts.desk_curating import DeskCurating
from tests.contracts.drafts import EN, NOON, TEA, TOM, ZH, draft


class TestSqliteDesk(DeskContract, DeskCurating):
    """With a file of its own for every test."""

    @pytest.fixture
    async def both(self, tmp_path: Path) -> AsyncIterator[tuple[Store, Desk]]:
        store = await SqliteStore.open(tmp_path / "rooms.db")
        yield store, store.desk()
        await store.close()


async def test_what_was_proposed_to_an_older_version_waits_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rooms.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[: schema.STEPS.index(schema.curated)])
        prepare(path)
    better = Correction(ZH, EN, "辛苦了", "You are hard", "Thanks for your hard work")
    with closing(open_to_write(path)) as db:
        rooms.make(db, TEA, NOON)
        messages.append(db, TEA, draft("1", "辛苦了"), NOON)
        words = ink.write(db, msgspec.json.encode(better))
        db.execute(
            "INSERT INTO proposals (room, seq, by, made, stand, words)"
            " VALUES ('tea', 1, 'u-tom', 1, 'open', ?)",
            (words,),
        )
    store = await SqliteStore.open(path)
    [found] = (await store.desk().tray(Choice(lang=EN, kind=Kind.TRANSLATION), NOON)).proposals
    assert (found.matter, found.by) == (better, TOM)
    await store.close()
