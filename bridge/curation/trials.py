"""What if: the glossary with some entries otherwise, made apart from the one in use."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.curation.shelf import Shelf, State

Changed = Mapping[EntryId, Entry | None]
"""Entries as somebody would have them; None: removed."""

KEPT = 4
"""States kept for whoever asks again (a preview asks with every letter typed): a few MB each."""


class Trials:
    """Makes such states, one at a time."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._kept: OrderedDict[object, State] = OrderedDict()
        self._making = asyncio.Lock()

    @property
    def present(self) -> State:
        """The glossary in use."""
        return self._shelf.matchers

    async def of(self, changed: Changed) -> State:
        """The glossary as it would be."""
        present = self.present
        if all(present.entry(each) == entry for each, entry in changed.items()):
            return present
        key = (self._shelf.revision, frozenset(changed.items()))
        async with self._making:
            if key not in self._kept:
                self._kept[key] = await asyncio.to_thread(_made, present, changed)
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def _made(present: State, changed: Changed) -> State:
    entries = {entry.id: entry for entry in present.entries()}
    for each, entry in changed.items():
        if entry is None:
            entries.pop(each, None)
        else:
            entries[each] = entry
    return present.with_entries(entries.values())
