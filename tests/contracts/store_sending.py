"""What every store promises about rooms, and about what is said in them."""

import asyncio

import pytest

from bridge.core.model import Draft, EntryId, Lang, Millis, Receipt, RoomState, Run, RunKind, Seq
from bridge.errors import StoreError
from bridge.ports.store import Store
from tests.contracts.drafts import EN, LOBBY, MEI, NOON, TEA, TOM, draft, words


class SendingContract:
    """Rooms are made once; messages get their numbers, and each is stored once."""

    async def test_a_room_that_was_never_made_does_not_exist(self, store: Store) -> None:
        assert await store.open_room(LOBBY, NOON, create=False) is None
        assert await store.history(LOBBY, None, 50, EN) is None
        assert await store.changes(LOBBY, None, None, EN, 300, 50) is None

    async def test_a_new_room_is_empty(self, store: Store) -> None:
        room = await store.open_room(LOBBY, NOON, create=True)
        assert room is not None
        assert room == RoomState(LOBBY, "lobby", room.epoch, 0, 0)

    async def test_opening_a_room_again_changes_nothing(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        first = await store.open_room(TEA, NOON, create=True)
        second = await store.open_room(TEA, NOON, create=False)
        assert first == second
        assert second is not None
        assert (second.at, second.seq) == (1, 1)

    async def test_two_who_make_one_room_at_once_get_the_same(self, store: Store) -> None:
        first, second = await asyncio.gather(
            store.open_room(LOBBY, NOON, create=True), store.open_room(LOBBY, NOON, create=True)
        )
        assert first == second

    async def test_every_room_has_an_epoch_of_its_own(self, store: Store) -> None:
        tea = await store.open_room(TEA, NOON, create=False)
        lobby = await store.open_room(LOBBY, NOON, create=True)
        assert tea is not None
        assert lobby is not None
        assert tea.epoch != lobby.epoch

    async def test_a_message_comes_back_as_it_was_said(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        runs = (
            Run("别"),
            Run("画蛇添足", entry=EntryId("zh/idiom/hua-she-tian-zu")),
            Run("\n'\"--; 👩‍👩‍👧\x00 "),
            Run("https://x.cn", RunKind.LINK),
        )
        said = Draft("2", TOM, "Tom", Lang("zh-Hant"), runs, Seq(1))
        message, is_new = await store.append(TEA, said, NOON)
        assert is_new
        assert await store.message(TEA, Seq(2)) == message
        assert (message.room, message.at, message.seq, message.rev) == (TEA, 2, 2, 1)
        assert (message.client_id, message.author, message.author_name) == ("2", TOM, "Tom")
        assert (message.lang, message.runs, message.reply_to) == ("zh-Hant", runs, 1)
        assert (message.sent, message.edited, message.deleted) == (NOON, None, False)
        assert message.reactions == ()

    async def test_rooms_count_apart(self, store: Store) -> None:
        await store.open_room(LOBBY, NOON, create=True)
        await store.append(TEA, draft("1"), NOON)
        message, _ = await store.append(LOBBY, draft("2"), NOON)
        assert (message.at, message.seq) == (1, 1)
        assert await store.message(TEA, Seq(2)) is None

    async def test_a_repeat_gets_the_first_outcome_and_makes_no_second_message(
        self, store: Store
    ) -> None:
        first, _ = await store.append(TEA, draft("1"), NOON)
        await store.react(TEA, first.seq, TOM, "👍", True, NOON, "2")
        again, is_new = await store.append(TEA, draft("1", "second try"), Millis(NOON + 5_000))
        assert not is_new
        assert (again.seq, again.at, again.sent) == (first.seq, first.at, first.sent)
        assert again.runs == words("你好")
        room = await store.open_room(TEA, NOON, create=False)
        assert room is not None
        assert (room.at, room.seq) == (2, 1)

    async def test_a_repeat_that_overtakes_the_first_makes_no_second_message(
        self, store: Store
    ) -> None:
        outcomes = await asyncio.gather(*(store.append(TEA, draft("1"), NOON) for _ in range(20)))
        assert [is_new for _, is_new in outcomes] == [True] + [False] * 19
        assert {message.seq for message, _ in outcomes} == {1}

    async def test_two_people_may_use_the_same_id(self, store: Store) -> None:
        await store.append(TEA, draft("1", author=MEI), NOON)
        message, is_new = await store.append(TEA, draft("1", author=TOM), NOON)
        assert is_new
        assert message.seq == 2

    async def test_a_message_has_a_receipt(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        assert await store.receipt(MEI, "1") == Receipt(TEA, Seq(1), 1, NOON)
        assert await store.receipt(TOM, "1") is None
        assert await store.receipt(MEI, "2") is None

    async def test_a_clock_that_is_set_back_does_not_turn_the_room_back(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        earlier, _ = await store.append(TEA, draft("2"), Millis(NOON - 3_600_000))
        later, _ = await store.append(TEA, draft("3"), Millis(NOON + 1))
        assert (earlier.sent, later.sent) == (NOON, NOON + 1)

    async def test_speaking_in_a_room_that_was_never_made_is_refused(self, store: Store) -> None:
        with pytest.raises(StoreError, match="no room"):
            await store.append(LOBBY, draft("1"), NOON)

    async def test_those_who_wait_resume_in_the_order_of_at(self, store: Store) -> None:
        resumed: list[int] = []

        async def say(number: int) -> None:
            message, _ = await store.append(TEA, draft(f"{number}"), NOON)
            resumed.append(message.at)

        await asyncio.gather(*(say(number) for number in range(500)))
        assert resumed == list(range(1, 501))

    async def test_giving_up_the_wait_does_not_keep_others_waiting(self, store: Store) -> None:
        tasks = [
            asyncio.create_task(store.append(TEA, draft(f"{number}"), NOON)) for number in range(9)
        ]
        await asyncio.sleep(0)
        tasks[4].cancel()
        others = await asyncio.gather(*tasks[:4], *tasks[5:])
        assert [message.seq for message, _ in others] == [1, 2, 3, 4, 6, 7, 8, 9]
