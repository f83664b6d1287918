"""The glossary as the server uses it: matchers per language in memory, search in the database."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from bridge.core.annotate import Allows
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Runs
from bridge.errors import GlossaryError
from bridge.library.database import GlossaryDatabase
from bridge.library.files import Folder, read_folder
from bridge.library.matchers import Matchers

Given = ParamSpec("Given")
Made = TypeVar("Made")


class GlossaryLibrary:
    """Keeps `ports.Library`, and knows the words. What it gives out asks for the glossary of the
    moment: `replace` changes it for everybody at once.

    `shipped` is what the files say, `files` names their state, `revision` that of what is in use.
    """

    def __init__(
        self, entries: Sequence[Entry], database: GlossaryDatabase, shipped: Folder
    ) -> None:
        self._database = database
        # One thread has the database: whoever stops waiting for an answer, by being cancelled, must
        # not let the next one in while the first is still at work.
        self._desk = ThreadPoolExecutor(1, "glossary")
        self._known: Mapping[EntryId, Entry] = {entry.id: entry for entry in entries}
        self.shipped: Mapping[EntryId, Entry] = {entry.id: entry for entry in shipped.entries}
        self.files = shipped.revision
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
        # What follows the revision of the files is for whoever replaced them (`replace`).
        if not db.revision.startswith(found.revision):
            db.build(found.entries, found.revision)
        return cls(db.entries(), db, found)

    async def replace(self, entries: Iterable[Entry], revision: str) -> frozenset[EntryId]:
        """Use these entries from now on; which ones that changes. Everything is put together in a
        thread (some 0.1 s for 2,000 entries), and swapped whole. `revision` begins with `files`."""
        known, changed, matchers = await self._at_desk(self._rebuilt, entries, revision)
        self._known, self.matchers, self.revision = known, matchers, revision
        return changed

    def _rebuilt(
        self, entries: Iterable[Entry], revision: str
    ) -> tuple[Mapping[EntryId, Entry], frozenset[EntryId], Matchers]:
        before, known = self._known, {entry.id: entry for entry in entries}
        names = known.keys() | before.keys()
        changed = frozenset(each for each in names if known.get(each) != before.get(each))
        there = [known[each] for each in changed if each in known]
        self._database.change(there, changed - known.keys(), revision)
        matchers = self.matchers.with_entries(known.values()) if changed else self.matchers
        return known, changed, matchers

    @property
    def simplify(self) -> Mapping[str, str]:
        """Traditional characters and their Simplified forms."""
        return self.matchers.simplify

    def knows(self, word: str) -> bool:
        """See `Matchers.knows`."""
        return self.matchers.knows(word)

    def cut(self, text: str) -> Iterable[str]:
        """See `Matchers.cut`."""
        return self.matchers.cut(text)

    def annotate(self, runs: Runs, lang: Lang, allows: Allows | None = None) -> Runs:
        """Terms of the message's language first, then of the others."""
        return self.matchers.annotate(runs, lang, allows)

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One entry."""
        return self.matchers.entry(entry_id)

    async def search(
        self, query: str, lang: Lang | None, kind: str | None, limit: int
    ) -> Sequence[Entry]:
        """Search the database in its thread, one search at a time."""
        return await self._at_desk(self._database.search, query, lang, kind, limit)

    async def close(self) -> None:
        """Close the database, after what is under way."""
        await self._at_desk(self._database.close)
        self._desk.shutdown(wait=False)

    async def _at_desk(
        self, work: Callable[Given, Made], *args: Given.args, **named: Given.kwargs
    ) -> Made:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._desk, lambda: work(*args, **named))
