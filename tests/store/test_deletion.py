"""What is deleted is not in the file any more."""

import asyncio
import random
import re
from contextlib import closing
from pathlib import Path

import pytest

from bridge.core.model import Message, Seq, plain
from bridge.core.proposals import Correction
from bridge.store.connection import open_to_read, open_to_write, prepare
from bridge.store.scrubber import Scrubber
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, ZH, draft, rendering, words

SIZES = (0, 5, 30, 100, 400, 1_500, 6_000)


def on_disk(path: Path) -> bytes:
    """The bytes of the database, its log, and whatever else lies beside them."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


async def log_is_empty(path: Path) -> None:
    """Wait until the write-ahead log was cut off."""
    log = path.with_name(path.name + "-wal")
    async with asyncio.timeout(10):
        while log.stat().st_size:  # noqa: ASYNC110 — a file has no event
            await asyncio.sleep(0.005)


async def test_no_byte_of_a_deleted_message_stays_while_the_store_is_open(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    await store.append(TEA, draft("1", "CANARY-text"), NOON)
    await store.edit(TEA, Seq(1), ZH, words("CANARY-edited"), NOON, "2")
    await store.add_translation(TEA, Seq(1), 2, EN, rendering("CANARY-translated"))
    await store.react(TEA, Seq(1), TOM, "CANARY-emoji", True, NOON, "3")
    better = Correction(ZH, EN, "CANARY-said", "CANARY-shown", "CANARY-better")
    await store.desk().propose(TEA, Seq(1), TOM, better, NOON)
    before = on_disk(path)
    await store.delete(TEA, Seq(1), MEI, NOON, "4")
    await log_is_empty(path)
    after = on_disk(path)
    await store.close()
    assert b"CANARY-edited" in before
    assert b"CANARY" not in after


async def live(store: SqliteStore, seq: Seq, chance: random.Random) -> None:
    """Edit, translate, react to and perhaps delete a message. Every text bears a mark `<…>`."""
    for rev in range(1, chance.randint(2, 6)):
        shown = rendering(f"<{seq}.{rev}.en>" + "x" * chance.choice(SIZES))
        await store.add_translation(TEA, seq, rev, EN, shown)
        await store.react(TEA, seq, MEI, f"<{seq}.👍>", rev % 2 == 0, NOON, f"r{seq}.{rev}")
        text = f"<{seq}.{rev + 1}>" + "x" * chance.choice(SIZES)
        await store.edit(TEA, seq, ZH, words(text), NOON, f"e{seq}.{rev}")
    if chance.random() < 0.5:
        await store.delete(TEA, seq, MEI, NOON, f"d{seq}")


def marks(message: Message) -> set[bytes]:
    """What may be on the disk of a message; its last edit was not translated."""
    texts = [plain(message.runs), *(each.emoji for each in message.reactions)]
    return {text.rstrip("x").encode() for text in texts if text}


async def test_nothing_but_the_present_state_stays_however_the_pages_were_rearranged(
    tmp_path: Path,
) -> None:
    # An ordinary table fails this: SQLite leaves copies in pages that it split or merged.
    path = tmp_path / "bridge.db"
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    seqs = range(1, 301)
    await asyncio.gather(*(store.append(TEA, draft(f"{seq}", "first"), NOON) for seq in seqs))
    chance = random.Random(7)
    await asyncio.gather(*(live(store, Seq(seq), chance) for seq in seqs))
    page = await store.history(TEA, None, 300, EN)
    await store.close()
    assert page is not None
    found = set(re.findall(rb"<\d+\.[^<>]{1,8}>", on_disk(path)))
    assert found == set().union(*(marks(message) for message in page.messages))


def test_somebody_who_reads_puts_off_the_scrub_but_does_not_prevent_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    log = tmp_path / "bridge.db-wal"
    prepare(path)
    with closing(open_to_write(path)) as writing, closing(open_to_read(path)) as reading:
        scrubber = Scrubber(writing)
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM rooms").fetchall()
        writing.execute("UPDATE probe SET body = x'01'")
        scrubber.ask()
        scrubber.work(is_idle=True)
        while_reading = log.stat().st_size, scrubber.patience_s()
        reading.execute("COMMIT")
        scrubber.work(is_idle=True)
        afterwards = log.stat().st_size, scrubber.patience_s()
    assert while_reading[0] > 0
    assert while_reading[1] is not None
    assert afterwards == (0, None)


def test_a_writer_that_is_never_idle_scrubs_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("bridge.store.scrubber.time.monotonic", lambda: now)
    prepare(tmp_path / "bridge.db")
    with closing(open_to_write(tmp_path / "bridge.db")) as db:
        db.execute("UPDATE probe SET body = x'01'")
        scrubber = Scrubber(db)
        scrubber.ask()
        scrubber.work(is_idle=False)
        early = scrubber.patience_s()
        now += 2.0
        scrubber.work(is_idle=False)
        late = scrubber.patience_s()
    assert (early, late) == (0.0, None)
