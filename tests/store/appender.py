"""A process that says things as fast as it can, prints what was acknowledged, and is killed.

Run as `python -m tests.store.appender FILE ROUND`; ends only with its death.
"""

import asyncio
import sys
from pathlib import Path

from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import NOON, TEA, draft

SPEAKERS = 8


async def speak(store: SqliteStore, name: str) -> None:
    number = 0
    while True:
        number += 1
        request = f"{name}-{number}"
        message, _ = await store.append(TEA, draft(request, request), NOON)
        sys.stdout.write(f"{request} {message.seq}\n")
        sys.stdout.flush()


async def main(path: Path, turn: str) -> None:
    store = await SqliteStore.open(path)
    await store.open_room(TEA, NOON, create=True)
    await asyncio.gather(*(speak(store, f"{turn}-{name}") for name in range(SPEAKERS)))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
