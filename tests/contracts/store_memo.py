"""What every store promises about finding translations again, and about a corrected language."""

from dataclasses import replace

from bridge.core.model import Seq
from bridge.ports.store import Store
from tests.contracts.drafts import EN, MEI, NOON, TEA, ZH, draft, rendering, words

ONE, TWO = Seq(1), Seq(2)


class MemoContract:
    """The words of a message and everything made of them live and go together."""

    async def test_a_rendering_is_found_again_by_what_went_into_it(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "made of this")
        assert await store.recall("made of this") == rendering()
        assert await store.recall("made of that") is None

    async def test_a_rendering_without_a_memo_is_not_found(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering("first"), "memo")
        await store.add_translation(TEA, ONE, 1, EN, rendering("second"))
        assert await store.recall("memo") is None

    async def test_a_deleted_message_leaves_no_rendering_to_find(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "memo")
        await store.delete(TEA, ONE, MEI, NOON, "2")
        assert await store.recall("memo") is None

    async def test_an_edited_message_leaves_no_rendering_to_find(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "memo")
        await store.edit(TEA, ONE, ZH, words("再见"), NOON, "2")
        assert await store.recall("memo") is None

    async def test_of_two_messages_made_of_the_same_one_may_go(self, store: Store) -> None:
        for number in ("1", "2"):
            await store.append(TEA, draft(number), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "memo")
        await store.add_translation(TEA, TWO, 1, EN, rendering(), "memo")
        await store.delete(TEA, ONE, MEI, NOON, "3")
        assert await store.recall("memo") == rendering()

    async def test_a_corrected_language_drops_the_translations(self, store: Store) -> None:
        before, _ = await store.append(TEA, draft("1", "hola"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "memo")
        corrected = await store.relabel(TEA, ONE, EN, words("hola"))
        assert corrected == replace(before, at=3, rev=2, lang=EN, runs=words("hola"))
        assert await store.message(TEA, ONE) == corrected
        assert await store.translation(TEA, ONE, EN) is None

    async def test_a_language_that_is_right_already_changes_nothing(self, store: Store) -> None:
        before, _ = await store.append(TEA, draft("1"), NOON)
        assert await store.relabel(TEA, ONE, ZH, before.runs) == before

    async def test_a_deleted_message_has_no_language_to_correct(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.delete(TEA, ONE, MEI, NOON, "2")
        assert await store.relabel(TEA, ONE, EN, words("hi")) is None
        assert await store.relabel(TEA, TWO, EN, words("hi")) is None
