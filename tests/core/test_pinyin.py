"""Pinyin: marks over the right vowels, and what stands joined."""

import pytest

from bridge.core.pinyin import cited, joined, marked, particle, spoken


@pytest.mark.parametrize(
    ("numbered", "written"),
    [
        ("hao3", "hǎo"),
        ("gui4", "guì"),
        ("liu2", "liú"),
        ("ou4", "òu"),
        ("lu:4", "lǜ"),
        ("lv4", "lǜ"),
        ("nü3", "nǚ"),
        ("lu:e4", "lüè"),
        ("xiong2", "xióng"),
        ("Zhong1", "Zhōng"),
        ("E2", "É"),
        ("de5", "de"),
        ("m2", "ḿ"),
        ("ng4", "ǹg"),
        ("r5", "r"),
        ("Q", "Q"),
        ("xx", "xx"),
        ("hao6", "hao6"),
        ("", ""),
    ],
)
def test_the_number_becomes_a_mark_over_the_vowel_that_bears_it(
    numbered: str, written: str
) -> None:
    assert marked(numbered) == written


@pytest.mark.parametrize(
    ("numbered", "written"),
    [
        ("yin2 hang2", "yínháng"),
        ("Xi1 an1", "Xī'ān"),
        ("nu:3 er2", "nǚ'ér"),
        ("hua1 r5", "huār"),
        ("Chong2 qing4", "Chóngqìng"),
        ("Zhong1 hua2 Ren2 min2 Gong4 he2 guo2", "Zhōnghuá Rénmín Gònghéguó"),
        ("hua4 she2 tian1 zu2", "huà shé tiān zú"),
        ("A A zhi4", "A A zhì"),
        ("san1 Q", "sān Q"),
        ("yi1 bo1 wei4 ping2 , yi1 bo1 you4 qi3", "yī bō wèi píng, yī bō yòu qǐ"),
        ("", ""),
    ],
)
def test_a_dictionarys_reading_is_written_as_words(numbered: str, written: str) -> None:
    assert spoken(numbered) == written


def test_a_saying_of_four_syllables_stays_apart_and_a_word_of_three_does_not() -> None:
    assert joined(["yī", "mú", "yī", "yàng"]) == "yī mú yī yàng"
    assert joined(["bàn", "gōng", "shì"]) == "bàngōngshì"


@pytest.mark.parametrize(
    ("word", "said", "written"),
    [
        ("一个", ["yí", "gè"], ["yī", "gè"]),
        ("不是", ["bú", "shì"], ["bù", "shì"]),
        ("对不起", ["duì", "bu", "qǐ"], ["duì", "bu", "qǐ"]),
        ("慢慢地", ["màn", "màn", "dì"], ["màn", "màn", "de"]),
        ("A股票", ["A", "gǔ"], ["A", "gǔ"]),
    ],
)
def test_tones_are_those_of_a_dictionary(word: str, said: list[str], written: list[str]) -> None:
    assert cited(word, said) == written


@pytest.mark.parametrize(
    ("before", "word", "after", "said"),
    [
        ("我", "得", "走", "děi"),
        ("跑", "得", "快", "de"),
        ("", "得", "", None),
        ("高兴", "地", "说", "de"),
        ("块", "地", "上", None),
        ("我", "行", "吗", None),
    ],
)
def test_a_particle_is_read_by_its_neighbours(
    before: str, word: str, after: str, said: str | None
) -> None:
    assert particle(before, word, after) == said
