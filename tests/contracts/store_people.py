"""What every store promises about people."""

import pytest

from bridge.core.model import Role, Seq, User
from bridge.errors import StoreError
from bridge.ports.store import Store
from tests.contracts.drafts import LOBBY, MEI, NOON, TEA, TOM, draft

HASH = "5e" * 32
OTHER_HASH = "6f" * 32


class PeopleContract:
    """Who holds which token, and who has read how far."""

    async def test_somebody_is_known_by_the_token(self, store: Store) -> None:
        mei = User(MEI, "Mei 梅", Role.CURATOR)
        await store.add_user(mei, HASH, NOON)
        assert await store.user_by_token(HASH, NOON) == mei
        assert await store.user_by_token(OTHER_HASH, NOON) is None

    async def test_a_token_belongs_to_one_person(self, store: Store) -> None:
        await store.add_user(User(MEI, "Mei"), HASH, NOON)
        with pytest.raises(StoreError):
            await store.add_user(User(TOM, "Tom"), HASH, NOON)
        with pytest.raises(StoreError):
            await store.add_user(User(MEI, "Mei"), OTHER_HASH, NOON)

    async def test_a_new_name_holds_from_now_on(self, store: Store) -> None:
        await store.add_user(User(MEI, "Mei"), HASH, NOON)
        before, _ = await store.append(TEA, draft("1"), NOON)
        await store.rename_user(MEI, "Mei-Ling")
        assert await store.user_by_token(HASH, NOON) == User(MEI, "Mei-Ling")
        assert await store.message(TEA, Seq(1)) == before

    async def test_who_never_read_has_read_up_to_0(self, store: Store) -> None:
        assert await store.read_position(TEA, MEI) == 0

    async def test_a_read_position_moves_only_forward(self, store: Store) -> None:
        for number in range(3):
            await store.append(TEA, draft(str(number)), NOON)
        await store.read_up_to(TEA, MEI, Seq(2))
        await store.read_up_to(TEA, MEI, Seq(1))
        assert await store.read_position(TEA, MEI) == 2

    async def test_nobody_has_read_what_was_not_written_yet(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.read_up_to(TEA, MEI, Seq(2**53))
        assert await store.read_position(TEA, MEI) == 1

    async def test_read_positions_are_per_room_and_per_person(self, store: Store) -> None:
        await store.open_room(LOBBY, NOON, create=True)
        await store.append(TEA, draft("1"), NOON)
        await store.read_up_to(TEA, MEI, Seq(1))
        assert await store.read_position(LOBBY, MEI) == 0
        assert await store.read_position(TEA, TOM) == 0
