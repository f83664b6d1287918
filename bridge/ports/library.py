"""The glossary, as the flow asks it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from bridge.core.glossary import Entry
from bridge.core.model import (
    EntryId,
    Lang,
    Runs,
)


class Library(Protocol):
    """The glossary as the server uses it: matching, cards, search. All in memory or off-loop."""

    def annotate(
        self, runs: Runs, lang: Lang, allows: Callable[[EntryId], bool] | None = None
    ) -> Runs:
        """Split plain runs where terms occur; runs with a kind are left alone. Pure and fast; the
        text is unchanged. Entries that `allows` refuses are as if they were not there."""

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One entry."""

    async def search(
        self, query: str, lang: Lang | None, kind: str | None, limit: int
    ) -> Sequence[Entry]:
        """Entries whose term, variants, reading or glosses match; any text is a valid query."""
