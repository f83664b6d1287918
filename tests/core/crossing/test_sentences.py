"""Texts cut into sentences, and put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.crossing.sentences import LONGEST, Sentence, gaps, split
from bridge.core.model import Lang

ZH, EN = Lang("zh"), Lang("en")


def join(parts: tuple[Sentence, ...], translations: list[str], target: Lang) -> str:
    spaces = gaps(parts, translations, target)
    return "".join(words + space for words, space in zip(translations, spaces, strict=True))


def sentences(text: str) -> list[str]:
    return [each.text for each in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("你好。今天怎么样？我很好！", ["你好。", "今天怎么样？", "我很好！"]),
        ("真的吗？！我不信", ["真的吗？！", "我不信"]),
        ("呃……好吧", ["呃……", "好吧"]),
        ("好!明天见.走吧", ["好!", "明天见.", "走吧"]),
        ("他说：“走吧！”然后走了。", ["他说：“走吧！”", "然后走了。"]),
        ("“走吧！”，他说。", ["“走吧！”，他说。"]),
        ("我有3.5个苹果；你呢", ["我有3.5个苹果；", "你呢"]),
    ],
)
def test_chinese_ends_at_its_marks_and_keeps_closing_quotes(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello. How are you? Fine!", ["Hello.", "How are you?", "Fine!"]),
        ("ok. see you. i know", ["ok.", "see you.", "i know"]),
        ('"Stop!" he said. "Go." She went.', ['"Stop!" he said.', '"Go."', "She went."]),
        ("Mr. Smith met Dr. J. R. Lee.", ["Mr. Smith met Dr. J. R. Lee."]),
        ("See you at 5 p.m. tomorrow.", ["See you at 5 p.m. tomorrow."]),
        ("He left at 5 p.m. Then it rained.", ["He left at 5 p.m.", "Then it rained."]),
        ("No. I won't. See No. 5.", ["No.", "I won't.", "See No. 5."]),
        ("It costs $3.14, v1.2.3 of node.js.", ["It costs $3.14, v1.2.3 of node.js."]),
        ("Well... maybe. Well... I see.", ["Well... maybe.", "Well...", "I see."]),
        ("1. First. 2. Second.", ["1. First.", "2. Second."]),
        ("See https://x.cn/a?b=c.d! Nice", ["See https://x.cn/a?b=c.d!", "Nice"]),
    ],
)
def test_english_ends_at_marks_that_end_and_not_at_others(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_break_always_ends_a_sentence() -> None:
    assert sentences("one\ntwo\n\n三") == ["one", "two", "三"]


@given(st.text(alphabet='aZ我。.!? \n\t，,"”😀1…', max_size=80) | st.text(max_size=200))
def test_nothing_is_lost_by_splitting(text: str) -> None:
    assert "".join(each.text + each.gap for each in split(text)) == text


@pytest.mark.parametrize("text", ["我" * 900, "我喜欢你，" * 200, "word " * 400, "x" * 2000])
def test_a_sentence_without_end_is_cut_into_pieces_that_fit(text: str) -> None:
    assert max(len(each) for each in sentences(text)) <= LONGEST


def test_a_long_sentence_is_cut_at_commas_before_spaces() -> None:
    assert {each[-1] for each in sentences("one two three, " * 60)} == {","}


def test_between_english_sentences_comes_a_space_and_between_chinese_none() -> None:
    assert join(split("你好。再见。"), ["Hello.", "Goodbye."], EN) == "Hello. Goodbye."
    assert join(split("Hello. Goodbye."), ["你好。", "再见。"], ZH) == "你好。再见。"


def test_line_breaks_indents_and_outer_blanks_stay() -> None:
    parts = split("  你好。\n\n\t再见。 \n")
    assert join(parts, ["", "Hello.", "Goodbye."], EN) == "  Hello.\n\n\tGoodbye. \n"


def test_words_left_in_latin_letters_do_not_grow_together_in_chinese() -> None:
    assert join(split("OK. Sure."), ["OK", "sure"], ZH) == "OK sure"


def test_a_word_that_had_to_be_cut_is_whole_again() -> None:
    text = "x" * 1000
    assert join(split(text), sentences(text), EN) == text


def test_numbers_marks_and_emoji_have_no_words_to_translate() -> None:
    assert [each.has_words for each in split("666！？！\n😀\n好")] == [False, False, True]
