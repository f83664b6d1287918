"""Compares and keeps passwords: argon2id, beside the event loop."""

import asyncio
import secrets
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bridge.edges.http.errors import HttpCode, Refused

T = TypeVar("T")

AT_ONCE = 2
"""Each takes 64 MiB for a tenth of a second (RFC 9106's second choice, argon2-cffi's own)."""
PATIENCE_S = 5.0
"""So long an attempt waits for its turn."""


class Passwords:
    """Whoever has no password costs as much time as a wrong one."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._nobodys: str | None = None

    async def hash(self, password: str) -> str:
        """What the store keeps. Raises Refused, 503, when too many wait."""
        return await self._in_turn(lambda: self._hasher.hash(_normal(password)))

    async def matches(self, password: str, known: str | None) -> bool:
        """Whether the hash `known` is of this password; None is of none. Raises Refused, 503."""
        return await self._in_turn(lambda: self._compare(_normal(password), known))

    def _compare(self, password: str, known: str | None) -> bool:
        if self._nobodys is None:
            self._nobodys = self._hasher.hash(secrets.token_urlsafe())
        try:
            self._hasher.verify(known or self._nobodys, password)
        except (VerificationError, InvalidHashError):
            return False
        return known is not None

    async def _in_turn(self, work: Callable[[], T]) -> T:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._turns.acquire()
        except TimeoutError:
            busy = "too many sign in at once; try again in a moment"
            raise Refused(HttpCode.UNAVAILABLE, busy, retry_after=PATIENCE_S) from None
        try:
            return await asyncio.to_thread(work)
        finally:
            self._turns.release()


def _normal(password: str) -> str:
    """The same letters typed on another keyboard are the same password (RFC 8265)."""
    return unicodedata.normalize("NFC", password)
