"""Marks and blanks between the stretches that an engine sees."""

from bridge.core.crossing.punctuation import at_commas, narrowed, set_apart
from bridge.core.crossing.wording import StandIn, Wording
from bridge.core.model import Lang, Run, RunKind, plain

EN, ZH = Lang("en"), Lang("zh")
LINK = Run("https://x.cn", RunKind.LINK)


def pieces(text: str) -> list[str]:
    return [part.text for part in at_commas((Wording(text, ()),)) if isinstance(part, Wording)]


def test_full_width_marks_are_narrowed_for_those_who_do_not_write_them() -> None:
    assert narrowed("！？", EN) == "!?"
    assert narrowed("！？", ZH) == "！？"


def test_a_sentence_is_cut_at_its_commas_and_nothing_is_lost() -> None:
    assert pieces("我累了，明天再说，晚安") == ["我累了，", "明天再说，", "晚安"]
    assert pieces("I'm tired, see you, good night") == ["I'm tired,", " see you,", " good night"]


def test_numbers_and_times_are_not_cut() -> None:
    assert pieces("it costs 1,000 at 3:30 pm") == ["it costs 1,000 at 3:30 pm"]


def test_a_cut_that_would_leave_a_crumb_is_not_made() -> None:
    assert pieces("嗯，我知道了") == ["嗯，我知道了"]


def test_what_holds_a_stand_in_is_not_cut() -> None:
    whole = Wording("看A，很好看", (StandIn("A", 1, LINK),))
    assert at_commas((whole,)) == (whole,)


def test_words_that_stood_without_a_blank_in_chinese_get_one() -> None:
    runs = (Run("Look at"), LINK, Run("it's good"))
    assert plain(set_apart(runs, EN)) == "Look at https://x.cn it's good"
    assert plain(set_apart((Run("I'm tired,"), Run("good night")), EN)) == "I'm tired, good night"
    assert plain(set_apart((Run("看"), LINK, Run("很好")), ZH)) == "看https://x.cn很好"
