"""Notes on stored messages, a port: the glossary grows, and what was said before gets it too."""

from collections.abc import Mapping
from typing import Protocol

from bridge.core.model import Lang, Message, RoomName, Runs, Seq


class Noting(Protocol):
    """Change where notes stand, never what was said. Returns after the commit; all raise
    `StoreUnavailable` when the disk refuses."""

    async def renote(self, room: RoomName, seq: Seq, rev: int, runs: Runs) -> Message | None:
        """The same words of this very revision in other `runs`: a new `at`, the same `rev`, the
        translations stay. Unchanged when they were so already; None when the message was edited
        or deleted meanwhile."""

    async def noted(self, room: RoomName) -> str:
        """The state of the glossary that the whole room has notes of; empty when none is known."""

    async def set_noted(self, room: RoomName, state: str) -> None:
        """Every message of the room has the notes of `state`."""

    async def memos(self, room: RoomName, seq: Seq) -> Mapping[Lang, str | None]:
        """The languages that the message is translated into, and what each was made of (`memo` of
        `Store.add_translation`)."""

    async def drop_translation(self, room: RoomName, seq: Seq, rev: int, lang: Lang) -> None:
        """Forget a translation of this revision that nobody here reads; it is made anew when
        somebody does."""
