"""Plain forms fit into the sentence, or stay away."""

import pytest

from bridge.core.crossing.plainly import plainly
from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Lang, Run

EN, ZH = Lang("en"), Lang("zh")
TOLD = ((EN, Explanation("x")), (ZH, Explanation("x")))


def entry(lang: Lang, term: str, plain: str, *variants: str) -> Entry:
    identity = EntryId(f"{lang}/x/{term}")
    return Entry(identity, lang, "x", term, variants, plain=plain, hits=("x",), explained=TOLD)


ENTRIES = {
    each.term: each
    for each in (
        entry(EN, "kick the bucket", "die"),
        entry(EN, "pull [one's] leg", "joke with [someone]", "pulling my leg"),
        entry(EN, "hit the road", "leave"),
        entry(EN, "throw in the towel", "give up"),
        entry(EN, "jump on the bandwagon", "follow the trend", "hop on the bandwagon"),
        entry(EN, "couch potato", "lazy person"),
        entry(EN, "elephant in the room", "obvious problem"),
        entry(EN, "humblebrag", "way to show off"),
        entry(EN, "fingers crossed", "wish me luck", "keep my fingers crossed"),
        entry(EN, "break a leg", "good luck"),
        entry(EN, "not [one's] cup of tea", "not [one's] favorite"),
        entry(EN, "the ball is in your court", "it is your turn"),
        entry(EN, "DM me", "message me", "DM you"),
        entry(EN, "TL;DR", "in short", "tldr"),
        entry(EN, "stand [someone] in good stead", "help [someone]"),
        entry(ZH, "破防", "崩溃"),
        entry(ZH, "红包", "礼金", "大红包"),
        entry(ZH, "面子", "尊严", "没面子"),
        entry(ZH, "画蛇添足", "做多余的事"),
        entry(ZH, "拔苗助长", "太着急反而不好", "揠苗助长"),
        entry(ZH, "塞翁失马", "坏事可能变好", "塞翁失马，焉知非福"),
        entry(ZH, "绿茶婊", "坏女人", "太绿茶了"),
        entry(ZH, "考上", "通过了"),
        entry(ZH, "u1s1", "说实话", "有一说一"),
    )
}
BY_ID = {each.id: each for each in ENTRIES.values()}


def said(before: str, term: str, text: str, after: str = "") -> str:
    runs = (Run(before), Run(text, entry=ENTRIES[term].id), Run(after))
    return "".join(run.text for run in plainly(runs, BY_ID.get))


@pytest.mark.parametrize(
    ("before", "term", "text", "after", "wanted"),
    [
        ("He ", "kick the bucket", "kicked the bucket", ".", "He died."),
        ("He has ", "throw in the towel", "thrown in the towel", "", "He has given up"),
        ("He's ", "pull [one's] leg", "pulling my leg", "!", "He's joking with me!"),
        ("Stop ", "pull [one's] leg", "pulling Tom’s leg", "", "Stop joking with tom"),
        ("We should ", "hit the road", "hit the road", "", "We should leave"),
        ("Tom just ", "hit the road", "hit the road", "", "Tom just left"),
        ("They have ", "hit the road", "hit the road", "", "They have left"),
        ("I ", "jump on the bandwagon", "hopped on the bandwagon", "", "I followed the trend"),
        ("Two ", "couch potato", "couch potatoes", "", "Two lazy people"),
        ("It's a ", "elephant in the room", "elephant in the room", "", "It's an obvious problem"),
        ("Such an ", "humblebrag", "humblebrag", "", "Such a way to show off"),
        ("", "break a leg", "Break a leg", "!", "Good luck!"),
        ("It's ", "not [one's] cup of tea", "not my cup of tea", "", "It's not my favorite"),
        ("", "the ball is in your court", "The ball's in their court", "", "It is their turn"),
        ("", "TL;DR", "TL;DR", ": no", "In short: no"),
        ("It ", "stand [someone] in good stead", "stood me in good stead", "", "It helped me"),
    ],
)
def test_an_english_idiom_gives_way_to_its_plain_form_fitted(
    before: str, term: str, text: str, after: str, wanted: str
) -> None:
    assert said(before, term, text, after) == wanted


@pytest.mark.parametrize(
    ("before", "term", "text", "after", "wanted"),
    [
        ("我", "破防", "破防", "了", "我崩溃了"),
        ("他", "考上", "考上", "了", "他通过了"),
        ("", "红包", "大红包", "", "大礼金"),
        ("别", "画蛇添足", "畫蛇添足", "了", "别做多余的事了"),
        ("别", "拔苗助长", "揠苗助长", "", "别太着急反而不好"),
        ("", "塞翁失马", "塞翁失马，焉知非福", "。", "坏事可能变好。"),
        ("", "u1s1", "有一说一", "", "说实话"),
    ],
)
def test_a_chinese_term_gives_way_to_its_plain_form(
    before: str, term: str, text: str, after: str, wanted: str
) -> None:
    assert said(before, term, text, after) == wanted


@pytest.mark.parametrize(
    ("before", "term", "text", "after"),
    [
        ("I'll ", "fingers crossed", "keep my fingers crossed", ""),
        ("I hope he'd ", "break a leg", "break a leg", ""),
        ("He was ", "break a leg", "breaking a leg", ""),
        ("I'll ", "DM me", "DM you", ""),
        ("Don't ", "pull [one's] leg", "pull the leg", ""),
        ("她说话", "绿茶婊", "太绿茶了", ""),
    ],
)
def test_a_spelling_with_another_grammar_stays_as_it_was_typed(
    before: str, term: str, text: str, after: str
) -> None:
    assert said(before, term, text, after) == before + text + after


def test_what_may_be_meant_literally_goes_across_as_it_is() -> None:
    runs = (Run("Let's "), Run("hit the road", entry=EntryId("en/x/hit the road"), doubtful=True))
    assert plainly(runs, lambda each: ENTRIES[each.rpartition("/")[2]]) == runs


def test_the_run_keeps_its_entry() -> None:
    (run,) = plainly((Run("破防", entry=ENTRIES["破防"].id),), BY_ID.get)
    assert run == Run("崩溃", entry=ENTRIES["破防"].id)
