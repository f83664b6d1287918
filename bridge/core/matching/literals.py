"""Finds spellings that are looked for character by character: Chinese, numbers, signs, emoji."""

import re
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T")

# What may stand, or not stand, between the halves of a saying: 一波未平，一波又起.
_MARK = re.compile(r"(?:[,、:;·~]|—{1,2}|-{1,2}|['\"])\s?|\s")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
SAYING = 6
"""A Chinese spelling of so many characters is itself with marks put in, left out or changed."""
_HELD = re.compile(r"(.)\1{2,}|[\u3400-\u9fff]*([\u3400-\u9fff])\2|[1-9]+([1-9])\3")
"""呵呵, 666, 233: what is held down goes on: 呵呵呵呵, 66666, 23333. Not 88: 888 is luck."""
# What follows an emoji and belongs to it: a colour of skin; what joins it to the next one.
_SKIN = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_JOINER = "\u200d"


class Literals(Generic[T]):
    """Folded spellings by their first two characters; filled once, then only read."""

    def __init__(self) -> None:
        self._spellings: dict[str, list[T]] = {}
        self._lengths: dict[str, list[int]] = {}
        # A trie of characters; under "" stands what ends there.
        self._sayings: dict[str, Any] = {}
        # Spellings that may go on where they end: held down, or an emoji.
        self._growing: set[str] = set()
        self._single: set[str] = set()
        self._firsts: set[str] = set()

    def add(self, spelling: str, found: T) -> None:
        """Let `found` be found where `spelling` stands."""
        self._firsts.add(spelling[0])
        bare = _MARK.sub("", spelling) if len(spelling) >= SAYING else ""
        if len(bare) >= SAYING and _HAN_ONLY.fullmatch(bare):
            for start in (bare[:2], spelling[:2]):
                self._lengths.setdefault(start, [])
            self._firsts.add(bare[0])
            node = self._sayings
            for char in bare:
                node = node.setdefault(char, {})
            node.setdefault("", []).append(found)
        known = self._spellings.setdefault(spelling, [])
        known.append(found)
        if len(known) > 1:
            return
        if _HELD.fullmatch(spelling) or not spelling[-1].isalnum():
            self._growing.add(spelling)
        if len(spelling) == 1:
            self._single.add(spelling)
            return
        lengths = self._lengths.setdefault(spelling[:2], [])
        if len(spelling) not in lengths:
            lengths.append(len(spelling))
            lengths.sort(reverse=True)

    def places(self, text: str) -> list[int]:
        """Where in a folded text something may start, from left to right."""
        lengths = self._lengths
        if self._firsts.isdisjoint(text):
            return []
        found = [at for at in range(len(text) - 1) if text[at : at + 2] in lengths]
        if self._single and not self._single.isdisjoint(text):
            found = sorted({*found, *(at for at, char in enumerate(text) if char in self._single)})
        return found

    def starting(self, text: str, at: int) -> Iterator[tuple[int, T]]:
        """What stands at `at`, with its end: the longest spelling and all shorter ones."""
        room = len(text)
        lengths = self._lengths.get(text[at : at + 2])
        if lengths is not None:
            if text[at] in self._sayings:
                yield from self._saying(text, at)
            for length in lengths:
                end = at + length
                if end <= room and (found := self._spellings.get(text[at:end])):
                    if text[at:end] in self._growing:
                        end = _grown(text, at, end)
                    for each in found if end else ():
                        yield end, each
        if text[at] in self._single:
            end = _grown(text, at, at + 1)
            for each in self._spellings[text[at]] if end else ():
                yield end, each

    def _saying(self, text: str, at: int) -> Iterator[tuple[int, T]]:
        """The sayings that stand at `at` with one mark at most between characters."""
        node: dict[str, Any] | None = self._sayings.get(text[at])
        while node is not None:
            at += 1
            for found in node.get("", ()):
                yield at, found
            if mark := _MARK.match(text, at):
                at = mark.end()
            node = node.get(text[at]) if at < len(text) else None


def _grown(text: str, at: int, end: int) -> int:
    """Where a spelling at `at:end` really ends; 0 when it is a part of another emoji, as the woman
    is of a family, or of what began to be held before."""
    if _HELD.fullmatch(text, at, end):
        if at and text[at - 1] == text[at] == text[end - 1]:
            return 0
        behind = text[end:]
        end += len(behind) - len(behind.lstrip(text[end - 1]))
    if end < len(text) and text[end] in _SKIN and not text[end - 1].isalnum():
        end += 1
    return 0 if text[end : end + 1] == _JOINER or (at and text[at - 1] == _JOINER) else end
