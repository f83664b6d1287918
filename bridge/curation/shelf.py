"""The glossary that curators work on, a port: in use, as it was shipped, and as it would be."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Runs


class State(Protocol):
    """One state of the glossary, in use or not. It never changes; any thread may read it."""

    @property
    def simplify(self) -> Mapping[str, str]:
        """Traditional characters and their Simplified forms."""

    def entries(self) -> Collection[Entry]:
        """All of them."""

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One of them."""

    def annotate(self, runs: Runs, lang: Lang) -> Runs:
        """Runs split where terms stand."""

    def with_entries(self, entries: Iterable[Entry]) -> "State":
        """Another state; not for the event loop, some 0.1 s for 2,000 entries."""


class Shelf(Protocol):
    """Where the glossary in use lies."""

    @property
    def shipped(self) -> Mapping[EntryId, Entry]:
        """What the files say."""

    @property
    def revision(self) -> str:
        """Names the state in use: another glossary, another name."""

    @property
    def matchers(self) -> State:
        """The state in use."""
