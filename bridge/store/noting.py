"""Keeps the `Noting` port in the rooms' SQLite file."""

from collections.abc import Mapping

from bridge.core.model import Lang, Message, RoomName, Runs, Seq
from bridge.store import notes, translations
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteNoting:
    """A `noting.Noting` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def renote(self, room: RoomName, seq: Seq, rev: int, runs: Runs) -> Message | None:
        """See `noting.Noting`, here and below."""
        return await self._writer.run(lambda db: notes.renote(db, room, seq, rev, runs))

    async def noted(self, room: RoomName) -> str:
        return await self._readers.run(lambda db: notes.noted(db, room))

    async def set_noted(self, room: RoomName, state: str) -> None:
        await self._writer.run(
            lambda db: db.execute("UPDATE rooms SET noted = ? WHERE name = ?", (state, room))
        )

    async def memos(self, room: RoomName, seq: Seq) -> Mapping[Lang, str | None]:
        return await self._readers.run(lambda db: notes.memos(db, room, seq))

    async def drop_translation(self, room: RoomName, seq: Seq, rev: int, lang: Lang) -> None:
        await self._writer.run(
            lambda db: translations.drop_one(db, room, seq, rev, lang), scrubs=True
        )
