"""An entry as curators have it before them: what is on disk now, not what is in use yet."""

from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.core.revisions import SHIPPED, RevisionNumber
from bridge.curation.exchange import present
from bridge.curation.meeting import Meeting, meet_one
from bridge.curation.shelf import Shelf
from bridge.ports.revisions import Revisions


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """`entry` at `revision`, None when it was removed or never was; `shipped` as the files have
    it."""

    entry: Entry | None
    revision: RevisionNumber
    shipped: Entry | None


class Known:
    """Looks entries up. The glossary in use follows within a second."""

    def __init__(self, shelf: Shelf, revisions: Revisions) -> None:
        self._shelf = shelf
        self._revisions = revisions

    async def entry(self, entry_id: EntryId) -> KnownEntry:
        """One entry."""
        shipped = self._shelf.shipped.get(entry_id)
        history = await self._revisions.history(entry_id)
        if not history:
            return KnownEntry(shipped, SHIPPED, shipped)
        return KnownEntry(meet_one(history[-1], shipped).merged, history[-1].number, shipped)

    async def conflicts(self) -> tuple[Meeting, ...]:
        """Entries of which new files say something else than the curators."""
        return (await present(self._shelf.shipped.values(), self._revisions)).met.conflicts
