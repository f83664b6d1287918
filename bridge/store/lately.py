"""Keeps the `Lately` port in the rooms' SQLite file."""

from sqlite_utils import Database

from bridge.core.model import Message
from bridge.store.readers import Readers
from bridge.store.rows import message_of


class SqliteLately:
    """A `lately.Lately` on the store's own connections; closed with the store."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    async def messages(self, most: int) -> tuple[Message, ...]:
        """See `lately.Lately`, here and below."""
        return await self._readers.run(lambda db: _newest(db, most))

    async def erased(self) -> str:
        return await self._readers.run(_erased)


def _newest(db: Database, most: int) -> tuple[Message, ...]:
    rows = db.execute(
        "SELECT * FROM message_states WHERE deleted = 0 ORDER BY sent DESC, seq DESC LIMIT ?",
        (most,),
    )
    return tuple(message_of(row, ()) for row in rows)


def _erased(db: Database) -> str:
    (deleted,) = db.execute("SELECT count(*) FROM messages WHERE deleted = 1").fetchone()
    (edited,) = db.execute("SELECT max(edited) FROM messages WHERE edited IS NOT NULL").fetchone()
    return f"{deleted} {edited}"
