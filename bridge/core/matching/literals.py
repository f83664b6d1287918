"""Finds spellings that are looked for character by character: Chinese, numbers, signs, emoji."""

import re
from collections.abc import Iterator
from operator import add
from typing import Generic, TypeVar

T = TypeVar("T")

# What may stand, or not stand, between the halves of a saying: 一波未平，一波又起.
_MARK = re.compile(r"[,、:;·\s'\"—-]")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
SAYING = 6
"""A Chinese spelling of so many characters is itself with marks put in, left out or changed."""


class Literals(Generic[T]):
    """Folded spellings by their first two characters; filled once, then only read."""

    def __init__(self) -> None:
        self._spellings: dict[str, list[T]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._sayings: dict[str, list[tuple[str, T]]] = {}
        self._single: set[str] = set()

    def add(self, spelling: str, found: T) -> None:
        """Let `found` be found where `spelling` stands."""
        bare = _MARK.sub("", spelling) if len(spelling) >= SAYING else ""
        if len(bare) >= SAYING and _HAN_ONLY.fullmatch(bare):
            self._lengths.setdefault(spelling[:2], [])
            self._sayings.setdefault(spelling[:2], []).append((bare, found))
            return
        known = self._spellings.setdefault(spelling, [])
        known.append(found)
        if len(spelling) == 1:
            self._single.add(spelling)
        elif len(known) == 1:
            lengths = self._lengths.setdefault(spelling[:2], [])
            if len(spelling) not in lengths:
                lengths.append(len(spelling))
                lengths.sort(reverse=True)

    def places(self, text: str) -> list[int]:
        """Where in a folded text something may start, from left to right."""
        lengths = self._lengths
        pairs = list(map(add, text, text[1:]))
        found: list[int] = []
        if not lengths.keys().isdisjoint(pairs):
            found = [at for at, pair in enumerate(pairs) if pair in lengths]
        if self._single and not self._single.isdisjoint(text):
            found = sorted({*found, *(at for at, char in enumerate(text) if char in self._single)})
        return found

    def starting(self, text: str, at: int) -> Iterator[tuple[int, T]]:
        """What stands at `at`, with its end, the sayings first, then the longest."""
        start = text[at : at + 2]
        for bare, found in self._sayings.get(start, ()):
            if end := _end_of(bare, text, at):
                yield end, found
        room = len(text) - at
        for length in self._lengths.get(start, ()):
            if length > room:
                continue
            for found in self._spellings.get(text[at : at + length], ()):
                yield at + length, found
        for found in self._spellings.get(text[at], ()):
            yield at + 1, found


def _end_of(bare: str, text: str, at: int) -> int:
    """Where `bare` ends if it stands at `at` with one mark at most between characters; else 0."""
    for place, char in enumerate(bare):
        if place and _MARK.match(text, at):
            at += 1
        if not text.startswith(char, at):
            return 0
        at += 1
    return at
