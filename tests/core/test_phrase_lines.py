"""A file of phrases is read strictly: what is wrong is named with its line and the cure."""

import pytest

from bridge.core.model import Lang
from bridge.core.phrases import parse

ZH, EN = Lang("zh"), Lang("en")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("你好\tHello", "1: 2 columns; a line is zh, en and both, tabs between"),
        ("你好\tHello\ten", "1: “en” is no direction: write both, zh-en or en-zh"),
        ("你好\t\tboth", "1: “” has no words of its own to be found by"),
        ("！\tHello\tboth", "1: “！” has no words of its own to be found by"),
        ("你好 \tHello\tboth", "1: “你好 ” has blanks around it"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_cure(line: str, problem: str) -> None:
    assert parse(line, ZH, EN)[1] == [problem]


def test_two_answers_to_one_text_are_a_problem_in_their_own_direction_only() -> None:
    lines = "# two\n你好\tHello\tboth\n您好！\tGood day\tzh-en\n喂\tHello\tzh-en"
    assert parse(lines, ZH, EN)[1] == [
        "3: “您好！” is “Hello” in line 2 and “Good day” here: "
        "mark the less usual one en-zh, or delete it"
    ]


def test_the_same_line_again_is_a_problem() -> None:
    assert parse("你好\tHello\tboth\n你好\tHello\tzh-en", ZH, EN)[1] == [
        "2: “你好” stands in line 1 with the same answer: delete one"
    ]
