"""What a machine made of a text, judged by rules that say why."""

import pytest

from bridge.core.model import Lang, Status
from bridge.core.trust import judge

ZH, EN = Lang("zh"), Lang("en")


def test_a_plain_good_translation_is_ok() -> None:
    assert judge("我今天很累。", "I'm very tired today.", ZH, EN) == (Status.OK, ())


@pytest.mark.parametrize(
    ("source", "output", "reason"),
    [
        ("你好帅哥", "", "the engine returned nothing"),
        ("hello handsome man", "হ্যালো সুদর্শন মানুষ", "it is written in the wrong script"),
        ("see you tomorrow", "See you tomorrow!", "it came back untranslated"),
        ("掌声", "applause " * 60, "it repeats itself 60 times"),
    ],
)
def test_rubbish_fails_and_says_why(source: str, output: str, reason: str) -> None:
    source_lang, target = (EN, ZH) if source.isascii() else (ZH, EN)
    assert judge(source, output, source_lang, target) == (Status.FAILED, (reason,))


@pytest.mark.parametrize(
    ("source", "output", "reason"),
    [
        ("我花了520块", "I spent a lot", "the number 520 got lost"),
        ("我喜欢吸猫很久了", "I like 吸猫 for long", "some words were left untranslated"),
        ("我们一起去公园散步吧然后吃饭", "Go.", "it is much shorter than the original"),
        (
            "一 二 三",
            "one two " + "and then some more of " * 3,
            "it is much longer than the original",
        ),
    ],
)
def test_a_doubt_makes_it_shaky_and_says_why(source: str, output: str, reason: str) -> None:
    status, reasons = judge(source, output, ZH, EN)
    assert status is Status.SHAKY
    assert reason in reasons


def test_laughter_is_no_loop() -> None:
    assert judge("哈哈哈哈哈哈", "Ha ha ha ha ha ha", ZH, EN)[0] is Status.OK


def test_a_short_name_may_come_back_as_it_was() -> None:
    assert judge("OK", "OK", EN, EN)[0] is Status.OK
