"""Looks again and again at what another process may have changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bridge.errors import BridgeError

log = logging.getLogger(__name__)


async def every(seconds: float, look: Callable[[], Awaitable[object]], what: str) -> None:
    """Look at `what` for ever. What goes wrong once is told, and looked at again."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await look()
        except (BridgeError, OSError) as error:
            log.error("cannot look at %s: %s", what, error)
