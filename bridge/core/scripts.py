"""Which writing systems a text uses, counted in units that can be compared across languages."""

from collections.abc import Mapping
from enum import StrEnum

import regex


class Script(StrEnum):
    """The writing systems that decide a language here."""

    HAN = "Han"
    KANA = "Kana"
    HANGUL = "Hangul"
    LATIN = "Latin"
    CYRILLIC = "Cyrillic"
    ARABIC = "Arabic"
    OTHER = "other"


# Chinese writes a word in one or two characters and no spaces: there each character counts as
# one, elsewhere each run of letters does.
_UNIT = regex.compile(
    r"""(?P<Han>\p{Han}) | (?P<Kana>[\p{Hiragana}\p{Katakana}]) | (?P<Hangul>\p{Hangul}+)
      | (?P<Latin>\p{Latin}(?:[\p{Latin}\p{M}'’-]*\p{Latin})?)
      | (?P<Cyrillic>[\p{Cyrillic}\p{M}]+)
      | (?P<Arabic>[\p{Arabic}\p{M}]+) | (?P<other>[\p{L}\p{M}]+)""",
    regex.VERBOSE,
)

SCRIPT_OF: Mapping[str, Script] = {
    "zh": Script.HAN,
    "ja": Script.KANA,
    "ko": Script.HANGUL,
    "ru": Script.CYRILLIC,
    "uk": Script.CYRILLIC,
    "bg": Script.CYRILLIC,
    "ar": Script.ARABIC,
    "fa": Script.ARABIC,
    "ur": Script.ARABIC,
    "el": Script.OTHER,
    "he": Script.OTHER,
    "hi": Script.OTHER,
    "bn": Script.OTHER,
    "th": Script.OTHER,
}


def script_of(lang: str) -> Script:
    """The script that a language is written in: Latin unless listed."""
    return SCRIPT_OF.get(lang.split("-")[0].lower(), Script.LATIN)


def count(text: str) -> dict[Script, int]:
    """Units per script: characters of Han and Kana, words of the others."""
    found: dict[Script, int] = {}
    for unit in _UNIT.finditer(text):
        script = Script(unit.lastgroup or "other")
        found[script] = found.get(script, 0) + 1
    return found


def units(text: str) -> list[str]:
    """The units themselves, lower-cased, in order."""
    return [unit.group().lower() for unit in _UNIT.finditer(text)]
