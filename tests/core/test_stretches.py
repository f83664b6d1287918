"""A mixed message falls into the stretches that its readers need."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.model import UND, EntryId, Lang, Run, RunKind, Runs, plain
from bridge.core.protect import protect
from bridge.core.stretches import stretches

ZH, EN = Lang("zh"), Lang("en")
MIXED = [
    line.split("\t")
    for line in Path(__file__).with_name("mixed.tsv").read_text("utf-8").splitlines()
]
"""Language of the message; its stretches for readers of English; the same for Chinese."""


def cut(text: str, lang: str, target: str) -> str:
    return "|".join(plain(each.runs) for each in stretches(protect(text), Lang(lang), Lang(target)))


@pytest.mark.parametrize(("lang", "expected"), [(lang, en) for lang, en, _ in MIXED])
def test_stretches_for_english_readers(lang: str, expected: str) -> None:
    assert cut(expected.replace("|", ""), lang, EN) == expected


@pytest.mark.parametrize(("lang", "expected"), [(lang, zh) for lang, _, zh in MIXED])
def test_stretches_for_chinese_readers(lang: str, expected: str) -> None:
    assert cut(expected.replace("|", ""), lang, ZH) == expected


def test_each_stretch_tells_its_language() -> None:
    found = stretches(protect("我今天emo了 so tired"), ZH, EN)
    assert [each.lang for each in found] == ["zh", "en"]


def test_a_word_of_chinese_in_an_english_sentence_stays_in_it() -> None:
    assert (
        cut("I went to 火锅 yesterday 太好吃了", "en", EN) == "I went to 火锅 yesterday |太好吃了"
    )


def test_chinese_in_a_message_for_readers_of_traditional_is_their_own() -> None:
    found = stretches(protect("so tired 我今天不想上班"), EN, Lang("zh-Hant"))
    assert [each.lang for each in found] == ["en", "zh-Hant"]


def test_unknown_words_around_chinese_stay_unknown() -> None:
    found = stretches(protect("no entiendo nada 这是什么意思啊"), UND, EN)
    assert [each.lang for each in found] == ["und", "zh"]


def test_japanese_keeps_its_chinese_characters() -> None:
    assert cut("今日は 東京 に行きます", "ja", EN) == "今日は 東京 に行きます"


def test_a_link_stays_with_what_stands_before_it() -> None:
    link = "https://a.example/so-tired-of-this"
    assert cut(f"我今天很累 {link} I am so tired", "zh", EN) == f"我今天很累 {link} |I am so tired"


def test_a_term_is_never_cut() -> None:
    term = Run("so 栓Q", entry=EntryId("zh/slang/shuan-q"))
    runs = (Run("我真的很想谢谢你们大家 i am "), term, Run("这个世界太奇怪了"))
    assert any(term in each.runs for each in stretches(runs, ZH, EN))


@given(
    st.lists(
        st.builds(
            Run,
            st.text("我们的火锅 太好a bso tired,，。!（(の안녕д1\n", min_size=1, max_size=12),
            st.sampled_from([None, None, RunKind.LINK, RunKind.EMOJI]),
        )
    ).map(tuple),
    st.sampled_from([ZH, EN, Lang("ja"), UND]),
    st.sampled_from([ZH, EN, Lang("zh-Hant"), Lang("ru")]),
)
def test_the_stretches_together_are_the_message(runs: Runs, lang: Lang, target: Lang) -> None:
    found = [run for each in stretches(runs, lang, target) for run in each.runs]
    assert plain(tuple(found)) == plain(runs)
    assert [run for run in found if run.kind] == [run for run in runs if run.kind]
