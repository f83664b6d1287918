"""A disk that refuses: nothing is acknowledged, reading goes on, and it works again afterwards."""

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bridge.core.model import Seq
from bridge.errors import StoreUnavailable
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, NOON, TEA, draft

LONG = "a long story " * 1_500
MORE_THAN_FITS = 1_000


def mount(folder: Path, *options: str) -> int:
    command = ["mount", "-t", "tmpfs", "-o", ",".join(("mode=700", *options)), "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB; making one takes root."""
    if shutil.which("mount") is None or os.geteuid() != 0 or mount(tmp_path, "size=2m") != 0:
        pytest.skip("a tmpfs cannot be mounted here")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


async def fill(store: SqliteStore) -> int:
    """Say long things until the disk refuses; how many were acknowledged."""
    for number in range(MORE_THAN_FITS):
        try:
            await store.append(TEA, draft(f"{number}", LONG), NOON)
        except StoreUnavailable as refusal:
            assert "make room" in str(refusal) or "check the disk" in str(refusal)
            return number
    pytest.fail("it all fitted")


async def test_a_full_disk_refuses_and_works_again_when_there_is_room(small_disk: Path) -> None:
    store = await SqliteStore.open(small_disk / "bridge.db")
    await store.open_room(TEA, NOON, create=True)
    acked = await fill(store)
    refused_while_full = not await store.writable()
    page = await store.history(TEA, None, MORE_THAN_FITS, EN)
    assert mount(small_disk, "remount", "size=16m") == 0
    assert await store.writable()
    message, is_new = await store.append(TEA, draft(f"{acked}", LONG), NOON)
    await store.close()
    assert refused_while_full
    assert page is not None
    assert len(page.messages) == acked > 0
    assert (message.seq, message.at, is_new) == (acked + 1, acked + 1, True)


async def test_a_disk_that_fails_to_write_refuses_and_works_again_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await SqliteStore.open(tmp_path / "bridge.db")
    await store.open_room(TEA, NOON, create=True)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        acked = await fill(store)
        page = await store.history(TEA, None, MORE_THAN_FITS, EN)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    message, _ = await store.append(TEA, draft(f"{acked}", LONG), NOON)
    await store.close()
    assert page is not None
    assert len(page.messages) == acked > 0
    assert message.seq == acked + 1


async def test_a_file_that_was_taken_away_takes_no_more_messages(tmp_path: Path) -> None:
    path = tmp_path / "bridge.db"
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StoreUnavailable, match="put it back"):
        await store.append(TEA, draft("1"), NOON)
    assert not await store.writable()
    (tmp_path / "elsewhere.db").rename(path)
    message, _ = await store.append(TEA, draft("1"), NOON)
    await store.close()
    assert message.seq == Seq(1)
