"""What a delivery costs: the bridge beside bare `websockets.broadcast` and npm `ws`, in one run.

    (cd tests/bench/peers && npm install --no-package-lock)
    uv run python -m tests.bench.fanout --sockets 500 --sockets 1000

Each server runs in a process of its own; the crowd is a third process. One speaker sends `calm`
10 or `busy` 100 messages a second. CPU is the server's user and system time between the first and
the last message, divided by deliveries. The bridge also stores every message with fsync and
annotates it; the others only relay. Quote the ratios: the machine is shared.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from tests.bench.listeners import Crowd

PEERS = Path(__file__).parent / "peers"
PACES = {"calm": 10, "busy": 100}
SECONDS = 6
TICKS = os.sysconf("SC_CLK_TCK")

HELLO = json.dumps({"type": "hello", "v": 1, "lang": "zh", "name": "crowd"})
JOIN = json.dumps({"type": "join", "id": "j", "room": "bench"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A server: how it starts, which path it serves, what a listener says first."""

    name: str
    command: tuple[str, ...]
    path: str
    words: tuple[str, ...]

    def text(self, number: int) -> str:
        """What the speaker sends. The relays get a frame as long as the bridge's `message`."""
        words = f"bench-{number} 今天晚上一起吃火锅吧，我知道一家很好的店"
        if self.name == "bridge":
            send = {"type": "send", "id": f"m{number}", "room": "bench", "text": f'"{words}"'}
            return json.dumps(send, ensure_ascii=False)
        return json.dumps({"type": "message", "pad": "x" * 210, "text": words}, ensure_ascii=False)


def kinds(data: str, port: int) -> tuple[Kind, ...]:
    """The servers to compare, listening on `port`."""
    python = sys.executable
    serve = (python, "-m", "bridge", "serve", "--port", str(port), "--data", data)
    return (
        Kind("bridge", serve, "/ws", (HELLO, JOIN)),
        Kind("websockets", (python, str(PEERS / "broadcast_server.py"), str(port)), "/", ()),
        Kind("ws (node)", ("node", str(PEERS / "ws_server.mjs"), str(port)), "/", ()),
    )


@contextmanager
def running(kind: Kind) -> Iterator[int]:
    """The server's process id while it runs."""
    # No limits, and no models: this measures the way of the original.
    environment = os.environ | {
        "BRIDGE_SOCKETS_PER_ADDRESS": "100000",
        "BRIDGE_SOCKETS_PER_USER": "100000",
        "BRIDGE_ACCEPTS_PER_S": "100000",
        "BRIDGE_SENDS_PER_5S": "1000000",
    }
    process = subprocess.Popen(
        kind.command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    )
    try:
        if process.stdout is None or not process.stdout.readline():
            raise click.ClickException(f"{kind.name} did not start: {' '.join(kind.command)}")
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far, its threads included (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


async def measure(kind: Kind, port: int, size: int, pace: int) -> tuple[float, float, float]:
    """Deliveries a second, CPU seconds per million deliveries, share delivered."""
    with running(kind) as pid:
        crowd = Crowd()
        await crowd.enter(port, kind.path, list(kind.words), size)
        await asyncio.sleep(2)
        speaker = crowd.listeners[0]
        count = pace * SECONDS
        before, began = cpu_seconds(pid), time.perf_counter()
        for number in range(count):
            speaker.say(kind.text(number))
            await asyncio.sleep(max(0, began + (number + 1) / pace - time.perf_counter()))
        await crowd.wait_for(count * size, patience_s=30)
        cpu = cpu_seconds(pid) - before
        await crowd.leave()
        took = crowd.last - began
        return crowd.heard / took, cpu / crowd.heard * 1e6, crowd.heard / (count * size)


@click.command()
@click.option("--sockets", "sizes", type=int, multiple=True, default=(500, 1000))
@click.option("--port", default=8197)
def main(sizes: tuple[int, ...], port: int) -> None:
    """Print a table; the last column is CPU per delivery beside npm `ws`."""
    click.echo(
        f"{'sockets':>7} {'pace':>5} {'server':<11} {'deliveries/s':>12} {'CPU s/M':>8} ratio"
    )
    for size in sizes:
        for pace_name, pace in PACES.items():
            results = {}
            for number in range(3):
                with tempfile.TemporaryDirectory() as data:
                    kind = kinds(data, port + number)[number]
                    results[kind.name] = asyncio.run(measure(kind, port + number, size, pace))
            yardstick = results["ws (node)"][1]
            for name, (rate, cpu, share) in results.items():
                lost = "" if share == 1 else f"  only {share:.1%} delivered"
                click.echo(
                    f"{size:>7} {pace_name:>5} {name:<11} {rate:>12,.0f} {cpu:>8.1f} "
                    f"{cpu / yardstick:.2f}{lost}"
                )


if __name__ == "__main__":
    main()
