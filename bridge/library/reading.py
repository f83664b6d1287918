"""How Chinese words are pronounced: pinyin with tone marks."""

import importlib


def pinyin(word: str) -> str:
    """`重庆` → `chóng qìng`; phrase-aware. The first call takes about a second: it reads the
    dictionary."""
    # Most processes never need it: only messages that no translation does justice are read so.
    pypinyin = importlib.import_module("pypinyin")
    return " ".join(pypinyin.lazy_pinyin(word, style=pypinyin.Style.TONE))
