"""OpenCC's conversions between Simplified and Traditional Chinese, phrases included."""

from collections.abc import Callable, Mapping

import opencc


def load_converters() -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Towards Simplified, and towards Traditional as Taiwan writes it; each takes some 10 µs.

    Phrases decide which character is meant (头发 → 頭髮, 出发 → 出發). Taiwan's own words
    (`s2twp`) are left out: they changed 952 of 61,258 everyday lines, too often for the worse
    (我支持你 → 支援, 菜单 → 選單 in a restaurant, 我的对象 → 物件).
    """
    return opencc.OpenCC("tw2s").convert, opencc.OpenCC("s2tw").convert


def simplifier(
    convert: Callable[[str], str], characters: Mapping[str, str]
) -> Callable[[str], str]:
    """Towards Simplified, with as many characters: by OpenCC's phrases (`convert`), or where these
    make it longer or shorter, character by character."""
    table = str.maketrans(dict(characters))

    def simplified(text: str) -> str:
        found = convert(text)
        return found if len(found) == len(text) else text.translate(table)

    return simplified
