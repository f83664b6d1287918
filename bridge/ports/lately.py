"""What was said lately in all rooms, a port: what curators try their changes on."""

from typing import Protocol

from bridge.core.model import Message


class Lately(Protocol):
    """Read across the rooms. Deleted messages are in nothing of it. Both raise `StoreUnavailable`
    when the disk refuses."""

    async def messages(self, most: int) -> tuple[Message, ...]:
        """The newest `most` messages of all rooms, newest first, without their reactions."""

    async def erased(self) -> str:
        """Another text whenever a message was edited or deleted; cheap to ask."""
