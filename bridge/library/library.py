"""The glossary as the server uses it: matchers per language in memory, search in the database."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Runs
from bridge.errors import GlossaryError
from bridge.library.database import GlossaryDatabase
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers


class GlossaryLibrary:
    """Keeps `ports.Library`."""

    def __init__(self, entries: Sequence[Entry], database: GlossaryDatabase) -> None:
        self._database = database
        self._searching = asyncio.Lock()
        self.revision = database.revision
        self.matchers = Matchers(entries)

    @classmethod
    async def open(cls, folder: Path, database: Path) -> "GlossaryLibrary":
        """Build the database from the files if they changed, and the matchers from it."""
        return await asyncio.to_thread(cls._load, folder, database)

    @classmethod
    def _load(cls, folder: Path, database: Path) -> "GlossaryLibrary":
        found = read_folder(folder)
        if found.problems:
            more = f" (and {len(found.problems) - 1} more)" if len(found.problems) > 1 else ""
            raise GlossaryError(
                f"{found.problems[0]}{more}; `bridge glossary check` tells them all"
            )
        db = GlossaryDatabase(database)
        if db.revision != found.revision:
            db.build(found.entries, found.revision)
        return cls(db.entries(), db)

    def annotate(self, runs: Runs, lang: Lang) -> Runs:
        """Terms of the message's language first, then of the others."""
        return self.matchers.annotate(runs, lang)

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One entry."""
        return self.matchers.entry(entry_id)

    async def search(
        self, query: str, lang: Lang | None, kind: str | None, limit: int
    ) -> Sequence[Entry]:
        """Search the database in a thread, one search at a time."""
        async with self._searching:
            return await asyncio.to_thread(self._database.search, query, lang, kind, limit)

    async def close(self) -> None:
        """Close the database."""
        async with self._searching:
            await asyncio.to_thread(self._database.close)
