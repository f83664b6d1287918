"""A note stands on the words of a translation that render its term, or on none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.crossing.align import mark
from bridge.core.model import EntryId, plain

SNAKE, DEAD = EntryId("zh/idiom/snake"), EntryId("en/idiom/dead")


def marked(output: str, *ways: str) -> list[str]:
    return [run.text for run in mark(output, [(SNAKE, ways)]) if run.entry == SNAKE]


@pytest.mark.parametrize(
    ("output", "way", "words"),
    [
        ("Mei gave up halfway, as always.", "to give up halfway", ["gave up halfway"]),
        ("It was love at first sight!", "Love at first sight.", ["love at first sight"]),
        ("He was so jealous of her.", "jealous", ["jealous"]),
        ("I can't believe it, really", "unbelievable, I can't believe it", ["I can't believe it"]),
        ("别担心，考试很简单。", "很简单。", ["很简单"]),
        ("我终于放弃了工作", "放弃", ["放弃"]),
        ("我的爷爷死了。", "死", ["死"]),
        ("这部手机花了我很多钱。", "一大笔钱，很多钱", ["很多钱"]),
    ],
)
def test_the_words_that_render_a_term_are_found(output: str, way: str, words: list[str]) -> None:
    assert marked(output, way) == words


@pytest.mark.parametrize(
    ("output", "way"),
    [
        ("The weather is nice today.", "to give up halfway"),
        ("I am what I am.", "it is what it is"),
        ("He gave. Up went the flag halfway.", "give up halfway"),
        ("我们的工作很忙。", "他的朋友很忙碌"),
        ("", "anything"),
        ("Anything", ""),
        ("A dog saw a dog.", "dog"),
    ],
)
def test_rather_no_words_than_wrong_ones(output: str, way: str) -> None:
    assert marked(output, way) == []


def test_two_terms_never_share_words() -> None:
    runs = mark("He died of envy.", [(SNAKE, ("died of envy",)), (DEAD, ("died",))])
    assert [(run.text, run.entry) for run in runs] == [
        ("He ", None),
        ("died of envy", SNAKE),
        (".", None),
    ]


@given(
    st.text(alphabet="giveup 放弃了.,’…"), st.lists(st.text(alphabet="giveup 放弃,"), max_size=3)
)
def test_the_translation_itself_never_changes(output: str, ways: list[str]) -> None:
    assert plain(mark(output, [(SNAKE, tuple(ways))])) == output
