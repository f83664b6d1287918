"""What else must or must not be said, in the same message, for a term to count."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.matching.figures import is_figure, nearby

DOUBTFUL_FROM = 0.5
"""Words that are as often literal as not (`literal_ok`) are doubtful wherever nothing speaks for
the other sense."""
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]")
_MASK = "\ufffc"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an entry asks of a message, its words folded."""

    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    only_alone: bool = False
    literal_ok: float = 0.0


NONE = Conditions()


def conditions_of(entry: Entry, folded: Callable[[str], str]) -> Conditions:
    """The conditions of an entry; NONE, the same one for all, where it has none."""
    if not (
        entry.not_before
        or entry.not_after
        or entry.near
        or entry.not_near
        or entry.only_alone
        or entry.literal_ok
    ):
        return NONE
    before, after, near, not_near = (
        tuple(filter(None, map(folded, words)))
        for words in (entry.not_before, entry.not_after, entry.near, entry.not_near)
    )
    # Who writes `over` means the word, and between English words there is a blank.
    before += tuple(f"{word} " for word in before if joins(word[-1], "a"))
    after += tuple(f" {word}" for word in after if joins("a", word[0]))
    return Conditions(before, after, near, not_near, entry.only_alone, entry.literal_ok)


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether no letters or digits run on at either end."""
    if start > 0 and joins(text[start - 1], text[start]):
        return False
    return not (end < len(text) and joins(text[end - 1], text[end]))


class Surroundings:
    """What a folded message says around its terms. Each thing is looked up once for a message, when
    it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, tuple[int, int]] = {}
        self._alone: dict[str, bool] = {}
        self._letters: frozenset[str] | None = None
        self._figures: dict[tuple[str, int, int], bool] = {}

    def hold(self, start: int, end: int, asked: Conditions) -> bool:
        """Whether a term at `start:end` counts."""
        text = self._text
        if text[start].isdigit() and self._is_figure(start, end):
            return False
        if asked is NONE:
            return True
        if text.endswith(asked.not_before, 0, start) or text.startswith(asked.not_after, end):
            return False
        if self._say_any(start, end, asked.not_near):
            return False
        if asked.only_alone:
            return self._is_alone(text[start:end]) or self._say_any(start, end, asked.near)
        if asked.near and not asked.literal_ok:
            return self._say_any(start, end, asked.near)
        return True

    def leave_doubt(self, start: int, end: int, asked: Conditions) -> bool:
        """Whether a term that counts may still mean just what it says."""
        return asked.literal_ok >= DOUBTFUL_FROM and not self._say_any(start, end, asked.near)

    def _is_figure(self, start: int, end: int) -> bool:
        """Whether all of `start:end` are digits, and more than a word is said by them."""
        if not _DIGITS.fullmatch(self._text, start, end):
            return False
        near = nearby(self._text, start, end)
        if near not in self._figures:
            self._figures[near] = is_figure(*near)
        return self._figures[near]

    def _is_alone(self, said: str) -> bool:
        """Whether nothing else is said but marks, emoji, mentions, and the same once more."""
        alone = self._alone.get(said)
        if alone is None:
            if self._letters is None:
                self._letters = frozenset(filter(str.isalnum, self._text))
            few = self._letters.issubset(said)
            alone = few and not _WORD.search(self._text.replace(said, ""))
            self._alone[said] = alone
        return alone

    def _say_any(self, start: int, end: int, words: tuple[str, ...]) -> bool:
        """Whether one of `words` is said outside `start:end`, as a word of its own if it is
        Latin."""
        for word in words:
            places = self._places.get(word)
            if places is None:
                places = self._places[word] = _outermost(self._text, word)
            first, last = places
            if 0 <= first <= start - len(word) or last >= end:
                return True
        return False


def _outermost(text: str, word: str) -> tuple[int, int]:
    """The first and the last place where a word is said; -1 where it is not."""
    first = text.find(word)
    while first >= 0 and not stands_free(text, first, first + len(word)):
        first = text.find(word, first + 1)
    last = text.rfind(word) if first >= 0 else -1
    while last > first and not stands_free(text, last, last + len(word)):
        last = text.rfind(word, 0, last + len(word) - 1)
    return first, last


def joins(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one Latin word or one number."""
    return _is_latin(left) and _is_latin(right)


def _is_latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80


def masked(length: int) -> str:
    """What stands in for a link or a name: so many characters that no term and no word holds."""
    return _MASK * length
