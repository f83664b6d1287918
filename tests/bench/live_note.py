"""How long until a note that a curator approves stands in an open room.

    uv run python -m tests.bench.live_note --rounds 8

The change is written from another process, as `bridge glossary import` writes it. Beside it, in the
same run, a plain message between the same two sockets: quote both, the machine is shared.
"""

import asyncio
import tempfile
import time
from pathlib import Path

import click

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Lang, Millis
from bridge.core.revisions import SHIPPED, Change
from bridge.store.sqlite import SqliteStore
from tests.server import Process, process, ready
from tests.talker import Talker

NOW = Millis(1_800_000_000_000)


def note(number: int, term: str) -> Change:
    """A new entry on a term that no message had before."""
    told = ((Lang("en"), Explanation("a word of the bench")),)
    name = EntryId(f"zh/slang/bench-{number}")
    entry = Entry(name, Lang("zh"), "slang", term, hits=(term,), explained=told)
    return Change(name, entry, SHIPPED, "bench")


async def once(number: int, store: SqliteStore, lin: Talker, ann: Talker) -> tuple[float, float]:
    """Seconds of a plain message, and of a note on it."""
    term = f"班味十足{chr(ord('甲') + number)}"
    started = time.perf_counter()
    ack = await lin.send(term, f"m{number}")
    await ann.expect("message", seq=ack["seq"])
    said = time.perf_counter() - started
    await ann.expect("translation", seq=ack["seq"])
    started = time.perf_counter()
    await store.revisions().revise([(note(number, term), None)], None, NOW)
    while True:
        again = await ann.expect("message", seq=ack["seq"])
        if any(run.get("entry") == f"zh/slang/bench-{number}" for run in again["runs"]):
            return said, time.perf_counter() - started


async def rounds(server: Process, data: Path, count: int) -> list[tuple[float, float]]:
    """One after the other, in one room."""
    store = await SqliteStore.open(data / "rooms.db")
    lin = await Talker.enter(server.ws, "小林", "zh", "bench")
    ann = await Talker.enter(server.ws, "Ann", "en", "bench")
    told = [await once(number, store, lin, ann) for number in range(count)]
    await lin.leave()
    await ann.leave()
    await store.close()
    return told


async def bench(count: int) -> list[tuple[float, float]]:
    with tempfile.TemporaryDirectory() as folder, process(Path(folder)) as server:
        await ready(server.http)
        return await rounds(server, Path(folder), count)


@click.command()
@click.option("--rounds", "count", default=8)
def main(count: int) -> None:
    """Print both, sorted, in milliseconds."""
    messages, notes = zip(*asyncio.run(bench(count)), strict=True)
    for what, seconds in (("message", messages), ("note", notes)):
        click.echo(f"{what:<8} " + " ".join(f"{each * 1e3:>6.0f}" for each in sorted(seconds)))


if __name__ == "__main__":
    main()
