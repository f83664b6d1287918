"""A whole server for tests: in this process, or in one of its own that can be killed."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bridge.app import App, start
from bridge.config import Settings
from bridge.edges.server import Server, listen

STARTED = "The bridge is open: "


@dataclass(frozen=True, slots=True)
class Running:
    """A server in this process, and its addresses."""

    app: App
    server: Server
    data: Path

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.server.port}/ws"


@contextlib.asynccontextmanager
async def running(data: Path, **settings: object) -> AsyncIterator[Running]:
    """Start on a free port, and stop afterwards."""
    chosen = replace(Settings(data=data, port=0), **settings)  # type: ignore[arg-type]
    app = await start(chosen)
    server = await listen(app.web, chosen.host, chosen.port)
    try:
        yield Running(app, server, data)
    finally:
        app.goodbye()
        await server.close()
        await app.close()


@dataclass(slots=True)
class Process:
    """`bridge serve` as a user starts it."""

    process: subprocess.Popen[str]
    http: str

    @property
    def ws(self) -> str:
        return self.http.replace("http", "ws", 1) + "/ws"

    def kill(self) -> None:
        """Pull the plug: SIGKILL."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> int:
        """Ask it to stop (SIGTERM); its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


@contextlib.contextmanager
def process(
    data: Path,
    port: int = 0,
    start: tuple[str, ...] = ("-m", "bridge"),
    log: Path | None = None,
    python: str = sys.executable,
    cwd: Path | None = None,
    **environment: str,
) -> Iterator[Process]:
    """Run `python START serve`, wait for its line, and end it afterwards; stderr goes to `log`."""
    command = [python, *start, "serve", "--port", str(port), "--data", str(data)]
    with (
        open(log or os.devnull, "w") as errors,  # noqa: PTH123 - os.devnull is no path of ours
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=os.environ | environment,
            cwd=cwd,
            text=True,
        ) as child,
    ):
        try:
            if child.stdout is None:
                raise RuntimeError("stdout is a pipe")
            line = child.stdout.readline()
            if not line.startswith(STARTED):
                raise RuntimeError(f"the server said {line!r} in place of where it is")
            yield Process(child, line.removeprefix(STARTED).split()[0])
        finally:
            if child.poll() is None:
                child.kill()


async def ready(http: str, patience_s: float = 30) -> None:
    """Wait until `/readyz` says yes."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if await asyncio.to_thread(_answers, f"{http}/readyz"):
                return
        await asyncio.sleep(0.1)
    raise TimeoutError(f"{http} was not ready within {patience_s:g} s")


def _answers(url: str) -> bool:
    with urllib.request.urlopen(url, timeout=5) as response:
        return bool(response.status == 200)
