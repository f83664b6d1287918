"""What every store promises to somebody who was away."""

import asyncio

import pytest

from bridge.core.model import At, Changes, Lang, Millis, Page, Seq
from bridge.ports.store import Store
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, ZH, draft, rendering, words

FRENCH = Lang("fr")


async def epoch_of(store: Store) -> str:
    state = await store.open_room(TEA, NOON, create=True)
    assert state is not None
    return state.epoch


async def say(store: Store, *requests: str) -> None:
    """One message each, committed in this order."""
    await asyncio.gather(*(store.append(TEA, draft(each), NOON) for each in requests))


async def missed(store: Store, after: int, most: int = 300, newest: int = 50) -> Changes:
    """What an English reader is told who has seen everything up to `after`."""
    epoch = await epoch_of(store)
    changes = await store.changes(TEA, At(after), epoch, EN, most, newest)
    assert changes is not None
    return changes


def seqs(answer: Changes | Page) -> tuple[list[Seq], list[Seq]]:
    """Where the messages and the translations of an answer stand."""
    return (
        [message.seq for message in answer.messages],
        [translation.seq for translation in answer.translations],
    )


class CatchUpContract:
    """No hole is ever silent."""

    async def test_who_missed_nothing_gets_nothing(self, store: Store) -> None:
        await say(store, "1", "2")
        changes = await missed(store, after=2)
        assert changes.recovered
        assert seqs(changes) == ([], [])

    async def test_who_was_there_from_the_beginning_gets_everything(self, store: Store) -> None:
        await say(store, "1", "2", "3")
        changes = await missed(store, after=0)
        assert changes.recovered
        assert seqs(changes) == ([1, 2, 3], [])
        assert (changes.state.at, changes.state.seq) == (3, 3)

    async def test_a_changed_message_comes_once_as_it_is_now_in_the_order_of_seq(
        self, store: Store
    ) -> None:
        await say(store, "1", "2", "3")
        await store.edit(TEA, Seq(2), ZH, words("改"), NOON, "4")
        await store.react(TEA, Seq(2), TOM, "👍", True, NOON, "5")
        await store.delete(TEA, Seq(1), MEI, NOON, "6")
        changes = await missed(store, after=3)
        assert changes.recovered
        assert seqs(changes) == ([1, 2], [])
        assert list(changes.messages) == [
            await store.message(TEA, Seq(1)),
            await store.message(TEA, Seq(2)),
        ]

    async def test_a_new_translation_of_an_old_message_comes_alone(self, store: Store) -> None:
        await say(store, "1", "2")
        await store.add_translation(TEA, Seq(1), 1, EN, rendering())
        changes = await missed(store, after=2)
        assert changes.recovered
        assert seqs(changes) == ([], [1])

    async def test_an_old_translation_comes_along_with_its_changed_message(
        self, store: Store
    ) -> None:
        await say(store, "1")
        await store.add_translation(TEA, Seq(1), 1, EN, rendering())
        await store.react(TEA, Seq(1), TOM, "👍", True, NOON, "2")
        assert seqs(await missed(store, after=2)) == ([1], [1])

    async def test_a_translation_comes_once_even_if_it_is_new_and_its_message_too(
        self, store: Store
    ) -> None:
        await say(store, "1")
        await store.add_translation(TEA, Seq(1), 1, EN, rendering())
        assert seqs(await missed(store, after=0)) == ([1], [1])

    async def test_translations_into_other_languages_do_not_come_and_do_not_count(
        self, store: Store
    ) -> None:
        await say(store, "1")
        await store.add_translation(TEA, Seq(1), 1, FRENCH, rendering("bonjour"))
        await store.add_translation(TEA, Seq(1), 1, ZH, rendering("您好"))
        changes = await missed(store, after=0, most=1)
        assert changes.recovered
        assert seqs(changes) == ([1], [])

    async def test_as_many_changes_as_allowed_are_told(self, store: Store) -> None:
        await say(store, "1", "2", "3")
        await store.add_translation(TEA, Seq(1), 1, EN, rendering())
        assert (await missed(store, after=0, most=4)).recovered
        assert not (await missed(store, after=0, most=3)).recovered
        assert (await missed(store, after=1, most=3)).recovered

    async def test_after_too_many_changes_the_newest_messages_come_instead(
        self, store: Store
    ) -> None:
        await say(store, "1", "2", "3", "4")
        await store.add_translation(TEA, Seq(4), 1, EN, rendering())
        await store.add_translation(TEA, Seq(1), 1, EN, rendering())
        changes = await missed(store, after=0, most=3, newest=2)
        assert not changes.recovered
        assert seqs(changes) == ([3, 4], [4])
        assert changes.state.at == 6

    @pytest.mark.parametrize("after", [None, At(3), At(-1), At(2**53)])
    async def test_a_position_that_is_not_known_is_not_recovered(
        self, store: Store, after: At | None
    ) -> None:
        await say(store, "1", "2")
        changes = await store.changes(TEA, after, await epoch_of(store), EN, 300, 1)
        assert changes is not None
        assert not changes.recovered
        assert seqs(changes) == ([2], [])

    @pytest.mark.parametrize("epoch", [None, "", "another"])
    async def test_a_position_of_another_epoch_is_not_recovered(
        self, store: Store, epoch: str | None
    ) -> None:
        await say(store, "1", "2")
        changes = await store.changes(TEA, At(1), epoch, EN, 300, 1)
        assert changes is not None
        assert not changes.recovered

    async def test_an_answer_is_one_moment_of_a_room_that_changes_meanwhile(
        self, store: Store
    ) -> None:
        async def speak(name: str) -> None:
            for number in range(25):
                message, _ = await store.append(TEA, draft(f"{name}{number}"), NOON)
                await store.add_translation(TEA, message.seq, 1, EN, rendering())

        async def look() -> list[Changes]:
            return [await missed(store, after=0, most=10_000) for _ in range(50)]

        answers, *_ = await asyncio.gather(look(), speak("a"), speak("b"))
        assert [
            sorted(each.at for each in (*changes.messages, *changes.translations))
            for changes in answers
        ] == [list(range(1, changes.state.at + 1)) for changes in answers]

    async def test_history_gives_the_newest_in_the_order_of_seq(self, store: Store) -> None:
        await say(store, "1", "2", "3")
        await store.add_translation(TEA, Seq(2), 1, EN, rendering())
        page = await store.history(TEA, None, 2, EN)
        assert page is not None
        assert seqs(page) == ([2, 3], [2])
        assert page.more

    async def test_history_gives_what_came_before(self, store: Store) -> None:
        await say(store, "1", "2", "3")
        page = await store.history(TEA, Seq(3), 2, EN)
        assert page is not None
        assert seqs(page) == ([1, 2], [])
        assert not page.more

    async def test_history_ends_at_the_first_message(self, store: Store) -> None:
        await say(store, "1")
        page = await store.history(TEA, Seq(1), 50, EN)
        assert page == Page((), (), False)

    async def test_history_keeps_the_place_of_deleted_messages(self, store: Store) -> None:
        await say(store, "1", "2")
        await store.delete(TEA, Seq(1), MEI, Millis(NOON), "3")
        page = await store.history(TEA, None, 50, EN)
        assert page is not None
        assert [message.deleted for message in page.messages] == [True, False]
