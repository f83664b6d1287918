"""A message that is one term and nothing else says what the note says."""

import pytest

from bridge.core.crossing.alone import alone
from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Lang, Run

EN, ZH = Lang("en"), Lang("zh")


def entry(term: str, told: Explanation, kind: str = "slang", lang: Lang = ZH) -> Entry:
    reader = EN if lang == ZH else ZH
    identity = EntryId(f"{lang}/{kind}/{term}")
    return Entry(identity, lang, kind, term, hits=("x",), explained=((reader, told),))


ENTRIES = {
    each.term: each
    for each in (
        entry("画蛇添足", Explanation("to ruin it", "to gild the lily"), "idiom"),
        entry("萝卜青菜", Explanation("tastes differ", "to each their own"), "idiom"),
        entry("666", Explanation("awesome, smooth, well played"), "number"),
        entry("呵呵", Explanation("looks like “hehe”, but mostly reads as cold")),
        entry("春节", Explanation("Chinese New Year"), "custom"),
        entry("IDK", Explanation("我不知道"), lang=EN),
        entry("SMH", Explanation("无语，直摇头；表示不满"), lang=EN),
    )
}
BY_ID = {each.id: each for each in ENTRIES.values()}


def said(before: str, term: str, after: str, lang: Lang) -> str | None:
    runs = (Run(before), Run(term, entry=ENTRIES[term].id), Run(after))
    return alone(runs, BY_ID.get, lang)


@pytest.mark.parametrize(
    ("term", "after", "lang", "wanted"),
    [
        ("画蛇添足", "", EN, "Gild the lily"),
        ("画蛇添足", "了吧？", EN, "Gild the lily?"),
        ("萝卜青菜", "！", EN, "To each their own!"),
        ("666", "！！", EN, "Awesome!!"),
        ("IDK", ".", ZH, "我不知道。"),
        ("SMH", "", ZH, "无语，直摇头"),
    ],
)
def test_a_term_alone_is_said_as_its_note_says_it(
    term: str, after: str, lang: Lang, wanted: str
) -> None:
    assert said("", term, after, lang) == wanted


@pytest.mark.parametrize(
    ("before", "term", "after", "lang"),
    [
        ("别", "画蛇添足", "", EN),
        ("", "画蛇添足", "的故事", EN),
        ("", "呵呵", "", EN),
        ("", "春节", "！", EN),
        ("", "IDK", " man", ZH),
        ("", "IDK", "", EN),
    ],
)
def test_a_sentence_that_says_more_is_left_to_the_engine(
    before: str, term: str, after: str, lang: Lang
) -> None:
    assert said(before, term, after, lang) is None


def test_two_terms_are_not_one() -> None:
    runs = (Run("666", entry=ENTRIES["666"].id), Run("画蛇添足", entry=ENTRIES["画蛇添足"].id))
    assert alone(runs, BY_ID.get, EN) is None
