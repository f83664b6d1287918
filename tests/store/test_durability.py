"""What was acknowledged is on the disk, whatever happens to the process.

A killed process does not show what a loss of power would do: the kernel still has its pages. That
each commit waits for the disk is held by `test_every_commit_waits_for_the_disk`.
"""

import asyncio
import itertools
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bridge.core.model import Message, Seq
from bridge.store.connection import open_to_write, prepare
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, NOON, TEA, draft, words

ACKS = (10, 80, 150)
"""How many acknowledgements each process lives to hear."""


def acks_before_the_kill(path: Path, turn: int, count: int) -> dict[str, Seq]:
    """Let a process speak, kill -9 it in the middle of things, and say what it had heard back."""
    command = [sys.executable, "-m", "tests.store.appender", str(path), str(turn)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = list(itertools.islice(process.stdout, count))
        process.kill()
        lines += process.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {request: Seq(int(seq)) for request, seq in whole}


def verdict(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


async def test_every_acknowledged_message_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    acked: dict[str, Seq] = {}
    for turn, count in enumerate(ACKS):
        acked |= await asyncio.to_thread(acks_before_the_kill, path, turn, count)
    assert len(acked) >= sum(ACKS)
    store = await SqliteStore.open(path)
    changes = await store.changes(TEA, None, None, EN, 300, 1_000_000)
    await store.close()
    assert changes is not None
    kept = {message.client_id: message.seq for message in changes.messages}
    assert acked == {request: kept.get(request) for request in acked}
    assert [message.seq for message in changes.messages] == list(range(1, changes.state.seq + 1))
    assert verdict(path) == "ok"


async def test_what_was_queued_when_closing_is_committed(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    waiting = [
        asyncio.create_task(store.append(TEA, draft(f"{number}"), NOON)) for number in range(300)
    ]
    await asyncio.sleep(0)
    await store.close()
    answered: list[tuple[Message, bool]] = await asyncio.gather(*waiting)
    store = await SqliteStore.open(path)
    page = await store.history(TEA, None, 300, EN)
    await store.close()
    assert page is not None
    assert [message for message, _ in answered] == list(page.messages)


async def test_a_reopened_store_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    await store.append(TEA, draft("1"), NOON)
    before = await store.open_room(TEA, NOON, create=False)
    await store.close()
    store = await SqliteStore.open(path)
    after = await store.open_room(TEA, NOON, create=True)
    message, _ = await store.append(TEA, draft("2"), NOON)
    repeated, is_new = await store.append(TEA, draft("1"), NOON)
    await store.close()
    assert before == after
    assert (message.at, message.seq) == (2, 2)
    assert (repeated.seq, is_new) == (1, False)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1), ("journal_mode", "wal")],
)
def test_every_commit_waits_for_the_disk(tmp_path: Path, pragma: str, value: object) -> None:
    prepare(tmp_path / "bridge.db")
    with closing(open_to_write(tmp_path / "bridge.db")) as db:
        assert db.execute(f"PRAGMA {pragma}").fetchone()[0] == value


async def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    store = await SqliteStore.open(folder / "bridge.db")
    await store.open_room(TEA, NOON, create=True)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    await store.close()
    assert modes == dict.fromkeys(("bridge.db", "bridge.db-wal", "bridge.db-shm"), 0o600)


async def test_a_file_left_open_to_others_is_shut(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    await (await SqliteStore.open(path)).close()
    path.chmod(0o644)
    await (await SqliteStore.open(path)).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_second_process_may_write_to_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    first, second = await SqliteStore.open(path), await SqliteStore.open(path)
    await first.open_room(TEA, NOON, create=True)
    told = await asyncio.gather(
        *(first.append(TEA, draft(f"a{number}", "a"), NOON) for number in range(50)),
        *(second.append(TEA, draft(f"b{number}", "b"), NOON) for number in range(50)),
    )
    await first.close()
    await second.close()
    assert sorted(message.at for message, _ in told) == list(range(1, 101))
    assert {message.runs for message, _ in told} == {words("a"), words("b")}
