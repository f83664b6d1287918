"""Glossary terms in a message: found where they stand, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.annotate import Matcher
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run, RunKind, plain
from bridge.core.protect import protect

SIMPLE = {"畫": "画", "內": "内", "龍": "龙"}


class FewWords:
    """Cuts these texts as jieba does."""

    known = ("草莓", "内卷", "种草")

    def cut(self, text: str) -> list[str]:
        return re.findall("|".join((*self.known[:2], ".")), text, re.DOTALL)

    def knows(self, word: str) -> bool:
        return word in self.known


def entry(term: str, *variants: str, not_after: tuple[str, ...] = ()) -> Entry:
    return Entry(
        EntryId(f"x/{term}"), Lang("zh"), "x", term, variants, hits=(term,), not_after=not_after
    )


MATCHER = Matcher(
    [
        entry("画蛇添足"),
        entry("种草"),
        entry("内卷", not_after=("积",)),
        entry("卷"),
        entry("yyds"),
        entry("520", not_after=("块", " dollars")),
        entry("piece of cake"),
        entry("a piece of cake"),
        entry("pull [one's] leg", "pulling [one's] leg"),
        entry("talk [someone] into"),
        entry("🙂"),
    ],
    SIMPLE,
    FewWords(),
)


def found(text: str) -> list[tuple[str, str]]:
    return [
        (run.text, run.entry.removeprefix("x/"))
        for run in MATCHER.annotate(protect(text))
        if run.entry is not None
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("别画蛇添足了", [("画蛇添足", "画蛇添足")]),
        ("别畫蛇添足了", [("畫蛇添足", "画蛇添足")]),
        ("ＹＹＤＳ！yyds", [("ＹＹＤＳ", "yyds"), ("yyds", "yyds")]),
        ("It's a  Piece of\ncake.", [("a  Piece of\ncake", "a piece of cake")]),
        ("one piece of cake", [("piece of cake", "piece of cake")]),
        ("You’re pulling my leg", [("pulling my leg", "pull [one's] leg")]),
        ("太内卷了", [("内卷", "内卷")]),
        ("好🙂🙂", [("🙂", "🙂"), ("🙂", "🙂")]),
        ("520!", [("520", "520")]),
    ],
)
def test_terms_are_found_however_they_are_written(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "去种草莓",
        "1520",
        "520块",
        "520 Dollars",
        "yydsx",
        "xyyds",
        "https://a.example/yyds",
        "`yyds`",
        "@yyds",
        "talk into",
        "pieces of cake",
    ],
)
def test_what_only_looks_like_a_term_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_longest_of_several_at_one_place_wins() -> None:
    assert found("内卷积") == [("卷", "卷")]
    assert found("内卷") == [("内卷", "内卷")]


def test_a_run_that_carries_a_note_keeps_it() -> None:
    runs = (Run("yyds", entry=EntryId("other")), Run("yyds"))
    assert [run.entry for run in MATCHER.annotate(runs)] == ["other", "x/yyds"]


def test_an_emoji_with_a_note_is_still_an_emoji() -> None:
    (run,) = MATCHER.annotate(protect("🙂"))
    assert (run.kind, run.entry) == (RunKind.EMOJI, "x/🙂")


@given(st.text(alphabet="画畫蛇添足种草莓yＹds520块 🙂\ufe0f内卷积'’"))
def test_joining_the_runs_gives_the_text_back(text: str) -> None:
    assert plain(MATCHER.annotate(protect(text))) == text
