"""Chinese verbs and their objects with words in between, where the entry allows it."""

import pytest

from tests.core.matchers import chinese, found, matcher

TERMS = matcher(
    chinese("吃醋", separable=True),
    chinese("拍马屁", separable=True),
    chinese("帮忙", separable=True),
    chinese("生气", separable=True),
    chinese("上火"),
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("她又吃醋了", ["吃醋"]),
        ("吃了他的醋", ["吃了他的醋"]),
        ("你吃什么醋啊", ["吃什么醋"]),
        ("吃小王的醋", ["吃小王的醋"]),
        ("吃谁的醋？", ["吃谁的醋"]),
        ("什么醋都吃", ["醋都吃"]),
        ("拍老闆的馬屁", ["拍老闆的馬屁"]),
        ("帮我一个忙", ["帮我一个忙"]),
        ("帮了大忙", ["帮了大忙"]),
        ("帮帮忙", ["帮帮忙"]),
        ("生了一肚子气", ["生了一肚子气"]),
    ],
)
def test_a_verb_and_its_object_are_found_apart(text: str, terms: list[str]) -> None:
    assert found(TERMS, text, "zh") == terms


@pytest.mark.parametrize(
    "text",
    [
        "吃饺子要蘸醋",
        "好吃的醋",
        "吃了，醋没了",
        "我帮你拿，你别忙",
        "吃😀醋",
        "上了火",
        "吃一二三四五六七八九的醋",
    ],
)
def test_what_only_holds_both_is_left_alone(text: str) -> None:
    assert found(TERMS, text, "zh") == []
