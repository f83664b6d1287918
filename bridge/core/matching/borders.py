"""Does a short Chinese term cut through a word? 种草 does in 种|草莓, and 上火 in 马上|火车."""

import re
from collections.abc import Iterable
from typing import Protocol

_HAN = re.compile(r"[\u3400-\u9fff]+")
LONG_ENOUGH = 4
"""A Chinese term of four characters and more is not found by accident across words."""
_NEARBY = 6
"""So many characters on either side of a term are enough to see the words it stands among."""
_LONGEST_WORD = 4
"""Words that a short term might cut through are not longer than this, with few exceptions."""


class Lexicon(Protocol):
    """Chinese words."""

    def cut(self, text: str) -> Iterable[str]:
        """The words of a text; joined they give the text."""

    def knows(self, word: str) -> bool:
        """Whether this is a word."""


class Borders:
    """The borders between words, as a lexicon sees them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def tear(self, text: str, start: int, end: int) -> bool:
        """Whether a short Chinese term takes a part of some word: 种草 does in 种|草莓.
        A whole word that holds it, as 大红包 holds 红包, is not torn."""
        if end - start >= LONG_ENOUGH or not _HAN.fullmatch(text, start, end):
            return False
        if not self._crossed(text, start, end):
            return False
        first = max(0, start - _NEARBY)
        at = first
        for word in self._lexicon.cut(text[first : end + _NEARBY]):
            after = at + len(word)
            if (at < start < after < end) or (start < at < end < after):
                return True
            at = after
        return False

    def _crossed(self, text: str, start: int, end: int) -> bool:
        """Whether any word could reach across a border of a term: the cheap question first."""
        knows = self._lexicon.knows
        for first in range(max(0, start - _LONGEST_WORD + 1), start):
            for after in range(start + 1, min(end, first + _LONGEST_WORD + 1)):
                if knows(text[first:after]):
                    return True
        for first in range(start + 1, end):
            for after in range(end + 1, min(len(text), first + _LONGEST_WORD) + 1):
                if knows(text[first:after]):
                    return True
        return False
