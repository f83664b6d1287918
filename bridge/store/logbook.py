"""Keeps the `Audit` port in the rooms' SQLite file."""

from bridge.core.audit import Line
from bridge.core.model import RoomName, UserId
from bridge.store import audit
from bridge.store.readers import Readers


class SqliteAudit:
    """An `audit.Audit` on the store's own connections; closed with the store."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    async def lines(
        self,
        before: int | None,
        limit: int,
        by: UserId | None = None,
        act: str | None = None,
        room: RoomName | None = None,
    ) -> tuple[Line, ...]:
        """See `audit.Audit`."""
        return await self._readers.run(lambda db: audit.lines(db, before, limit, by, act, room))
