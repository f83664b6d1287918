"""The bus of a single process: a list of subscribers per room."""

from collections.abc import Callable

from bridge.core.events import Event
from bridge.core.model import RoomName
from bridge.incidents import report

Deliver = Callable[[Event], None]


class MemoryBus:
    """Keeps `ports.Bus`. Events are delivered within `publish`, in order, on the event loop."""

    def __init__(self) -> None:
        self._rooms: dict[RoomName, list[MemorySubscription]] = {}

    async def publish(self, room: RoomName, event: Event) -> None:
        """Deliver to everybody who is subscribed now."""
        for subscription in tuple(self._rooms.get(room, ())):
            subscription.deliver(event)

    async def subscribe(self, room: RoomName, deliver: Deliver) -> "MemorySubscription":
        """Deliver what is published from now on."""
        subscription = MemorySubscription(self, room, deliver)
        self._rooms.setdefault(room, []).append(subscription)
        return subscription

    async def close(self) -> None:
        """Forget all subscribers."""
        for subscriptions in tuple(self._rooms.values()):
            for subscription in tuple(subscriptions):
                subscription.cancel()

    def remove(self, subscription: "MemorySubscription") -> None:
        """Called by a subscription that is cancelled."""
        subscriptions = self._rooms.get(subscription.room, [])
        if subscription in subscriptions:
            subscriptions.remove(subscription)
        if not subscriptions:
            self._rooms.pop(subscription.room, None)


class MemorySubscription:
    """Keeps `ports.Subscription`."""

    def __init__(self, bus: MemoryBus, room: RoomName, deliver: Deliver) -> None:
        self.room = room
        self._bus = bus
        self._deliver: Deliver | None = deliver

    def deliver(self, event: Event) -> None:
        """Hand an event to the subscriber, whose mistakes stay its own."""
        if self._deliver is None:
            return
        try:
            self._deliver(event)
        except Exception as error:  # noqa: BLE001 - it is theirs, and may be anything
            report(error, f"a subscriber of room {self.room}, told {type(event).__name__}")

    def cancel(self) -> None:
        """Fall silent."""
        self._deliver = None
        self._bus.remove(self)
