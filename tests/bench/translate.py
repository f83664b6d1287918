"""How fast is translation? `uv run --no-sync python -m tests.bench.translate [--lines N]`

All in one run, on the same package and lines: CTranslate2 alone on the whole set (the limit), the
bridge's engine (queue, batches, tokens, inference) with 1, 8 and 64 senders, and Argos Translate
message by message; then what a single message waits alone, and in a random stream of half of what
64 senders got through. On a busy machine read the ratios: rounds are interleaved, so that what
else it does hits all alike.

Argos Translate needs an environment of its own (2 GB; torch, stanza and spaCy come along):
`uv venv ARGOS && uv pip install --python ARGOS/bin/python torch==2.13.0 argostranslate`, then
`--argos-python ARGOS/bin/python`. How it is called: tests/bench/argos_alone.py.
"""

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bridge.core.jobs import Job
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import Batch
from bridge.engines.installer import install_starter
from bridge.engines.loaded import BEAM, Loaded, load
from bridge.engines.packages import scan
from tests.bench.chat_lines import PAIR, WORKERS, archives, chat_lines

SENDERS = (1, 8, 64)
LIMIT, ARGOS = "CTranslate2 alone", "Argos Translate"
ARGOS_LINES = 100
"""Lines a round that Argos Translate gets; it needs as long for them as the others for all."""

Waits = tuple[float, float]
"""p50 and p95 from asking to answer, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Lines per second, and milliseconds of processor time per line (all threads together)."""

    rate: float
    cpu: float


def main() -> None:
    """Measure, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--lines", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--argos-python", type=Path)
    options = arguments.parse_args()
    lines = chat_lines(options.lines)
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder)
        install_starter(archives(), packages)
        package = scan(packages).serving()[PAIR]
        raw, engine = load(package, WORKERS), ArgosEngine(packages, WORKERS)
        engine.warm(PAIR)
        _say(f"{package.label}, {len(lines)} lines, {WORKERS} workers, {options.rounds} rounds")
        found: dict[str, list[Speed]] = {}
        for _ in range(options.rounds):
            found.setdefault(LIMIT, []).append(_timed(lines, lambda: _raw(raw, lines)))
            for count in SENDERS:
                work = partial(_run, partial(_senders, engine, lines, count))
                found.setdefault(_senders_name(count), []).append(_timed(lines, work))
            if options.argos_python:
                speed = _argos(options.argos_python, packages, lines[:ARGOS_LINES])
                found.setdefault(ARGOS, []).append(speed)
        _table(found)
        half = statistics.median(each.rate for each in found[_senders_name(SENDERS[-1])]) / 2
        _latency(engine, lines, half, options.rounds)


def _timed(lines: list[str], work: Callable[[], None]) -> Speed:
    started, busy = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - started, time.process_time() - busy
    return Speed(len(lines) / wall, 1000 * cpu / len(lines))


def _run(work: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(work())


def _senders_name(count: int) -> str:
    return f"the bridge, {count} sender{'s' if count > 1 else ''}"


def _table(found: dict[str, list[Speed]]) -> None:
    _say(f"{'':24}{'lines/s':>10}{'to limit':>10}{'to Argos':>10}{'CPU ms a line':>16}")
    for name, speeds in found.items():
        rate = statistics.median(each.rate for each in speeds)
        cpu = statistics.median(each.cpu for each in speeds)
        limit, argos = _times(speeds, found[LIMIT]), _times(speeds, found.get(ARGOS, []))
        spent = "" if name == ARGOS else f"{cpu:16.2f}"
        _say(f"{name:24}{rate:10.1f}{limit:>10}{argos:>10}{spent}")
    if ARGOS not in found:
        _say(f"{ARGOS} was left out: see --argos-python in the head of {Path(__file__).name}")


def _times(speeds: list[Speed], base: list[Speed]) -> str:
    """How many times as fast as `base`, the median of the rounds; blank without one."""
    ratios = [each.rate / other.rate for each, other in zip(speeds, base, strict=False)]
    return f"{statistics.median(ratios):.2f}" if ratios else ""


def _raw(raw: Loaded, lines: list[str]) -> None:
    """Tokenizer and model on everything at once, all threads used, sorted by CTranslate2."""
    results = raw.translator.translate_batch(
        [raw.tokenizer.encode(line) for line in lines],
        beam_size=BEAM,
        length_penalty=1,
        max_batch_size=64,
    )
    for result in results:
        raw.tokenizer.decode(result.hypotheses[0])


def _argos(python: Path, packages: Path, lines: list[str]) -> Speed:
    """Argos Translate, one line after the other; its processor time is not measured."""
    asked = {"packages": str(packages), "pair": PAIR, "lines": lines}
    script = Path(__file__).with_name("argos_alone.py")
    done = subprocess.run(
        [python, script], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{script.name} failed under {python}:\n{done.stderr[-2000:]}")
    return Speed(len(lines) / sum(json.loads(done.stdout)["seconds"]), 0)


async def _senders(engine: ArgosEngine, lines: list[str], count: int) -> None:
    """`count` people send one line after the other, each when the last is answered."""
    batch = Batch(engine, WORKERS)
    waiting = iter(lines)

    async def sender() -> None:
        for line in waiting:
            await batch.translate(_job(line))

    await asyncio.gather(*(sender() for _ in range(count)))
    await batch.close()


def _latency(engine: ArgosEngine, lines: list[str], half: float, rounds: int) -> None:
    """Medians of the rounds."""
    alone, stream = list[Waits](), list[Waits]()
    for _ in range(rounds):
        alone.append(_waits(asyncio.run(_one_by_one(engine, lines))))
        stream.append(_waits(asyncio.run(_stream(engine, lines, half))))
    _say(f"\n{'ms from asking to answer':24}{'p50':>10}{'p95':>10}")
    for name, found in (("alone", alone), (f"stream of {half:.0f}/s", stream)):
        p50, p95 = (statistics.median(values) for values in zip(*found, strict=True))
        _say(f"{name:24}{p50:10.1f}{p95:10.1f}")
    both = list(zip(stream, alone, strict=True))
    to_p95 = statistics.median(each[1] / base[1] for each, base in both)
    to_p50 = statistics.median(each[1] / base[0] for each, base in both)
    _say(f"p95 in the stream to p95 alone {to_p95:.2f}, to p50 alone {to_p50:.2f}")


def _waits(seconds: list[float]) -> Waits:
    cuts = statistics.quantiles((1000 * each for each in seconds), n=20)
    return cuts[9], cuts[18]


async def _one_by_one(engine: ArgosEngine, lines: list[str]) -> list[float]:
    """Seconds from asking to answer, each line with the machine to itself."""
    batch = Batch(engine, WORKERS)
    found = [await _seconds(batch, line) for line in lines]
    await batch.close()
    return found


async def _stream(engine: ArgosEngine, lines: list[str], rate: float) -> list[float]:
    """The same, in a random stream of `rate` lines per second."""
    batch, chance, tasks = Batch(engine, WORKERS), random.Random(1), list[asyncio.Task[float]]()
    due = time.perf_counter()
    for line in lines:
        due += chance.expovariate(rate)
        await asyncio.sleep(due - time.perf_counter())
        tasks.append(asyncio.create_task(_seconds(batch, line)))
    found = await asyncio.gather(*tasks)
    await batch.close()
    return found


async def _seconds(batch: Batch, line: str) -> float:
    started = time.perf_counter()
    await batch.translate(_job(line))
    return time.perf_counter() - started


def _job(line: str) -> Job:
    return Job(line, *PAIR, True, time.monotonic() + 600)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
