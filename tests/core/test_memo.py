"""The same passage has one name, and whatever changes its rendering changes the name."""

from dataclasses import replace

import pytest

from bridge.core.jobs import Passage
from bridge.core.memo import memo_of
from bridge.core.model import Lang, RoomName, Run

PASSAGE = Passage((Run("小美来了"),), Lang("zh"), Lang("en"), live=True)
NAME = memo_of(PASSAGE, "zh_en 1.1", ("g1", "p1"))


def test_who_waits_and_who_else_is_there_makes_no_difference() -> None:
    elsewhere = replace(PASSAGE, live=False, names=frozenset({"Tom"}))
    assert memo_of(elsewhere, "zh_en 1.1", ("g1", "p1")) == NAME


@pytest.mark.parametrize(
    "other",
    [
        replace(PASSAGE, runs=(Run("小美走了"),)),
        replace(PASSAGE, source=Lang("zh-Hant")),
        replace(PASSAGE, target=Lang("fr")),
        replace(PASSAGE, names=frozenset({"小美"})),
        replace(PASSAGE, room=RoomName("tea")),
    ],
)
def test_another_passage_has_another_name(other: Passage) -> None:
    assert memo_of(other, "zh_en 1.1", ("g1", "p1")) != NAME


def test_a_new_package_glossary_or_phrasebook_changes_the_name() -> None:
    assert memo_of(PASSAGE, "zh_en 1.2", ("g1", "p1")) != NAME
    assert memo_of(PASSAGE, "zh_en 1.1", ("g2", "p1")) != NAME
    assert memo_of(PASSAGE, "zh_en 1.1", ("g1", "p2")) != NAME
