"""What a training sentence looks like when it has been cleaned."""

import pytest

from training import cleaning


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("你好,世界!", "你好，世界！"),
        ("我爱 你 。", "我爱你。"),
        ("他(老王)来了...", "他（老王）来了……"),
        ("我用 Python 写的", "我用 Python 写的"),
    ],
)
def test_chinese_gets_its_own_punctuation(typed: str, clean: str) -> None:
    assert cleaning.chinese(typed) == clean


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("I do n't know .", "I don't know."),
        ("it 's “fine” , really", 'it\'s "fine", really'),
    ],
)
def test_english_loses_the_marks_of_a_tokeniser(typed: str, clean: str) -> None:
    assert cleaning.english(typed) == clean


def test_lines_typed_in_a_hurry_get_their_capitals() -> None:
    assert cleaning.sentence_case("hi. i think i'm late") == "Hi. I think I'm late"


def test_spaces_come_only_between_scripts() -> None:
    assert cleaning.spaced("我用iPhone拍了3张，真好") == "我用 iPhone 拍了 3 张，真好"


@pytest.mark.parametrize(
    ("one", "other"), [("我愛你。", "我爱你"), ("Hello, World!", "hello world"), ("１２", "12")]
)
def test_sentences_that_differ_in_form_only_share_a_key(one: str, other: str) -> None:
    assert cleaning.key(one) == cleaning.key(other)
