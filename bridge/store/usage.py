"""Keeps the `Usage` port in the rooms' SQLite file."""

from bridge.ports.usage import Counts, Use, Used
from bridge.store import uses
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteUsage:
    """A `usage.Usage` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def count(self, counts: Counts) -> None:
        """See `usage.Usage`, here and below."""
        await self._writer.run(lambda db: uses.count(db, dict(counts)))

    async def most(self, sort: Use, limit: int) -> tuple[Used, ...]:
        return await self._readers.run(lambda db: uses.most(db, sort, limit))
