"""Does the engine's memory stay flat? `uv run --no-sync python -m tests.bench.memory`

20,000 different sentences, one in twenty of them careful, from 64 senders; what the process holds
(resident set, Linux only) every 2,000. The first thousands warm up buffers; after them it should
not grow.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from bridge.core.jobs import Job
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import Batch
from bridge.engines.installer import install_starter
from tests.bench.chat_lines import PAIR, WORKERS, archives, chat_lines

SENDERS = 64
STEP = 2_000
CAREFUL = 20


def main() -> None:
    """Translate, and print a line every STEP sentences."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--lines", type=int, default=20_000)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        install_starter(archives(), Path(folder))
        engine = ArgosEngine(Path(folder), WORKERS)
        engine.warm(PAIR)
        held = asyncio.run(_soak(engine, _varied(options.lines)))
    after = held[min(2, len(held) - 1)]
    _say(f"the last to the one after {2 * STEP:,} sentences: {held[-1] / after:.3f}")


async def _soak(engine: ArgosEngine, lines: list[str]) -> list[float]:
    """MiB held before the first sentence, and after every STEP."""
    batch, held, waiting = Batch(engine, WORKERS), [_resident()], iter(enumerate(lines, 1))
    _say(f"{0:>8,} sentences {held[0]:8.1f} MiB")

    async def sender() -> None:
        for number, line in waiting:
            careful = number % CAREFUL == 0
            await batch.translate(Job(line, *PAIR, True, time.monotonic() + 600, careful))
            if number % STEP == 0:
                held.append(_resident())
                _say(f"{number:>8,} sentences {held[-1]:8.1f} MiB")

    await asyncio.gather(*(sender() for _ in range(SENDERS)))
    await batch.close()
    return held


def _varied(count: int) -> list[str]:
    """Sentences of one to eight times the length of those in a chat, no two alike."""
    chance, lines = random.Random(1), chat_lines(2_000)
    return [
        "，".join([*chance.choices(lines, k=chance.choice((1, 1, 1, 1, 2, 3, 8))), str(number)])
        for number in range(count)
    ]


def _resident() -> float:
    """MiB of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
