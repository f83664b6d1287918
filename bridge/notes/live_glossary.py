"""The glossary as it is now: the files, with what curators changed since."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.core.revisions import RevisionNumber
from bridge.curation.meeting import meet
from bridge.errors import BridgeError
from bridge.ports.revisions import Revisions

log = logging.getLogger(__name__)

LOOK_S = 0.2
"""How long a change by another process (a command) may go unseen."""


class Shelf(Protocol):
    """Where the entries in use are kept; `library.GlossaryLibrary` is one."""

    shipped: Mapping[EntryId, Entry]
    files: str
    revision: str

    async def replace(self, entries: Iterable[Entry], revision: str) -> frozenset[EntryId]:
        """Use these entries from now on; which ones that changes."""


class LiveGlossary:
    """Brings in what curators change, by whatever process, and says so."""

    def __init__(self, shelf: Shelf, revisions: Revisions) -> None:
        self._shelf = shelf
        self._revisions = revisions
        self._taken: RevisionNumber | None = None
        self._changed: Mapping[EntryId, RevisionNumber] = {}
        self._told: list[Callable[[], None]] = []
        self._awake = asyncio.Event()

    @property
    def revision(self) -> str:
        """Names the state in use: another glossary, another name."""
        return self._shelf.revision

    def on_change(self, tell: Callable[[], None]) -> None:
        """Call `tell` after every change; it must not block."""
        self._told.append(tell)

    def wake(self) -> None:
        """Something was changed just now, in this process."""
        self._awake.set()

    def changed_since(self, revision: str) -> frozenset[EntryId] | None:
        """Entries that curators changed since an earlier `revision`; None when that cannot be
        told, because the files are not those of then."""
        files, _, number = revision.partition("+")
        if files != self._shelf.files or not number.isdecimal():
            return None
        return frozenset(each for each, when in self._changed.items() if when > int(number))

    async def refresh(self) -> None:
        """Look whether anything changed, and take it in. Raises BridgeError."""
        newest = await self._revisions.newest()
        if newest == self._taken:
            return
        latest = await self._revisions.latest()
        met = await asyncio.to_thread(meet, self._shelf.shipped.values(), latest)
        # What was written between the two questions counts too, and is looked at once more.
        self._changed = {each.id: each.number for each in latest}
        await self._shelf.replace(met.entries, f"{self._shelf.files}+{newest}")
        self._taken = newest
        if met.conflicts:
            log.warning("%s entries wait for a curator: the files changed too", len(met.conflicts))
        for tell in self._told:
            tell()

    async def watch(self) -> None:
        """Refresh for ever, soon after every change."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_S):
                    await self._awake.wait()
            self._awake.clear()
            try:
                await self.refresh()
            except BridgeError as error:
                log.error("cannot look at the curators' changes: %s", error)
