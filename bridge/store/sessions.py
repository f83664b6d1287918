"""Keeps the `Sessions` port in the rooms' SQLite file."""

from collections.abc import Collection

from bridge.core.accounts import Account
from bridge.core.model import Millis, UserId
from bridge.ports.accounts import Secret
from bridge.store import sign_ins
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteSessions:
    """An `accounts.Sessions` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def secret(self, name: str) -> Secret | None:
        """See `accounts.Sessions`, here and below."""
        return await self._readers.run(lambda db: sign_ins.secret(db, name))

    async def offered(self, link: str, now: Millis) -> Account | None:
        return await self._readers.run(lambda db: sign_ins.offered(db, link, now))

    async def redeem(self, link: str, password: str, session: str, now: Millis) -> Account | None:
        return await self._writer.run(lambda db: sign_ins.redeem(db, link, password, session, now))

    async def begin(self, user: UserId, session: str, now: Millis, instead: str | None) -> None:
        await self._writer.run(lambda db: sign_ins.begin(db, user, session, now, instead))

    async def signed_in(self, session: str, now: Millis) -> Account | None:
        found = await self._readers.run(lambda db: sign_ins.signed_in(db, session, now))
        if found is None:
            return None
        account, is_due = found
        if is_due:
            await self._writer.run(lambda db: sign_ins.touch(db, session, now))
        return account

    async def end(self, session: str) -> None:
        await self._writer.run(lambda db: sign_ins.end(db, session))

    async def give_token(self, session: str, token: str, now: Millis) -> bool:
        return await self._writer.run(lambda db: sign_ins.give_token(db, session, token, now))

    async def living(self, tokens: Collection[str], now: Millis) -> frozenset[str]:
        return await self._readers.run(lambda db: sign_ins.living(db, tokens, now))
