"""How fast is translation? `uv run --no-sync python -m tests.bench.translate [--lines N]`

Throughput of the whole path (sentences, queue, batches, tokens, inference) with 1, 8 and 64
senders, against CTranslate2 alone on the whole set at once, in the same minute; then what a
single message waits alone, and in a steady stream at half of what 64 senders got through.
On a busy machine read the ratios, and the processor's time per line, which others do not change
much.
"""

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bridge.core.jobs import Job
from bridge.core.model import Lang
from bridge.core.sentences import split
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import MOST_IN_BATCH, Batch
from bridge.engines.installer import install_starter
from bridge.engines.loaded import BEAM, Loaded, load
from bridge.engines.packages import scan
from bridge.resources import STARTER

PAIR = (Lang("zh"), Lang("en"))
WORKERS = 2
SENDERS = (1, 8, 64)
SHARED = Path(__file__).parents[3] / "shared"
SPARE_LINES = ("你好，你今天怎么样？", "我下班了，一起吃饭吧。", "这个电影真的很好看！", "明天见。")


def main() -> None:
    """Measure, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--lines", type=int, default=400)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    lines = _lines(options.lines)
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder)
        install_starter(_archives(), packages)
        package = scan(packages).serving()[PAIR]
        raw, engine = load(package, WORKERS), ArgosEngine(packages, WORKERS)
        engine.warm(PAIR)
        _say(f"{package.label}, {len(lines)} lines, {WORKERS} workers, {options.rounds} rounds")
        _throughput(raw, engine, lines, options.rounds)


@dataclass(frozen=True, slots=True)
class Speed:
    """Lines per second, and milliseconds of processor time per line (all threads together)."""

    rate: float
    cpu: float


def _timed(lines: list[str], work: Callable[[], None]) -> Speed:
    started, busy = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - started, time.process_time() - busy
    return Speed(len(lines) / wall, 1000 * cpu / len(lines))


def _run(work: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(work())


def _throughput(raw: Loaded, engine: ArgosEngine, lines: list[str], rounds: int) -> None:
    speeds: dict[int, list[Speed]] = {count: [] for count in (0, *SENDERS)}
    for _ in range(rounds):
        # Interleaved, so that what else the machine does hits all alike.
        speeds[0].append(_timed(lines, lambda: _raw(raw, lines)))
        for count in SENDERS:
            senders = partial(_senders, engine, lines, count)
            speeds[count].append(_timed(lines, partial(_run, senders)))
    _say(f"{'':20}{'lines/s':>10}{'to raw':>10}{'CPU ms a line':>16}{'to raw':>10}")
    for count, found in speeds.items():
        name = f"{count} senders" if count else "CTranslate2 alone"
        pairs = list(zip(found, speeds[0], strict=True))
        rate = statistics.median(each.rate for each in found)
        faster = statistics.median(each.rate / base.rate for each, base in pairs)
        cpu = statistics.median(each.cpu for each in found)
        dearer = statistics.median(each.cpu / base.cpu for each, base in pairs)
        _say(f"{name:20}{rate:10.1f}{faster:10.2f}{cpu:16.1f}{dearer:10.2f}")
    half = statistics.median(each.rate for each in speeds[SENDERS[-1]]) / 2
    _latency(engine, lines, half)


def _latency(engine: ArgosEngine, lines: list[str], half: float) -> None:
    alone = asyncio.run(_latencies(engine, lines[:100], itertools.repeat(None)))
    chance = random.Random(1)
    pauses = iter(lambda: chance.expovariate(half), None)
    stream = asyncio.run(_latencies(engine, lines, pauses))
    _say(f"\n{'':20}{'p50 ms':>10}{'p95 ms':>10}")
    for name, found in (("one alone", alone), (f"stream of {half:.0f}/s", stream)):
        cuts = statistics.quantiles(found, n=20)
        _say(f"{name:20}{1000 * cuts[9]:10.1f}{1000 * cuts[18]:10.1f}")
    ratio = statistics.median(stream) / statistics.median(alone)
    _say(f"p50 in the stream is {ratio:.2f} times p50 alone")


def _raw(raw: Loaded, lines: list[str]) -> None:
    """Tokenizer and model on everything at once, all threads used."""
    sentences = [each.text for line in lines for each in split(line) if each.has_words]
    results = raw.translator.translate_batch(
        [raw.tokenizer.encode(each) for each in sentences],
        beam_size=BEAM,
        length_penalty=1,
        max_batch_size=MOST_IN_BATCH,
    )
    for result in results:
        raw.tokenizer.decode(result.hypotheses[0])


async def _senders(engine: ArgosEngine, lines: list[str], count: int) -> None:
    """`count` people send one line after the other, each when the last is answered."""
    batch = Batch(engine, WORKERS)
    waiting = iter(lines)

    async def sender() -> None:
        for line in waiting:
            await batch.translate(_job(line))

    await asyncio.gather(*(sender() for _ in range(count)))
    await batch.close()


async def _latencies(
    engine: ArgosEngine, lines: list[str], pauses: Iterator[float | None]
) -> list[float]:
    """Seconds from asking to answer; no pause: the next one asks when the last is answered."""
    batch = Batch(engine, WORKERS)
    found: list[float] = []

    async def one(line: str) -> None:
        started = time.perf_counter()
        await batch.translate(_job(line))
        found.append(time.perf_counter() - started)

    async with asyncio.TaskGroup() as group:
        for line, pause in zip(lines, pauses, strict=False):
            task = group.create_task(one(line))
            await (task if pause is None else asyncio.sleep(pause))
    await batch.close()
    return found


def _job(line: str) -> Job:
    return Job(line, *PAIR, True, time.monotonic() + 600)


def _lines(count: int) -> list[str]:
    """Different lines of chat; a repeated one would be answered once for all."""
    files = sorted(SHARED.glob("eval/*.zh-en.tsv"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    found = [line.split("\t")[0] for line in text.splitlines()] or [
        f"{line}{number}" for number in range(count) for line in SPARE_LINES
    ]
    random.Random(1).shuffle(found)
    return list(dict.fromkeys(found))[:count]


def _archives() -> Path:
    for folder in (STARTER, SHARED / "models"):
        if list(folder.glob("*.argosmodel")):
            return folder
    sys.exit("no packages: neither bridge/starter nor ../shared/models holds one")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
