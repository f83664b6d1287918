"""How events reach every node."""

from collections.abc import Callable
from typing import Protocol

from bridge.core.events import Event
from bridge.core.model import (
    RoomName,
)


class Subscription(Protocol):
    """A running subscription to one room."""

    def cancel(self) -> None:
        """No event is delivered after this returns. May be called twice."""


class Bus(Protocol):
    """Carry events to every node, this one included, in order per room.

    Events of one room reach every subscriber in the order in which `publish` was called.
    Delivery is at most once: a lost event is found again through `Store.changes`.
    A subscriber that raises is logged and does not keep others from the event.
    """

    async def publish(self, room: RoomName, event: Event) -> None:
        """Hand `event` over. Returns before subscribers have necessarily seen it."""

    async def subscribe(self, room: RoomName, deliver: Callable[[Event], None]) -> Subscription:
        """Call `deliver` for each event published from now on; it must not block."""

    async def close(self) -> None:
        """Stop; subscriptions fall silent."""
