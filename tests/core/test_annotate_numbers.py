"""Numbers that mean something, among prices, amounts, times, dates and telephone numbers."""

import pytest

from tests.core.matchers import chinese, found, matcher

TERMS = matcher(*map(chinese, ("520", "1314", "666", "233", "996", "88", "呵呵", "哈哈哈")))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("520", ["520"]),
        ("老婆520❤️", ["520"]),
        ("520 1314", ["520", "1314"]),
        ("520快乐", ["520"]),
        ("666666太强了", ["666666"]),
        ("666啊家人们", ["666"]),
        ("23333333", ["23333333"]),
        ("我们996天天加班", ["996"]),
        ("a 996 company", ["996"]),
        ("５２０", ["５２０"]),
        ("88 guys", ["88"]),
        ("呵呵呵呵", ["呵呵呵呵"]),
        ("哈哈哈哈哈", ["哈哈哈哈哈"]),
    ],
)
def test_a_number_is_found_where_it_says_something(text: str, terms: list[str]) -> None:
    assert found(TERMS, text, "zh") == terms


@pytest.mark.parametrize(
    "text",
    [
        "520元",
        "520 块",
        "¥520",
        "520多块钱",
        "一共520",
        "这件衣服520",
        "in 520 rooms",
        "520 people",
        "room 520",
        "flight 520",
        "5:20",
        "1.520",
        "520.5",
        "2026-520",
        "520/1000",
        "1520",
        "138 5201 3140 520",
        "手机尾号1314",
        "身份证后四位1314",
        "88岁",
        "第233页",
        "996号",
        "考了666分",
        "888",
        "5 + 520",
    ],
)
def test_a_number_that_counts_or_costs_is_left_alone(text: str) -> None:
    assert found(TERMS, text, "zh") == []
