"""Runs `bridge chat` as its users do: a process with pipes, or with a terminal."""

import asyncio
import os
import pty
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

PATIENCE_S = 30.0


class Program:
    """A running `bridge chat`, with a settings folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def piped(self, *arguments: str, typed: str = "") -> tuple[int, str, str]:
        """Run with pipes to the end: exit code, output, errors."""
        process = await asyncio.create_subprocess_exec(
            *self._command(*arguments),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._environment(),
        )
        async with asyncio.timeout(PATIENCE_S):
            output, errors = await process.communicate(typed.encode())
        assert process.returncode is not None
        return process.returncode, output.decode(), errors.decode()

    @asynccontextmanager
    async def at_a_terminal(self, *arguments: str) -> AsyncIterator["Terminal"]:
        """Run with a terminal; it must have ended by itself with 0."""
        master, slave = pty.openpty()
        process = await asyncio.create_subprocess_exec(
            *self._command(*arguments),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=self._environment(),
            start_new_session=True,
        )
        os.close(slave)
        try:
            yield Terminal(master)
            async with asyncio.timeout(PATIENCE_S):
                assert await process.wait() == 0
        finally:
            os.close(master)
            if process.returncode is None:
                process.kill()
                await process.wait()

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "bridge", "chat", *arguments]

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "XDG_CONFIG_HOME": str(self.folder),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
        }


class Terminal:
    """The other side of a pseudo-terminal."""

    def __init__(self, master: int) -> None:
        self._master = master
        self.seen = ""

    async def see(self, text: str) -> None:
        """Read until `text` was shown."""
        async with asyncio.timeout(PATIENCE_S):
            while text not in self.seen:
                data = await asyncio.to_thread(os.read, self._master, 65536)
                self.seen += data.decode(errors="replace")

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())
