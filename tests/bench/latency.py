"""How long people wait: fifty who talk, half in Chinese, half in English, in one room.

    uv run python -m tests.bench.latency --talkers 50 --seconds 20

Prints p50, p95 and p99 of: send → ack, send → the original on another socket, send → the first
translation on another socket. The server runs in a process of its own, with its real models and
fsync. Everybody says a line every four seconds on average, at random moments (a fixed seed).
Beside them, the same for two people alone: quote the ratio, the machine is shared.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import click

from tests.server import process, ready
from tests.talker import Talker

PAUSE_S = 4.0
LINES = {
    "zh": (
        "今天晚上一起吃火锅吗？",
        "我刚下班，太累了。",
        "你那边现在几点？",
        "这个周末我要去看电影。",
        "别画蛇添足了。",
        "你家的猫真可爱！",
    ),
    "en": (
        "What are you having for dinner?",
        "I have an exam tomorrow and I'm so nervous.",
        "It's a piece of cake.",
        "Do you have any pets?",
        "Good night, see you tomorrow!",
        "How long did it take you to learn English?",
    ),
}

Times = dict[str, list[float]]


async def speak(talker: Talker, name: str, lang: str, until: float, sent: dict[str, float]) -> None:
    """Say a line now and then, and note when."""
    chance = random.Random(name)
    lines: Iterator[str] = cycle(LINES[lang])
    number = 0
    while (wait := chance.expovariate(1 / PAUSE_S)) + time.perf_counter() < until:
        await asyncio.sleep(wait)
        request = f"{name}-{number}"
        number += 1
        sent[request] = time.perf_counter()
        await talker.say("send", id=request, room="bench", text=f"{next(lines)} {number}")


async def listen(
    talker: Talker, lang: str, sent: dict[str, float], asked: dict[int, float], times: Times
) -> None:
    """Note when frames arrive, until cancelled."""
    while True:
        frame = await talker.next()
        now = time.perf_counter()
        talker.seen.clear()
        match frame["type"]:
            case "ack":
                times["ack"].append(now - sent[frame["id"]])
            case "message" if frame["id"] in sent:
                asked[frame["seq"]] = sent[frame["id"]]
                times["original"].append(now - sent[frame["id"]])
            case "translation" if frame["lang"] == lang and frame["seq"] in asked:
                times["translation"].append(now - asked[frame["seq"]])


async def conversation(talkers: int, seconds: float) -> Times:
    """Run one conversation on a fresh server."""
    times: Times = {"ack": [], "original": [], "translation": []}
    sent: dict[str, float] = {}
    asked: dict[int, float] = {}
    limits = {"BRIDGE_SOCKETS_PER_ADDRESS": "1000"}
    with tempfile.TemporaryDirectory() as data, process(Path(data), **limits) as server:
        await ready(server.http)
        people = []
        for number in range(talkers):
            lang = ("zh", "en")[number % 2]
            people.append((await Talker.enter(server.ws, f"p{number}", lang, "bench"), lang))
        until = time.perf_counter() + seconds
        ears = [
            asyncio.create_task(listen(talker, lang, sent, asked, times)) for talker, lang in people
        ]
        await asyncio.gather(
            *(speak(t, f"p{n}", lang, until, sent) for n, (t, lang) in enumerate(people))
        )
        await asyncio.sleep(3)
        for ear in ears:
            ear.cancel()
        await asyncio.gather(*ears, return_exceptions=True)
    return times


def row(what: str, values: list[float]) -> str:
    """One line of the table, in milliseconds."""
    if len(values) < 2:
        return f"{what:<12} {len(values):>7}"
    cuts = statistics.quantiles(values, n=100)
    columns = " ".join(f"{cuts[percent - 1] * 1e3:>7.1f}" for percent in (50, 95, 99))
    return f"{what:<12} {len(values):>7} {columns}"


@click.command()
@click.option("--talkers", default=50)
@click.option("--seconds", default=20.0)
def main(talkers: int, seconds: float) -> None:
    """Print both tables."""
    for size in (2, talkers):
        times = asyncio.run(conversation(size, seconds))
        click.echo(f"{size} talking   {'count':>7} {'p50 ms':>7} {'p95':>7} {'p99':>7}")
        for what, values in times.items():
            click.echo(row(what, values))


if __name__ == "__main__":
    main()
