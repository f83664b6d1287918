"""What else must or must not be said, in the same message, for a term to count."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.matching.figures import is_figure

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
    return Conditions(before, after, near, not_near, entry.only_alone, entry.literal_ok)


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether no letters or digits run on at either end."""
    if start > 0 and joins(text[start - 1], text[start]):
        return False
    return not (end < len(text) and joins(text[end - 1], text[end]))


def holds(text: str, start: int, end: int, asked: Conditions) -> bool:
    """Whether a term at `start:end` of a folded message counts."""
    digits = text[start].isdigit() and _DIGITS.fullmatch(text, start, end)
    if digits and is_figure(text, start, end):
        return False
    if asked is NONE:
        return True
    if text.endswith(asked.not_before, 0, start) or text.startswith(asked.not_after, end):
        return False
    if _says_any(text, start, end, asked.not_near):
        return False
    if asked.only_alone:
        return is_alone(text, start, end) or _says_any(text, start, end, asked.near)
    if asked.near and not asked.literal_ok:
        return _says_any(text, start, end, asked.near)
    return True


def is_doubtful(text: str, start: int, end: int, asked: Conditions) -> bool:
    """Whether a term that counts may still mean just what it says."""
    return asked.literal_ok >= DOUBTFUL_FROM and not _says_any(text, start, end, asked.near)


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else is said but marks, emoji, mentions, and the same once more."""
    rest = text[:start] + text[end:]
    return not _WORD.search(rest.replace(text[start:end], ""))


def joins(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one Latin word or one number."""
    return _is_latin(left) and _is_latin(right)


def _is_latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80


def _says_any(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of `words` is said outside `start:end`, as a word of its own if it is Latin."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            after = at + len(word)
            if (after <= start or at >= end) and stands_free(text, at, after):
                return True
            at = text.find(word, at + 1)
    return False


def masked(length: int) -> str:
    """What stands in for a link or a name: so many characters that no term and no word holds."""
    return _MASK * length
