"""Numbers and a `not` have to come across, whatever words they are written in."""

import pytest

from bridge.core.model import Lang
from bridge.core.trust import judge

ZH, EN = Lang("zh"), Lang("en")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("我花了520块", "I spent 520 yuan"),
        ("一共二十八个人", "there were 28 of us"),
        ("一共28个人", "there were twenty-eight of us"),
        ("会议改到下午三点半", "the meeting was moved to 3:30 pm"),
        ("会议改到15:30", "the meeting was moved to half past three"),
        ("他跑了三公里", "he ran three kilometres"),
        ("我有一千二百块", "I have 1,200 yuan"),
        ("有三万五千人", "there were 35,000 people"),
        ("今天跌了百分之五点六", "it fell 5.6% today"),
        ("五月三号见", "see you on May 3rd"),
        ("他买了两个", "he bought a couple"),
        ("周三见", "see you on Wednesday"),
        ("520，爱你", "love you"),
    ],
)
def test_a_number_may_change_its_writing(zh: str, en: str) -> None:
    assert judge(zh, en, ZH, EN) == ("ok", ())


@pytest.mark.parametrize(
    ("source", "output", "source_lang", "reason"),
    [
        ("我花了520块", "I spent a lot of it", ZH, "the number 520 got lost"),
        ("我们等了三十分钟", "We waited for a while", ZH, "the number 30 got lost"),
        ("meet me at 6:45", "六点见", EN, "the number 45 got lost"),
        ("she has fifteen of them", "她有很多", EN, "the number 15 got lost"),
        ("我们等了很久", "We waited for 17 of them", ZH, "the number 17 came out of nowhere"),
        ("he waited a long time", "他等了四十分钟", EN, "the number 40 came out of nowhere"),
    ],
)
def test_a_number_may_neither_vanish_nor_appear(
    source: str, output: str, source_lang: Lang, reason: str
) -> None:
    target = EN if source_lang == ZH else ZH
    assert reason in judge(source, output, source_lang, target)[1]


@pytest.mark.parametrize(
    ("source", "output", "source_lang"),
    [
        ("我不去", "I'll go there", ZH),
        ("他没说谎", "He told lies", ZH),
        ("别告诉他", "Tell him about it", ZH),
        ("I don’t trust them", "我信任他们", EN),
        ("nobody likes him", "谁都喜欢他", EN),
        ("we never met", "我们见过面", EN),
    ],
)
def test_a_lost_not_is_noticed(source: str, output: str, source_lang: Lang) -> None:
    target = EN if source_lang == ZH else ZH
    assert "a “not” got lost" in judge(source, output, source_lang, target)[1]


@pytest.mark.parametrize(
    ("source", "output", "source_lang"),
    [("我去过那里", "I have never been there", ZH), ("I trust them", "我不会信任他们", EN)],
)
def test_a_not_from_nowhere_is_noticed(source: str, output: str, source_lang: Lang) -> None:
    target = EN if source_lang == ZH else ZH
    assert "a “not” came out of nowhere" in judge(source, output, source_lang, target)[1]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("这家店不错", "This place is good"),
        ("不好意思，打扰了", "Sorry to bother you"),
        ("不客气", "You're welcome"),
        ("没事", "It's fine"),
        ("没关系", "That's okay"),
        ("你是不是累了？", "Are you tired?"),
        ("你去不去？", "Are you going?"),
        ("特别好", "Really good"),
        ("未来可期", "The future is bright"),
        ("我忍不住笑了", "I had to laugh"),
        ("太好听了，说真的", "no cap, it sounds great"),
        ("好期待", "I can't wait"),
        ("很好看吧？", "isn't it pretty?"),
        ("没问题", "sure thing"),
    ],
)
def test_what_only_looks_like_a_not_is_none(zh: str, en: str) -> None:
    assert judge(zh, en, ZH, EN) == ("ok", ())
    assert judge(en, zh, EN, ZH) == ("ok", ())
