"""One spelling per language, and its own name."""

import pytest

from bridge.core.langs import canonical, name, offered
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
    zh, en, fr = Lang("zh"), Lang("en"), Lang("fr")
    found = [(each.code, each.sources) for each in offered([(zh, en), (fr, en), (en, zh)])]
    assert found == [(en, (fr, zh)), (fr, ()), (zh, (en,))]
