"""What group commit gains: many messages a commit beside one message a commit, in one run.

    uv run python -m tests.bench.store --folder DIR_ON_THE_DISK_IN_QUESTION

Both are the same store with `synchronous=FULL`; one may put 128 messages into a commit, the other
one. Speakers wait for each acknowledgement before they speak again. The two take turns, so that
a disk that others use too is fair to both; each figure is the median of the turns. Waits are from
the call of `append` to its answer.
"""

import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import click

from bridge.core.model import Draft, Lang, Millis, RoomName, Run, UserId
from bridge.store.sqlite import SqliteStore

ROOM = RoomName("bench")
TEXT = (Run("今天晚上一起吃火锅吧，我知道一家很好的店，就在地铁站旁边。"),)
NOON = Millis(1_800_000_000_000)
GROUP = 128


@dataclass(frozen=True, slots=True)
class Figures:
    """Messages a second, and seconds that half and 99 of 100 callers waited at most."""

    rate: float
    median_s: float
    p99_s: float


async def measure(path: Path, speakers: int, seconds: float) -> Figures:
    """Let `speakers` talk for so long."""
    store = await SqliteStore.open(path)
    await store.open_room(ROOM, NOON, create=True)
    waits: list[float] = []
    began = time.perf_counter()
    end = began + seconds

    async def speak(author: UserId) -> None:
        number = 0
        while (asked := time.perf_counter()) < end:
            number += 1
            draft = Draft(f"{number}", author, "Mei", Lang("zh"), TEXT)
            await store.append(ROOM, draft, NOON)
            waits.append(time.perf_counter() - asked)

    await asyncio.gather(*(speak(UserId(f"u-{number}")) for number in range(speakers)))
    took = time.perf_counter() - began
    await store.close()
    waits.sort()
    return Figures(len(waits) / took, waits[len(waits) // 2], waits[len(waits) * 99 // 100])


def turn(folder: Path, most_per_commit: int, speakers: int, seconds: float) -> Figures:
    """One new store with this size of a group."""
    with (
        tempfile.TemporaryDirectory(dir=folder) as data,
        mock.patch("bridge.store.writer.MOST_PER_COMMIT", most_per_commit),
    ):
        return asyncio.run(measure(Path(data) / "bench.db", speakers, seconds))


def middle(turns: list[Figures]) -> Figures:
    """The median of each figure."""
    return Figures(
        statistics.median(each.rate for each in turns),
        statistics.median(each.median_s for each in turns),
        statistics.median(each.p99_s for each in turns),
    )


@click.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path(tempfile.gettempdir()))
@click.option("--speakers", "crowds", type=int, multiple=True, default=(1, 8, 32, 128, 512))
@click.option("--seconds", default=2.0, help="How long a turn lasts.")
@click.option("--turns", default=3)
def main(folder: Path, crowds: tuple[int, ...], seconds: float, turns: int) -> None:
    """Print a table; `gain` is the rate of groups beside that of single commits."""
    click.echo(
        f"{'speakers':>8} {'a commit':>8} {'messages/s':>10} {'median ms':>9} {'p99 ms':>7} gain"
    )
    for speakers in crowds:
        results: dict[int, list[Figures]] = {1: [], GROUP: []}
        for _ in range(turns):
            for most, figures in results.items():
                figures.append(turn(folder, most, speakers, seconds))
        single = middle(results[1])
        for most, figures in results.items():
            shown = middle(figures)
            click.echo(
                f"{speakers:>8} {most:>8} {shown.rate:>10,.0f} {shown.median_s * 1e3:>9.1f} "
                f"{shown.p99_s * 1e3:>7.1f} {shown.rate / single.rate:.1f}"
            )


if __name__ == "__main__":
    main()
