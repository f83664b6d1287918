"""Lines from a pipe or a file, while everything else goes on."""

import asyncio
import codecs
import os
from collections.abc import AsyncIterator

CHUNK = 64 * 1024
LONGEST_LINE = 256 * 1024
"""Characters; a longer line is cut here, and refused by the server as too long anyway."""


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
