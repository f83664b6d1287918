"""The in-process bus keeps the contract."""

from collections.abc import AsyncIterator

import pytest

from bridge.bus.memory import MemoryBus
from bridge.ports.bus import Bus
from tests.contracts.bus_contract import BusContract


class TestMemoryBus(BusContract):
    """Delivery happens within `publish`, so there is nothing to wait for."""

    @pytest.fixture
    async def bus(self) -> AsyncIterator[Bus]:
        bus = MemoryBus()
        yield bus
        await bus.close()

    async def settle(self) -> None:
        pass
