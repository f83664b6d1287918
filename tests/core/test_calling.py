"""Who is called at a sentence's edge, and who is spoken of."""

import pytest

from bridge.core.crossing.calling import is_called_after, is_called_before


@pytest.mark.parametrize(
    "after",
    [
        " 你到哪儿了",
        "，快回家",
        "你在干什么",
        " 明天一起吃饭吗",
        " I can't find it",
        ": look",
        "!",
        " can you come",
        " don't forget",
        " don’t forget",
        " thank you",
    ],
)
def test_who_is_called_is_followed_by_what_is_said_to_them(after: str) -> None:
    assert is_called_before(after)


@pytest.mark.parametrize(
    "after",
    [
        "说他病了",
        "昨天没来",
        "的猫",
        "和我",
        " 的猫",
        " says hi",
        " is sick",
        "'s cat",
        " and I",
        " can speak French",
        " told me",
    ],
)
def test_who_is_spoken_of_is_followed_by_what_they_do(after: str) -> None:
    assert not is_called_before(after)


@pytest.mark.parametrize("before", ["晚安", "生日快乐 ", "See you, ", "good night ", "Thanks "])
def test_who_is_called_at_the_end_is_greeted_first(before: str) -> None:
    assert is_called_after(before)


@pytest.mark.parametrize("before", ["我昨天看见", "I saw ", "a gift for ", "别告诉", ""])
def test_who_is_spoken_of_at_the_end_is_not(before: str) -> None:
    assert not is_called_after(before)
