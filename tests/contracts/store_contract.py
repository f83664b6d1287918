"""What every store promises (`ports.Store`). A second store inherits it and makes itself."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest

from bridge.errors import StoreUnavailable
from bridge.ports.store import Store
from tests.contracts.drafts import EN, NOON, TEA, draft
from tests.contracts.store_catch_up import CatchUpContract
from tests.contracts.store_changes import ChangeContract
from tests.contracts.store_memo import MemoContract
from tests.contracts.store_people import PeopleContract
from tests.contracts.store_sending import SendingContract


class StoreContract(
    SendingContract, ChangeContract, MemoContract, CatchUpContract, PeopleContract, ABC
):
    """Inherit, and yield a fresh store from `empty_store`."""

    @pytest.fixture
    @abstractmethod
    def empty_store(self) -> AsyncIterator[Store]:
        """A store that has never been used, and is closed afterwards."""

    @pytest.fixture
    async def store(self, empty_store: Store) -> Store:
        """A store that knows one room, `tea`, in which nothing was said."""
        await empty_store.open_room(TEA, NOON, create=True)
        return empty_store

    async def test_a_store_in_order_is_writable(self, store: Store) -> None:
        assert await store.writable()

    async def test_a_closed_store_refuses_reads_and_writes(self, store: Store) -> None:
        await store.close()
        with pytest.raises(StoreUnavailable, match="closed"):
            await store.append(TEA, draft("1"), NOON)
        with pytest.raises(StoreUnavailable, match="closed"):
            await store.history(TEA, None, 50, EN)
        assert not await store.writable()

    async def test_a_store_can_be_closed_twice(self, store: Store) -> None:
        await store.close()
        await store.close()
