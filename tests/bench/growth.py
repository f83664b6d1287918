"""What one message costs as its room grows: in people, and in history.

    uv run python -m tests.bench.growth

People: server CPU per message and per delivery, from 10 to 1,000 sockets (should grow with the
sockets, and not per delivery). History: time from send to ack and to come in, with up to 50,000
messages stored (should not grow).
"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

import click

from bridge.app import LOBBY
from bridge.core.model import Draft, Lang, Millis, Run, UserId
from bridge.store.sqlite import SqliteStore
from tests.bench.fanout import kinds, measure
from tests.server import process, ready
from tests.talker import Talker

SOCKETS = (10, 100, 500, 1000)
HISTORY = (0, 5_000, 50_000)
SENDS = 40


async def fill(data: Path, count: int) -> None:
    """Put `count` messages into the lobby, straight through the store."""
    store = await SqliteStore.open(data / "rooms.db")
    await store.open_room(LOBBY, Millis(0), create=True)
    for start in range(0, count, 500):
        numbers = range(start, min(start + 500, count))
        drafts = [
            Draft(f"old-{number}", UserId("u-0"), "Old", Lang("zh"), (Run(f"第{number}句话"),))
            for number in numbers
        ]
        await asyncio.gather(*(store.append(LOBBY, draft, Millis(1)) for draft in drafts))
    await store.close()


async def ack_and_join(data: Path) -> tuple[float, float]:
    """Median milliseconds from send to ack, and of coming in."""
    acks, joins = [], []
    limits = {"BRIDGE_SENDS_PER_5S": "1000"}
    with process(data, **limits) as server:
        await ready(server.http)
        talker = await Talker.enter(server.ws, "Mei", "zh")
        for number in range(SENDS):
            began = time.perf_counter()
            await talker.send("今天真热", f"{began}-{number}")
            acks.append(time.perf_counter() - began)
        for _ in range(5):
            began = time.perf_counter()
            await talker.join("lobby")
            joins.append(time.perf_counter() - began)
        await talker.leave()
    return statistics.median(acks) * 1e3, statistics.median(joins) * 1e3


@click.command()
@click.option("--port", default=8196)
def main(port: int) -> None:
    """Print both tables."""
    click.echo(f"{'sockets':>8} {'CPU ms/message':>15} {'CPU us/delivery':>16}")
    for size in SOCKETS:
        with tempfile.TemporaryDirectory() as data:
            _, cpu, _ = asyncio.run(measure(kinds(data, port)[0], port, size, pace=20))
        click.echo(f"{size:>8} {cpu * size / 1e3:>15.2f} {cpu:>16.1f}")
    click.echo(f"{'stored':>8} {'ack ms':>8} {'join ms':>8}")
    for count in HISTORY:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder)
            asyncio.run(fill(data, count))
            ack, join = asyncio.run(ack_and_join(data))
        click.echo(f"{count:>8} {ack:>8.1f} {join:>8.1f}")


if __name__ == "__main__":
    main()
