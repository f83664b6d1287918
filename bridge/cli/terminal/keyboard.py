"""Lines from a prompt or a pipe, while everything else goes on."""

import asyncio
import codecs
import os
import sys
from collections.abc import AsyncIterator, Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.output.vt100 import Vt100_Output

CHUNK = 64 * 1024
LONGEST_LINE = 256 * 1024
"""Characters; a longer line is cut here, and refused by the server as too long anyway."""


class Prompt:
    """A line editor that stays in its place while the room talks above it.

    The typed line vanishes on Enter: the room shows it as soon as it is stored.
    """

    def __init__(self, text: Callable[[], str], term: str | None) -> None:
        # Not sys.stdout: that is patched to print above the prompt.
        output = Vt100_Output.from_pty(sys.__stdout__ or sys.stdout, term=term)
        # A terminal that does not answer requests for the cursor's position would get a warning.
        output.enable_cpr = False
        self._session: PromptSession[str] = PromptSession(text, output=output, erase_when_done=True)

    def redraw(self) -> None:
        """The text before the cursor has changed."""
        self._session.app.invalidate()

    async def lines(self) -> AsyncIterator[str]:
        """What is typed, until Ctrl-D or Ctrl-C."""
        while True:
            try:
                yield await self._session.prompt_async()
            except (EOFError, KeyboardInterrupt):
                return


async def piped_lines(fd: int | None) -> AsyncIterator[str]:
    """The lines of a pipe, a file or a terminal, until its end. What is no UTF-8 becomes �.
    None: standard input is closed, so there are none."""
    if fd is None:
        return
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    rest = ""
    while data := await _chunk(fd):
        *lines, rest = (rest + decoder.decode(data)).split("\n")
        for each in lines:
            yield each
        if len(rest) > LONGEST_LINE:
            yield rest
            rest = ""
    if rest:
        yield rest


async def _chunk(fd: int) -> bytes:
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    try:
        loop.add_reader(fd, ready.set)
    except PermissionError:
        # A plain file: there is nothing to wait for.
        return os.read(fd, CHUNK)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(fd)
    return os.read(fd, CHUNK)
