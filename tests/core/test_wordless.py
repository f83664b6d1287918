"""Laughter, numbers and faces are not for a translator; words beside them are."""

import pytest

from bridge.core.wordless import is_wordless, without_laughter


@pytest.mark.parametrize(
    "text",
    """
    哈哈哈 哈哈哈哈哈哈哈 啊哈哈哈 嘿嘿嘿 233 23333 666 hhhh haha HAHAHA ahahah lol LOOOL lmao
    LMAOOO lmfao rofl xD XDDD ㅋㅋㅋ ㅠㅠ 555 wwww jajaja kkkkk wkwkwk QAQ T_T >_< orz uwu :D <3
    ？！ …… 520 12:30 100% 😂😂 https://a.example/hello (╯°□°）╯︵┻━┻ ʕ•ᴥ•ʔ ¯\\_(ツ)_/¯ (≧▽≦)
    (๑•̀ㅂ•́)و 哈哈哈lol 哈哈，哈哈
    """.split(),
)
def test_nothing_to_translate(text: str) -> None:
    assert is_wordless(text)


@pytest.mark.parametrize(
    "text",
    """
    呵呵 hello hi he ja ok 哈尔滨 哈佛 嘿 笑死 wow hmm (好) (yes!) h 嗯 hahn lola whoa 哈哈哈我也是
    """.split(),
)
def test_words_are_words(text: str) -> None:
    assert not is_wordless(text)


def test_what_is_left_beside_laughter_are_the_words() -> None:
    assert without_laughter("哈哈哈 that's funny lmao").split() == ["that's", "funny"]


@pytest.mark.parametrize("text", ["(" * 4000, "(´a`" * 1000, "ha" * 2000 + "x", "lo" * 2000 + "x"])
def test_hostile_text_is_soon_looked_through(text: str) -> None:
    assert isinstance(is_wordless(text), bool)
