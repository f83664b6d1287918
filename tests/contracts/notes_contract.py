"""What every store promises about notes on stored messages, questions about them, and usage."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bridge.core.model import EntryId, Run, Seq, User
from bridge.core.note_frames import Answered, QuestionId
from bridge.errors import StoreUnavailable
from bridge.ports.usage import Used
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, LOBBY, MEI, NOON, TEA, TOM, ZH, later, rendering

ONE = Seq(1)
NOTED = (Run("你"), Run("好", entry=EntryId("zh/slang/hao")))
ANN, LIN = User(TOM, "Ann"), User(MEI, "Lin")


class NotesContract(ABC):
    """Inherit, and yield a store in which `你好` was said in the room `tea`."""

    @pytest.fixture
    @abstractmethod
    def store(self) -> AsyncIterator[SqliteStore]:
        """Closed afterwards."""

    async def test_new_notes_take_a_new_at_and_leave_revision_and_translations(
        self, store: SqliteStore
    ) -> None:
        before = await store.message(TEA, ONE)
        assert before is not None
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "memo")
        after = await store.noting().renote(TEA, ONE, 1, NOTED)
        assert after == replace(before, at=3, runs=NOTED)
        assert await store.message(TEA, ONE) == after
        assert (await store.translation(TEA, ONE, EN)) is not None

    async def test_the_same_notes_again_change_nothing(self, store: SqliteStore) -> None:
        first = await store.noting().renote(TEA, ONE, 1, NOTED)
        assert await store.noting().renote(TEA, ONE, 1, NOTED) == first

    async def test_a_message_that_was_edited_or_deleted_meanwhile_gets_no_notes(
        self, store: SqliteStore
    ) -> None:
        await store.edit(TEA, ONE, ZH, (Run("再见"),), NOON, "e")
        assert await store.noting().renote(TEA, ONE, 1, NOTED) is None
        await store.delete(TEA, ONE, MEI, NOON, "d")
        assert await store.noting().renote(TEA, ONE, 2, NOTED) is None

    async def test_a_room_remembers_which_state_its_notes_are_of(self, store: SqliteStore) -> None:
        assert await store.noting().noted(TEA) == ""
        await store.noting().set_noted(TEA, "files+7")
        assert await store.noting().noted(TEA) == "files+7"
        assert await store.noting().noted(LOBBY) == ""

    async def test_translations_tell_what_they_were_made_of(self, store: SqliteStore) -> None:
        await store.add_translation(TEA, ONE, 1, EN, rendering(), "memo")
        assert await store.noting().memos(TEA, ONE) == {EN: "memo"}
        await store.noting().drop_translation(TEA, ONE, 2, EN)
        assert await store.noting().memos(TEA, ONE) == {EN: "memo"}
        await store.noting().drop_translation(TEA, ONE, 1, EN)
        assert await store.noting().memos(TEA, ONE) == {}
        assert await store.translation(TEA, ONE, EN) is None

    async def test_a_question_waits_until_it_is_answered_once(self, store: SqliteStore) -> None:
        message = await store.message(TEA, ONE)
        assert message is not None
        asked = await store.inquiries().ask(message, "好", ZH, EN, ANN, NOON)
        assert asked is not None
        assert await store.inquiries().open(TEA, ZH, MEI, NOON, 20) == (asked,)
        assert await store.inquiries().open(TEA, ZH, TOM, NOON, 20) == ()
        assert await store.inquiries().open(TEA, EN, MEI, NOON, 20) == ()
        told = await store.inquiries().answer(TEA, asked.id, LIN, "good", "", later(1))
        assert told == Answered(asked, LIN, "good", "")
        assert await store.inquiries().answer(TEA, asked.id, ANN, "bad", "", later(2)) is None
        assert await store.inquiries().answer(TEA, asked.id, LIN, "again", "", later(2)) == told
        assert await store.inquiries().open(TEA, ZH, MEI, NOON, 20) == ()
        assert await store.inquiries().answered(TEA, NOON, 20) == (told,)
        assert await store.inquiries().question(TEA, asked.id) == asked
        assert await store.inquiries().question(LOBBY, asked.id) is None

    async def test_the_same_question_by_the_same_person_is_one(self, store: SqliteStore) -> None:
        message = await store.message(TEA, ONE)
        assert message is not None
        first = await store.inquiries().ask(message, "好", ZH, EN, ANN, NOON)
        assert await store.inquiries().ask(message, "好", ZH, EN, ANN, later(5)) == first
        other = await store.inquiries().ask(message, "你好", ZH, EN, ANN, later(5))
        assert other != first

    async def test_both_scripts_of_chinese_hear_each_others_questions(
        self, store: SqliteStore
    ) -> None:
        message = await store.message(TEA, ONE)
        assert message is not None
        hant = type(ZH)("zh-Hant")
        asked = await store.inquiries().ask(message, "好", hant, EN, ANN, NOON)
        assert await store.inquiries().open(TEA, ZH, MEI, NOON, 20) == (asked,)

    async def test_only_the_newest_questions_of_late_are_told(self, store: SqliteStore) -> None:
        message = await store.message(TEA, ONE)
        assert message is not None
        await store.inquiries().ask(message, "你", ZH, EN, ANN, NOON)
        newer = await store.inquiries().ask(message, "好", ZH, EN, ANN, later(60))
        assert await store.inquiries().open(TEA, ZH, MEI, later(30), 20) == (newer,)
        assert await store.inquiries().open(TEA, ZH, MEI, NOON, 1) == (newer,)

    async def test_what_was_asked_goes_with_the_words(self, store: SqliteStore) -> None:
        message = await store.message(TEA, ONE)
        assert message is not None
        asked = await store.inquiries().ask(message, "好", ZH, EN, ANN, NOON)
        assert asked is not None
        await store.inquiries().answer(TEA, asked.id, LIN, "good", "", NOON)
        await store.delete(TEA, ONE, MEI, NOON, "d")
        assert await store.inquiries().answered(TEA, NOON, 20) == ()
        assert await store.inquiries().question(TEA, asked.id) is None
        assert await store.inquiries().ask(message, "好", ZH, EN, ANN, NOON) is None

    async def test_an_unknown_question_has_no_answer(self, store: SqliteStore) -> None:
        unknown = QuestionId(99)
        assert await store.inquiries().answer(TEA, unknown, LIN, "good", "", NOON) is None

    async def test_uses_add_up_and_the_most_used_come_first(self, store: SqliteStore) -> None:
        one, two = EntryId("zh/slang/one"), EntryId("zh/slang/two")
        await store.usage().count({(one, "shown"): 2, (two, "shown"): 3, (one, "wrong"): 1})
        await store.usage().count({(one, "shown"): 2, (two, "helpful"): 1})
        assert await store.usage().most("shown", 10) == (
            Used(one, 4, 0, 0, 1),
            Used(two, 3, 0, 1, 0),
        )
        assert await store.usage().most("helpful", 1) == (Used(two, 3, 0, 1, 0),)

    async def test_a_closed_store_refuses(self, store: SqliteStore) -> None:
        await store.close()
        with pytest.raises(StoreUnavailable):
            await store.noting().renote(TEA, ONE, 1, NOTED)
        with pytest.raises(StoreUnavailable):
            await store.usage().count({(EntryId("zh/slang/one"), "shown"): 1})
