"""The same passage has one name, and whatever changes its rendering changes the name."""

from dataclasses import replace

import pytest

from bridge.core.glossary import Entry, Explanation
from bridge.core.jobs import Passage
from bridge.core.memo import memo_of
from bridge.core.model import By, EntryId, Lang, RoomName, Run
from bridge.core.phrases import Phrase, Phrasebook

ZH, EN, TEA = Lang("zh"), Lang("en"), RoomName("tea")
SNAKE = EntryId("zh/idiom/snake")
TOLD = Explanation("to spoil it", equivalent="to gild the lily")
ENTRY = Entry(SNAKE, ZH, "idiom", "画蛇添足", plain="做多余的事", explained=((EN, TOLD),))
BOOK = Phrasebook((Phrase(ZH, EN, "来了", "coming", By.PHRASEBOOK),), {})
PASSAGE = Passage((Run("小美"), Run("画蛇添足", entry=SNAKE), Run("。好吧")), ZH, EN, live=True)


def name(
    passage: Passage = PASSAGE,
    version: str = "zh_en 1.1",
    book: Phrasebook = BOOK,
    *entries: Entry,
) -> str:
    known = {each.id: each for each in (ENTRY, *entries)}
    return memo_of(passage, version, book, known.get, lambda word: False)


def taught(source: str, room: RoomName | None = None) -> Phrasebook:
    return BOOK.with_lines([Phrase(ZH, EN, source, "better", By.PERSON, room)])


def test_who_waits_and_who_else_is_there_makes_no_difference() -> None:
    elsewhere = replace(PASSAGE, live=False, names=frozenset({"Tom"}), room=TEA)
    assert name(elsewhere) == name()


@pytest.mark.parametrize(
    "other",
    [
        replace(PASSAGE, runs=(Run("小美走了"),)),
        replace(PASSAGE, runs=(Run("小美画蛇添足。好吧"),)),
        replace(PASSAGE, source=Lang("zh-Hant")),
        replace(PASSAGE, target=Lang("fr")),
        replace(PASSAGE, names=frozenset({"小美"})),
    ],
)
def test_another_passage_has_another_name(other: Passage) -> None:
    assert name(other) != name()


def test_a_new_package_changes_the_name() -> None:
    assert name(PASSAGE, "zh_en 1.2") != name()


@pytest.mark.parametrize(
    "changed",
    [
        replace(ENTRY, plain="多此一举"),
        replace(ENTRY, keep=True),
        replace(ENTRY, variants=("画蛇著足",)),
        replace(ENTRY, explained=((EN, replace(TOLD, equivalent="to overdo it")),)),
    ],
)
def test_another_entry_under_the_note_changes_the_name(changed: Entry) -> None:
    assert name(PASSAGE, "zh_en 1.1", BOOK, changed) != name()


def test_what_only_a_card_shows_of_an_entry_changes_nothing() -> None:
    story = replace(ENTRY, explained=((EN, replace(TOLD, body="A man drew a snake.")),))
    assert name(PASSAGE, "zh_en 1.1", BOOK, replace(story, tone="mild")) == name()


def test_an_entry_that_does_not_stand_here_changes_nothing() -> None:
    other = replace(ENTRY, id=EntryId("zh/idiom/other"), term="守株待兔")
    assert name(PASSAGE, "zh_en 1.1", BOOK, other) == name()


def test_a_line_for_one_of_the_sentences_changes_the_name() -> None:
    assert name(PASSAGE, "zh_en 1.1", taught("好吧")) != name()
    assert name(PASSAGE, "zh_en 1.1", taught("小美画蛇添足。好吧")) != name()


def test_a_line_for_something_else_or_another_room_changes_nothing() -> None:
    assert name(PASSAGE, "zh_en 1.1", taught("再见")) == name()
    assert name(replace(PASSAGE, room=TEA), "zh_en 1.1", taught("好吧", RoomName("x"))) == name()
    assert name(replace(PASSAGE, room=TEA), "zh_en 1.1", taught("好吧", TEA)) != name()
