"""Keeps the `Accounts` port in the rooms' SQLite file."""

from bridge.core.accounts import Account
from bridge.core.model import Millis, Role, RoomName, UserId
from bridge.store import holders, sign_ins
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteAccounts:
    """An `accounts.Accounts` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def role(self, user: UserId, room: RoomName | None) -> Role:
        """See `accounts.Accounts`, here and below."""
        return await self._readers.run(lambda db: holders.role(db, user, room))

    async def account(self, user: UserId) -> Account | None:
        return await self._readers.run(lambda db: holders.account(db, user))

    async def accounts(self) -> tuple[Account, ...]:
        return await self._readers.run(holders.accounts)

    async def holder(self, name: str) -> Account | None:
        return await self._readers.run(lambda db: holders.holder(db, name))

    async def add(self, account: Account, by: UserId | None) -> None:
        await self._writer.run(lambda db: holders.add(db, account, by))

    async def grant(
        self, user: UserId, role: Role, room: RoomName | None, by: UserId | None, now: Millis
    ) -> bool:
        return await self._writer.run(lambda db: holders.grant(db, user, role, room, by, now))

    async def remove(self, user: UserId, by: UserId | None, now: Millis) -> bool:
        return await self._writer.run(lambda db: holders.remove(db, user, by, now))

    async def offer(
        self, user: UserId, link: str, by: UserId | None, now: Millis, until: Millis
    ) -> bool:
        return await self._writer.run(lambda db: sign_ins.offer(db, user, link, by, now, until))
