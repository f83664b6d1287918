"""The bare minimum in Python: `websockets.broadcast` of every text to everybody."""

import asyncio
import sys

from websockets.asyncio.server import ServerConnection, broadcast, serve


async def main(port: int) -> None:
    """Serve until killed."""
    everybody: set[ServerConnection] = set()

    async def relay(socket: ServerConnection) -> None:
        everybody.add(socket)
        try:
            async for text in socket:
                broadcast(everybody, text)
        finally:
            everybody.discard(socket)

    async with serve(relay, "127.0.0.1", port, compression=None, backlog=2048):
        print("ready", flush=True)  # noqa: T201 - the benchmark waits for this line
        await asyncio.get_running_loop().create_future()


asyncio.run(main(int(sys.argv[1])))
