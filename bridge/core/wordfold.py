"""Text as a word list reads it: look-alikes, marks and traditional characters made equal."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from bridge.core.skeleton import LATIN

# Marks over Latin, Greek and Cyrillic letters; other scripts write vowels with theirs.
_MARKS = regex.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_INVISIBLE = regex.compile(r"[\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]")
DENSE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}"
"""Scripts that put no blanks between words, or glue particles to them; for a character class."""
_DENSE = regex.compile(f"[{DENSE}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text[i]` stood at `places[i]` of the original, `ends[i]` is where that one ended."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original."""
        return self.places[start], self.places[end - 1] + 1


class WordFold:
    """Folds text for word lists. `simplify` maps Traditional characters to Simplified ones."""

    def __init__(self, simplify: Mapping[str, str]) -> None:
        self._simplify = simplify

    def __call__(self, text: str) -> Folded:
        """The text in its equal form. Never raises."""
        chars: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            for each in char.lower() if char.isascii() else self._equal(char):
                chars.append(each)
                places.append(place)
        return Folded("".join(chars), places)

    def _equal(self, char: str) -> str:
        if char in self._simplify:
            return self._simplify[char]
        plain = unicodedata.normalize("NFKC", char).casefold()
        bare = _MARKS.sub("", unicodedata.normalize("NFD", plain))
        # Hangul and kana stay composed: their parts are no marks.
        same = unicodedata.normalize("NFC", bare)
        seen = "".join(_latin(each) for each in same)
        return _INVISIBLE.sub("", "".join(self._simplify.get(each, each) for each in seen))


def is_dense(text: str) -> bool:
    """Whether some of it is in a script without blanks between words."""
    return _DENSE.search(text) is not None


def _latin(char: str) -> str:
    """The Latin letter that a letter of another alphabet looks like."""
    return char if char.isascii() else LATIN.get(char, char)
