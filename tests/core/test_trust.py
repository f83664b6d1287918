"""What a machine made of a text, judged by rules that say why."""

import pytest

from bridge.core.model import Lang, Status
from bridge.core.trust import ASTRAY, GUESS, UNSURE, Verdict, judge, judge_back
from tests.busy import busy_s

ZH, EN, JA = Lang("zh"), Lang("en"), Lang("ja")
OK: Verdict = (Status.OK, ())


def into_english(source: str, output: str, score: float | None = None) -> Verdict:
    return judge(source, output, ZH, EN, score)


def into_chinese(source: str, output: str, score: float | None = None) -> Verdict:
    return judge(source, output, EN, ZH, score)


def test_a_plain_good_translation_is_ok() -> None:
    assert into_english("我今天很累。", "I'm very tired today.") == OK


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (into_english("你好帅哥", ""), "the engine returned nothing"),
        (into_chinese("hello handsome man", "হ্যালো সুদর্শন মানুষ"), "it is written in the wrong script"),
        (into_chinese("see you tomorrow", "See you tomorrow!"), "it came back untranslated"),
        (into_english("掌声", "applause " * 60), "it repeats itself 60 times"),
        (into_english("(掌声)", "(Applause)" * 4), "it repeats itself 4 times"),
    ],
)
def test_rubbish_fails_and_says_why(verdict: Verdict, reason: str) -> None:
    assert verdict == (Status.FAILED, (reason,))


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (
            into_english("我喜欢吸猫很久了", "I like 吸猫 for long"),
            "some words were left untranslated",
        ),
        (
            into_chinese("we went hiking together", "我们一起去 hiking"),
            "some words were left untranslated",
        ),
        (
            into_english("我们一起去公园散步吧然后吃饭", "Go."),
            "it is much shorter than the original",
        ),
        (
            into_english("真好看", "it is so nice to see how all of this came out in the end"),
            "it is much longer than the original",
        ),
        (into_english("他住在那边", "He lives там"), "part of it is in a foreign script"),
        (
            into_english("从这里走到海边", "from here to the sea from here to the sea"),
            "it says words twice",
        ),
        (into_chinese("they all left early", "他们都走的的早"), "it says words twice"),
        (into_english("他在那边坐着", "Is he sitting there?"), "it became a question"),
        (into_chinese("did she leave already?", "她已经走了"), "the question got lost"),
        (
            into_english("帮我 check 一下 deadline", "Help me check the discount"),
            "the word “deadline” got lost",
        ),
        (into_english("我们明天再说吧", "Let's talk later"), "the word “明天” got lost"),
        (into_chinese("aaaaaaaah", "阿拉伯语的"), "the word “阿拉伯语” came out of nowhere"),
    ],
)
def test_a_doubt_makes_it_shaky_and_says_why(verdict: Verdict, reason: str) -> None:
    assert verdict[0] is Status.SHAKY
    assert reason in verdict[1]


@pytest.mark.parametrize(
    "verdict",
    [
        into_english("哈哈哈哈哈哈", "Ha ha ha ha ha ha"),
        into_chinese("hahahaha that's hilarious", "哈哈哈哈哈笑死了"),
        into_english("好好好好好，你说得对", "okay okay okay okay okay, you're right"),
        into_english("这波操作6666", "That move was awesome"),
        into_chinese("no no no no you got it wrong", "不不不不，你搞错了"),
        into_english("慢慢来", "Take your time"),
        into_chinese("take a look at your dad", "看看你爸爸"),
        into_english("yyds！太好吃了", "The best ever! So good"),
        into_english("你吃饭了没", "Have you eaten?"),
        judge("OK", "OK", EN, EN),
        judge("我今天很累", "今日はとても疲れています", ZH, JA),
    ],
)
def test_what_people_rightly_write_is_no_fault(verdict: Verdict) -> None:
    assert verdict == OK


def test_a_low_score_makes_it_shaky_and_a_very_low_one_fails() -> None:
    assert into_english("你在哪里", "Where are you?", -0.3) == OK
    assert into_english("你在哪里", "Where are you?", -0.7) == (Status.SHAKY, (UNSURE,))
    assert into_english("你在哪里", "Where are you?", -1.5) == (Status.FAILED, (GUESS,))


def test_chinese_output_may_score_lower_than_english() -> None:
    assert into_chinese("where are you?", "你在哪里？", -0.7) == OK


def test_a_doubt_and_a_low_score_together_fail() -> None:
    status, reasons = into_english("我们明天再说吧", "Let's talk later", -0.7)
    assert status is Status.FAILED
    assert reasons == ("the word “明天” got lost", GUESS)


def test_the_way_back_clears_a_chinese_sentence_that_was_only_unsure() -> None:
    unsure: Verdict = (Status.SHAKY, (UNSURE,))
    assert judge_back("我们明天再说吧", "我们明天再谈吧。", ZH, unsure) == OK
    lost: Verdict = (Status.SHAKY, ("the word “明天” got lost",))
    assert judge_back("我们明天再说吧", "我们明天再谈吧。", ZH, lost) == lost


def test_a_way_back_that_says_something_else_makes_an_ok_shaky() -> None:
    assert judge_back("节哀顺变", "森林已经走了。", ZH, OK) == (Status.SHAKY, (ASTRAY,))


def test_the_way_back_proves_nothing_for_english() -> None:
    unsure: Verdict = (Status.SHAKY, (UNSURE,))
    assert judge_back("the exam was a walk", "the exam was a walk", EN, unsure) == unsure


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 2000, "1" * 2000, "1," * 1000, "million " * 250, "不" * 2000, "点一" * 1000),
        *("🙂" * 2000, "妈妈" * 1000, "can't " * 333, "\u0301" * 2000, "12 " * 666, "ab'" * 666),
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_the_longest_message_is_judged_at_once_whatever_it_holds(text: str) -> None:
    def judged() -> None:
        judge(text, text[::-1], ZH, EN, -0.5)
        judge(text, text[::-1], EN, ZH, -0.5)
        judge_back(text, text[::-1], ZH, OK)

    assert busy_s(judged) < 0.5
