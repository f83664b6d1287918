"""What every store promises about edits, deletions, reactions and translations."""

from dataclasses import replace

from bridge.core.model import By, Millis, Reaction, Receipt, Rendering, RoomState, Seq, Status
from bridge.ports.store import Store
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, ZH, draft, rendering, words

LATER = Millis(NOON + 60_000)
ONE = Seq(1)


async def room(store: Store) -> RoomState:
    state = await store.open_room(TEA, NOON, create=True)
    assert state is not None
    return state


class ChangeContract:
    """Each change takes the next `at`, is done once, and leaves a receipt."""

    async def test_an_edit_replaces_the_words_and_raises_the_revision(self, store: Store) -> None:
        before, _ = await store.append(TEA, draft("1"), NOON)
        edited = await store.edit(TEA, ONE, EN, words("hi"), LATER, "2")
        assert edited == replace(before, at=2, rev=2, lang=EN, runs=words("hi"), edited=LATER)
        assert await store.message(TEA, ONE) == edited
        assert await store.receipt(MEI, "2") == Receipt(TEA, ONE, 2, NOON)

    async def test_an_edit_keeps_the_reactions(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.react(TEA, ONE, TOM, "👍", True, NOON, "2")
        edited = await store.edit(TEA, ONE, EN, words("hi"), LATER, "3")
        assert edited is not None
        assert edited.reactions == (Reaction("👍", (TOM,)),)

    async def test_an_edit_drops_the_translations(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering())
        await store.edit(TEA, ONE, ZH, words("再见"), LATER, "2")
        assert await store.translation(TEA, ONE, EN) is None

    async def test_a_repeated_edit_changes_nothing_more(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        first = await store.edit(TEA, ONE, EN, words("hi"), LATER, "2")
        again = await store.edit(TEA, ONE, EN, words("hi"), Millis(LATER + 9), "2")
        assert again == first
        assert (await room(store)).at == 2

    async def test_nothing_can_be_edited_that_is_not_there(self, store: Store) -> None:
        assert await store.edit(TEA, Seq(7), EN, words("hi"), LATER, "2") is None
        await store.append(TEA, draft("1"), NOON)
        await store.delete(TEA, ONE, MEI, LATER, "2")
        assert await store.edit(TEA, ONE, EN, words("hi"), LATER, "3") is None
        assert (await room(store)).at == 2

    async def test_a_deleted_message_leaves_a_tombstone_without_words(self, store: Store) -> None:
        before, _ = await store.append(TEA, draft("1"), NOON)
        await store.react(TEA, ONE, TOM, "👍", True, NOON, "2")
        await store.add_translation(TEA, ONE, 1, EN, rendering())
        tombstone = await store.delete(TEA, ONE, TOM, LATER, "3")
        assert tombstone == replace(before, at=4, runs=(), deleted=True)
        assert await store.message(TEA, ONE) == tombstone
        assert await store.translation(TEA, ONE, EN) is None
        assert await store.receipt(TOM, "3") == Receipt(TEA, ONE, 4, NOON)

    async def test_deleting_twice_is_deleting_once(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        first = await store.delete(TEA, ONE, MEI, LATER, "2")
        assert await store.delete(TEA, ONE, MEI, LATER, "2") == first
        assert await store.delete(TEA, ONE, MEI, LATER, "3") == first
        assert await store.receipt(MEI, "3") == Receipt(TEA, ONE, 2, NOON)
        assert (await room(store)).at == 2

    async def test_nothing_can_be_deleted_that_is_not_there(self, store: Store) -> None:
        assert await store.delete(TEA, ONE, MEI, LATER, "1") is None
        assert await store.receipt(MEI, "1") is None

    async def test_the_receipts_of_a_deleted_message_stay(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.edit(TEA, ONE, EN, words("hi"), LATER, "2")
        await store.delete(TEA, ONE, MEI, LATER, "3")
        again, is_new = await store.append(TEA, draft("1"), LATER)
        edited = await store.edit(TEA, ONE, EN, words("hi"), LATER, "2")
        assert not is_new
        assert edited is not None
        assert (again.at, again.deleted, again.runs) == (1, True, ())
        assert (edited.at, edited.deleted, edited.runs) == (2, True, ())

    async def test_reactions_stand_in_the_order_in_which_they_came(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.react(TEA, ONE, TOM, "🎉", True, NOON, "2")
        await store.react(TEA, ONE, TOM, "👍", True, NOON, "3")
        await store.react(TEA, ONE, MEI, "🎉", True, NOON, "4")
        message = await store.react(TEA, ONE, MEI, "👍", True, NOON, "5")
        assert message is not None
        assert message.reactions == (Reaction("🎉", (TOM, MEI)), Reaction("👍", (TOM, MEI)))
        assert message.at == 5
        assert await store.message(TEA, ONE) == message

    async def test_a_reaction_taken_off_is_gone_and_comes_back_as_the_last(
        self, store: Store
    ) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.react(TEA, ONE, TOM, "👍", True, NOON, "2")
        await store.react(TEA, ONE, MEI, "👍", True, NOON, "3")
        without = await store.react(TEA, ONE, TOM, "👍", False, NOON, "4")
        back = await store.react(TEA, ONE, TOM, "👍", True, NOON, "5")
        assert without is not None
        assert back is not None
        assert without.reactions == (Reaction("👍", (MEI,)),)
        assert back.reactions == (Reaction("👍", (MEI, TOM)),)

    async def test_reacting_twice_is_reacting_once(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        first = await store.react(TEA, ONE, TOM, "👍", True, NOON, "2")
        assert await store.react(TEA, ONE, TOM, "👍", True, NOON, "2") == first
        assert await store.react(TEA, ONE, TOM, "👍", True, NOON, "3") == first
        assert await store.receipt(TOM, "3") == Receipt(TEA, ONE, 2, NOON)
        assert (await room(store)).at == 2

    async def test_taking_off_what_is_not_there_changes_nothing(self, store: Store) -> None:
        before, _ = await store.append(TEA, draft("1"), NOON)
        assert await store.react(TEA, ONE, TOM, "👍", False, NOON, "2") == before

    async def test_a_late_repeat_of_a_reaction_does_not_bring_it_back(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.react(TEA, ONE, TOM, "👍", True, NOON, "2")
        await store.react(TEA, ONE, TOM, "👍", False, NOON, "3")
        await store.react(TEA, ONE, TOM, "👍", True, NOON, "2")
        message = await store.message(TEA, ONE)
        assert message is not None
        assert message.reactions == ()

    async def test_nobody_reacts_to_what_is_not_there(self, store: Store) -> None:
        assert await store.react(TEA, ONE, TOM, "👍", True, NOON, "1") is None
        await store.append(TEA, draft("1"), NOON)
        await store.delete(TEA, ONE, MEI, LATER, "2")
        assert await store.react(TEA, ONE, TOM, "👍", True, NOON, "2") is None
        assert (await room(store)).at == 2

    async def test_a_translation_comes_back_as_it_was_made(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        shaky = Rendering(words("hello"), Status.SHAKY, ("a number is lost",), By.PERSON, "a 1")
        translation = await store.add_translation(TEA, ONE, 1, EN, shaky)
        assert translation is not None
        assert (translation.room, translation.at, translation.seq) == (TEA, 2, ONE)
        assert (translation.rev, translation.lang, translation.rendering) == (1, EN, shaky)
        assert await store.translation(TEA, ONE, EN) == translation

    async def test_a_translation_leaves_the_message_as_it_is(self, store: Store) -> None:
        message, _ = await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering())
        assert await store.message(TEA, ONE) == message

    async def test_a_newer_translation_takes_the_place_of_the_old(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.add_translation(TEA, ONE, 1, EN, rendering("hello"))
        newer = await store.add_translation(TEA, ONE, 1, EN, rendering("hi"))
        assert newer is not None
        assert newer.at == 3
        assert await store.translation(TEA, ONE, EN) == newer

    async def test_languages_have_translations_of_their_own(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        english = await store.add_translation(TEA, ONE, 1, EN, rendering())
        await store.add_translation(TEA, ONE, 1, ZH, rendering("你好"))
        assert await store.translation(TEA, ONE, EN) == english

    async def test_a_translation_that_comes_too_late_is_not_stored(self, store: Store) -> None:
        await store.append(TEA, draft("1"), NOON)
        await store.edit(TEA, ONE, ZH, words("再见"), LATER, "2")
        assert await store.add_translation(TEA, ONE, 1, EN, rendering()) is None
        await store.delete(TEA, ONE, MEI, LATER, "3")
        assert await store.add_translation(TEA, ONE, 2, EN, rendering()) is None
        assert await store.add_translation(TEA, Seq(9), 1, EN, rendering()) is None
        assert (await room(store)).at == 3
