"""What broke unexpectedly, written to the log without anything that people wrote."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

log = logging.getLogger(__name__)

MOST_CAUSES = 5


def report(error: BaseException, where: str) -> str:
    """Log types and lines of code of `error` and its causes; returns the incident's id.

    The messages of exceptions are left out: `KeyError('what somebody said')` would carry a text
    into the log (S32).
    """
    incident = secrets.token_hex(4)
    story = "".join(_told(error))
    log.error("incident %s at %s: %s\n%s", incident, where, type(error).__name__, story)
    return incident


def of_loop(loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """Handle what broke in a task that nobody waits for; `loop.set_exception_handler` takes it.
    asyncio's own would log the exception's message."""
    error = context.get("exception")
    if isinstance(error, BaseException):
        report(error, "a task")
    else:
        log.error("asyncio: %s", context.get("message", "an error"))


def _told(error: BaseException) -> Iterator[str]:
    cause: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if cause is None:
            return
        yield f"{type(cause).__module__}.{type(cause).__qualname__} raised at\n"
        yield from traceback.format_tb(cause.__traceback__)
        cause = cause.__cause__ or cause.__context__
