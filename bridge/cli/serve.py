"""`bridge serve`: the server, with a default for everything."""

import asyncio
import logging
import os
import signal
from pathlib import Path

import click

from bridge.app import start
from bridge.config import Settings, load
from bridge.edges.server import listen
from bridge.incidents import of_loop


@click.command()
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="Port.  [default: 8080]")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Data folder.")
@click.option("--closed-rooms", is_flag=True, default=None, help="Only rooms that exist.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="TOML file.")
def serve(
    host: str | None,
    port: int | None,
    data: Path | None,
    closed_rooms: bool | None,
    config: Path | None,
) -> None:
    """Start the server. Every setting is a key of --config or BRIDGE_… in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    flags = {"host": host, "port": port, "data": data, "closed_rooms": closed_rooms}
    asyncio.run(_serve(load(os.environ, config, **flags)))


async def _serve(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM, then say goodbye and commit what was accepted."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    loop.set_exception_handler(of_loop)
    app = await start(settings)
    try:
        server = await listen(app.web, settings.host, settings.port)
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        click.echo(f"The bridge is open: http://{host}:{server.port} (Ctrl-C closes it)")
        try:
            await stop.wait()
        finally:
            app.goodbye()
            await server.close()
    finally:
        await app.close()
