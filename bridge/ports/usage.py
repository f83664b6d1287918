"""How much each note is used, a port: numbers alone, nothing about who."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from bridge.core.model import EntryId

Use = Literal["shown", "opened", "helpful", "wrong"]
USES: tuple[Use, ...] = ("shown", "opened", "helpful", "wrong")
Counts = Mapping[tuple[EntryId, Use], int]


@dataclass(frozen=True, slots=True)
class Used:
    """In how many messages a note was shown, how often it was opened, how many it helped, and how
    many said that it was wrong where it stood."""

    entry: EntryId
    shown: int
    opened: int
    helpful: int
    wrong: int


class Usage(Protocol):
    """Keep the numbers. Both raise `StoreUnavailable` when the disk refuses."""

    async def count(self, counts: Counts) -> None:
        """Add these, all or none."""

    async def most(self, sort: Use, limit: int) -> tuple[Used, ...]:
        """Entries that were used at all, the most used in this way first."""
