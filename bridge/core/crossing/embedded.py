"""The readers' own words inside a sentence of another language: they stay as typed."""

import regex

from bridge.core.model import Lang
from bridge.core.scripts import Script, script_of

_HAN = regex.compile(r"\p{Han}+")
_LATIN = regex.compile(r"\p{Latin}[\p{Latin}\p{M}\p{N}'’-]*")


def readers_words(text: str, target: Lang) -> frozenset[str]:
    """Words of `text` in the script of `target`, in a text of another script: `check` in
    帮我check一下 for readers of English. Empty where both share the script."""
    han, latin = _HAN.findall(text), _LATIN.findall(text)
    if not han or not latin:
        return frozenset()
    match script_of(target):
        case Script.HAN:
            return frozenset(han)
        case Script.LATIN:
            return frozenset(latin)
        case _:
            return frozenset()
