"""One spelling per language, and its own name."""

import pytest

from bridge.core.langs import canonical, name, offered, with_hant
from bridge.core.model import Lang


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh_Hans_CN", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zt", "zh-Hant"),
        ("pb", "pt-BR"),
        ("PT-br", "pt-BR"),
        ("pt-PT", "pt"),
        ("en-US", "en"),
        ("no", "nb"),
        ("xx-YY", "xx"),
        ("", "und"),
    ],
)
def test_every_spelling_of_a_language_comes_out_as_one(written: str, lang: str) -> None:
    assert canonical(written) == lang


def test_the_canonical_spelling_is_its_own() -> None:
    assert [canonical(each) for each in ("zh-Hant", "pt-BR", "nb", "und")] == [
        "zh-Hant",
        "pt-BR",
        "nb",
        "und",
    ]


def test_a_language_is_named_in_itself_and_an_unknown_one_by_its_tag() -> None:
    assert [name(Lang(each)) for each in ("zh", "zh-Hant", "fr", "xx")] == [
        "中文",
        "繁體中文",
        "Français",
        "xx",
    ]


def test_what_is_on_offer_tells_from_where_it_can_be_read() -> None:
    de, en, fr = Lang("de"), Lang("en"), Lang("fr")
    found = [(each.code, each.sources) for each in offered([(de, en), (fr, en), (en, de)])]
    assert found == [(de, (en,)), (en, (de, fr)), (fr, ())]


def test_traditional_chinese_is_on_offer_wherever_chinese_is() -> None:
    zh, en, hant = Lang("zh"), Lang("en"), Lang("zh-Hant")
    found = [(each.code, each.sources) for each in offered([(zh, en), (en, zh)])]
    assert found == [(en, (zh, hant)), (zh, (en, hant)), (hant, (en, zh))]


def test_traditional_chinese_is_not_on_offer_where_chinese_is_not() -> None:
    pairs = {(Lang("fr"), Lang("en"))}
    assert with_hant(pairs) == pairs
