"""What every bus promises (`ports.Bus`). A second bus inherits this class and makes itself."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest

from bridge.core.events import Event, Typing
from bridge.core.model import RoomName, UserId
from bridge.ports.bus import Bus

TEA = RoomName("tea")
LOBBY = RoomName("lobby")


def event(number: int, room: RoomName = TEA) -> Typing:
    return Typing(room, UserId(f"u-{number}"), "Mei")


class BusContract(ABC):
    """Inherit, and yield a fresh bus from `bus`."""

    @pytest.fixture
    @abstractmethod
    def bus(self) -> AsyncIterator[Bus]:
        """A bus that is closed afterwards."""

    @abstractmethod
    async def settle(self) -> None:
        """Wait until what was published has been delivered."""

    async def test_every_subscriber_gets_events_in_the_order_of_publishing(self, bus: Bus) -> None:
        first: list[Event] = []
        second: list[Event] = []
        await bus.subscribe(TEA, first.append)
        await bus.subscribe(TEA, second.append)
        for number in range(100):
            await bus.publish(TEA, event(number))
        await self.settle()
        assert first == second == [event(number) for number in range(100)]

    async def test_rooms_do_not_hear_each_other(self, bus: Bus) -> None:
        heard: list[Event] = []
        await bus.subscribe(TEA, heard.append)
        await bus.publish(LOBBY, event(1, LOBBY))
        await self.settle()
        assert heard == []

    async def test_what_came_before_subscribing_is_not_heard(self, bus: Bus) -> None:
        heard: list[Event] = []
        await bus.publish(TEA, event(1))
        await bus.subscribe(TEA, heard.append)
        await bus.publish(TEA, event(2))
        await self.settle()
        assert heard == [event(2)]

    async def test_nothing_is_heard_after_cancelling_even_twice(self, bus: Bus) -> None:
        heard: list[Event] = []
        subscription = await bus.subscribe(TEA, heard.append)
        subscription.cancel()
        subscription.cancel()
        await bus.publish(TEA, event(1))
        await self.settle()
        assert heard == []

    async def test_a_subscriber_that_fails_keeps_nothing_from_the_others(
        self, bus: Bus, caplog: pytest.LogCaptureFixture
    ) -> None:
        said = "what somebody said"

        def broken(_: Event) -> None:
            raise RuntimeError(said)

        heard: list[Event] = []
        await bus.subscribe(TEA, broken)
        await bus.subscribe(TEA, heard.append)
        await bus.publish(TEA, event(1))
        await self.settle()
        assert heard == [event(1)]
        assert "RuntimeError" in caplog.text
        assert said not in caplog.text

    async def test_a_closed_bus_is_silent(self, bus: Bus) -> None:
        heard: list[Event] = []
        await bus.subscribe(TEA, heard.append)
        await bus.close()
        await bus.publish(TEA, event(1))
        await self.settle()
        assert heard == []
