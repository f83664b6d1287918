"""The phrasebook with what curators approved since."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.core.model import By, Seq
from bridge.core.phrases import Phrase, Phrasebook
from bridge.core.proposals import Correction, ProposalId
from bridge.corrections import Corrections
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, LOBBY, NOON, TEA, TOM, ZH, draft

SHIPPED = Phrasebook((Phrase(ZH, EN, "辛苦了", "Good job", By.PHRASEBOOK),), {})


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(tmp_path / "rooms.db")
    await store.open_room(TEA, NOON, create=True)
    await store.append(TEA, draft("1", "辛苦了"), NOON)
    yield store
    await store.close()


async def approve(store: SqliteStore, everywhere: bool) -> None:
    better = Correction(ZH, EN, "辛苦了", "Good job", "Thanks for your hard work")
    await store.desk().propose(TEA, Seq(1), TOM, better, NOON)
    await store.desk().approve(ProposalId(1), None, None, everywhere, NOON)


async def test_an_approved_line_counts_in_its_room_from_the_next_look_on(
    store: SqliteStore,
) -> None:
    corrections = Corrections(SHIPPED, store.desk())
    await approve(store, everywhere=False)
    before = corrections.book.revision
    await corrections.refresh()
    assert corrections.book.revision != before
    here = corrections.book.find("辛苦了", ZH, EN, TEA)
    there = corrections.book.find("辛苦了", ZH, EN, LOBBY)
    assert here is not None
    assert there is not None
    assert (here.target, there.target) == ("Thanks for your hard work", "Good job")


async def test_a_line_for_everywhere_counts_everywhere(store: SqliteStore) -> None:
    corrections = Corrections(SHIPPED, store.desk())
    await approve(store, everywhere=True)
    await corrections.refresh()
    found = corrections.book.find("辛苦了", ZH, EN, LOBBY)
    assert found is not None
    assert (found.target, found.by) == ("Thanks for your hard work", By.PERSON)
