"""Which entries are much like a term, or overlap with it?"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bridge.core.fold import Folding
from bridge.core.glossary import Entry
from bridge.core.model import EntryId

MOST = 20
_LEAST = 3
"""Characters: two shorter words are alike by accident."""
_MARKS = str.maketrans("", "", " '’-·，,。.！!？?")


class Why(StrEnum):
    """What the other entry has to do with this term, the nearest first."""

    SAME = "same"
    """It is spelt the same."""
    INSIDE = "inside"
    """It stands inside this term."""
    CONTAINS = "contains"
    """This term stands inside it."""
    ALIKE = "alike"
    """A character, or the tones, make the difference."""


@dataclass(frozen=True, slots=True)
class Near:
    """Another entry, and why it is shown."""

    entry: Entry
    why: Why


def nearby(
    term: Entry, entries: Iterable[Entry], folding: Folding, own: EntryId | None = None
) -> tuple[Near, ...]:
    """The nearest, best first, without the entry `own`."""
    spellings = _folded(term, folding)
    sound = _sound(term.reading)
    order = list(Why)
    found = [
        Near(entry, why)
        for entry in entries
        if entry.id != own
        for why in _why(spellings, sound, entry, _folded(entry, folding))
    ]
    found.sort(key=lambda near: (order.index(near.why), len(near.entry.term), near.entry.id))
    return tuple(found[:MOST])


def _why(
    spellings: tuple[str, ...], sound: str, entry: Entry, others: tuple[str, ...]
) -> Iterator[Why]:
    """The one strongest reason, or none."""
    if set(spellings) & set(others):
        yield Why.SAME
    elif any(_stands_in(other, spelling) for spelling in spellings for other in others):
        yield Why.INSIDE
    elif any(_stands_in(spelling, other) for spelling in spellings for other in others):
        yield Why.CONTAINS
    elif (sound and sound == _sound(entry.reading)) or _one_is_alike(spellings, others):
        yield Why.ALIKE


def _folded(entry: Entry, folding: Folding) -> tuple[str, ...]:
    folded = (folding(each).text for each in entry.spellings)
    return tuple(each if each.isascii() else each.translate(_MARKS) or each for each in folded)


def _sound(reading: str | None) -> str:
    """Pinyin without tones and blanks."""
    parts = unicodedata.normalize("NFD", (reading or "").casefold()).translate(_MARKS)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _stands_in(short: str, long: str) -> bool:
    if short.isascii():
        return f" {short} " in f" {long} "
    return len(short) > 1 and short in long


def _one_is_alike(spellings: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(_alike(spelling, other) for spelling in spellings for other in others)


def _alike(one: str, other: str) -> bool:
    """Whether one character more, less, or otherwise, or two exchanged, make one the other."""
    if min(len(one), len(other)) < _LEAST or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped
