"""Keeps the `Store` port in one SQLite file."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Final, Self

from sqlite_utils import Database

from bridge.core.model import (
    At,
    Changes,
    Draft,
    Lang,
    Message,
    Millis,
    Page,
    Receipt,
    Rendering,
    RoomName,
    RoomState,
    Runs,
    Seq,
    Translation,
    User,
    UserId,
)
from bridge.errors import StoreError
from bridge.store import messages, people, reactions, reads, rooms, translations
from bridge.store.accounts import SqliteAccounts
from bridge.store.connection import open_to_read, open_to_write, prepare, refusal
from bridge.store.desk import SqliteDesk
from bridge.store.inquiries import SqliteInquiries
from bridge.store.lately import SqliteLately
from bridge.store.logbook import SqliteAudit
from bridge.store.noting import SqliteNoting
from bridge.store.readers import Readers
from bridge.store.revisions import SqliteRevisions
from bridge.store.rulings import SqliteRulings
from bridge.store.sessions import SqliteSessions
from bridge.store.usage import SqliteUsage
from bridge.store.writer import Writer

READERS: Final = 4


class SqliteStore:
    """A `ports.Store`. The event loop never waits for the disk.

    Deleted words are overwritten in the commit that deletes them; what the write-ahead log still
    holds of them is cut off when the writer is next idle, 2 s later at most unless somebody reads
    all that time, and on `close`.
    """

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the database, or make it, folder included (file mode 0600).

        Raises StoreCorrupt when the file is damaged or not ours, StoreUnavailable when the disk
        refuses.
        """
        connections = await asyncio.to_thread(_connect, path)
        return cls(Writer(connections[0], path), Readers(connections[1:], path))

    def desk(self) -> SqliteDesk:
        """The curators' part of the same file."""
        return SqliteDesk(self._writer, self._readers)

    def lately(self) -> SqliteLately:
        """What was said last in all rooms."""
        return SqliteLately(self._readers)

    def revisions(self) -> SqliteRevisions:
        """What curators made of the glossary, in the same file."""
        return SqliteRevisions(self._writer, self._readers)

    def noting(self) -> SqliteNoting:
        """Where notes stand in the stored messages."""
        return SqliteNoting(self._writer, self._readers)

    def inquiries(self) -> SqliteInquiries:
        """What readers asked about the messages."""
        return SqliteInquiries(self._writer, self._readers)

    def usage(self) -> SqliteUsage:
        """How much the notes are used."""
        return SqliteUsage(self._writer, self._readers)

    def accounts(self) -> SqliteAccounts:
        """Who may do what."""
        return SqliteAccounts(self._writer, self._readers)

    def sessions(self) -> SqliteSessions:
        """Who is signed in."""
        return SqliteSessions(self._writer, self._readers)

    def rulings(self) -> SqliteRulings:
        """What moderators rule, and what waits for them."""
        return SqliteRulings(self._writer, self._readers)

    def audit(self) -> SqliteAudit:
        """Who did what."""
        return SqliteAudit(self._readers)

    async def close(self) -> None:
        """Commit what is queued, then close."""
        # The writer's connection last: only that one can empty the log and remove it.
        await self._readers.close()
        await self._writer.close()

    async def writable(self) -> bool:
        """Whether a write would succeed now: it does one."""
        try:
            await self._writer.run(_probe)
        except StoreError:
            return False
        return True

    async def open_room(self, name: RoomName, now: Millis, create: bool) -> RoomState | None:
        """See `ports.Store`, here and below."""
        state = await self._readers.run(lambda db: reads.room(db, name))
        if state is None and create:
            return await self._writer.run(lambda db: rooms.make(db, name, now))
        return state

    async def append(self, room: RoomName, draft: Draft, now: Millis) -> tuple[Message, bool]:
        return await self._writer.run(lambda db: messages.append(db, room, draft, now))

    async def receipt(self, user: UserId, client_id: str) -> Receipt | None:
        return await self._readers.run(lambda db: reads.receipt(db, user, client_id))

    async def edit(
        self, room: RoomName, seq: Seq, lang: Lang, runs: Runs, now: Millis, request: str
    ) -> Message | None:
        return await self._writer.run(
            lambda db: messages.edit(db, room, seq, lang, runs, now, request), scrubs=True
        )

    async def delete(
        self, room: RoomName, seq: Seq, by: UserId, now: Millis, request: str, reason: str = ""
    ) -> Message | None:
        return await self._writer.run(
            lambda db: messages.delete(db, room, seq, by, now, request, reason), scrubs=True
        )

    async def react(
        self,
        room: RoomName,
        seq: Seq,
        user: UserId,
        emoji: str,
        on: bool,
        now: Millis,
        request: str,
    ) -> Message | None:
        return await self._writer.run(
            lambda db: reactions.react(db, room, seq, user, emoji, on, request)
        )

    async def add_translation(
        self,
        room: RoomName,
        seq: Seq,
        rev: int,
        lang: Lang,
        rendering: Rendering,
        memo: str | None = None,
    ) -> Translation | None:
        return await self._writer.run(
            lambda db: translations.add(db, room, seq, rev, lang, rendering, memo)
        )

    async def recall(self, memo: str) -> Rendering | None:
        return await self._readers.run(lambda db: reads.recall(db, memo))

    async def relabel(self, room: RoomName, seq: Seq, lang: Lang, runs: Runs) -> Message | None:
        return await self._writer.run(
            lambda db: messages.relabel(db, room, seq, lang, runs), scrubs=True
        )

    async def message(self, room: RoomName, seq: Seq) -> Message | None:
        return await self._readers.run(lambda db: reads.message(db, room, seq))

    async def translation(self, room: RoomName, seq: Seq, lang: Lang) -> Translation | None:
        return await self._readers.run(lambda db: reads.translation(db, room, seq, lang))

    async def changes(
        self,
        room: RoomName,
        after: At | None,
        epoch: str | None,
        lang: Lang,
        most: int,
        newest: int,
    ) -> Changes | None:
        return await self._readers.run(
            lambda db: reads.changes(db, room, after, epoch, lang, most, newest)
        )

    async def history(
        self, room: RoomName, before: Seq | None, limit: int, lang: Lang
    ) -> Page | None:
        return await self._readers.run(lambda db: reads.history(db, room, before, limit, lang))

    async def read_up_to(self, room: RoomName, user: UserId, seq: Seq) -> None:
        await self._writer.run(lambda db: people.read_up_to(db, room, user, seq))

    async def read_position(self, room: RoomName, user: UserId) -> Seq:
        return await self._readers.run(lambda db: people.read_position(db, room, user))

    async def add_user(self, user: User, token_hash: str, now: Millis) -> None:
        await self._writer.run(lambda db: people.add(db, user, token_hash, now))

    async def user_by_token(self, token_hash: str, now: Millis) -> User | None:
        return await self._readers.run(lambda db: people.by_token(db, token_hash, now))

    async def rename_user(self, user: UserId, name: str) -> None:
        await self._writer.run(lambda db: people.rename(db, user, name))


def _connect(path: Path) -> list[Database]:
    """The connection that writes, then those that read."""
    prepare(path)
    try:
        return [open_to_write(path), *(open_to_read(path) for _ in range(READERS))]
    except sqlite3.Error as error:
        raise refusal(error, path) from error


def _probe(db: Database) -> None:
    # More than the longest message takes, with its rows and indexes; random, because SQLite skips
    # writing what does not change.
    db.execute("UPDATE probe SET body = randomblob(65536)")
