"""Finds patterns of English words in a text, with their heads inflected and their slots filled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bridge.core.matching.english import (
    ARTICLES,
    DETERMINERS,
    ONES,
    POSSESSIVES,
    SLOTS,
    SOMEONE,
    SOMETHING,
    Words,
    possessive_ends,
    spelt_out,
    squeezed,
)
from bridge.core.matching.inflect import forms, is_verb, plural

T = TypeVar("T")

SLOT_WORDS = 4
"""[someone] and [something] hold so many words at most."""
_THE = "[the]"
_MY = "[my]"
_IS = "[is]"
_COMMA_AFTER = 4
"""A pattern of so many words is still itself with a comma in it: no pain, no gain."""
# What no verb is, though an article may follow: “in a fog”, “all the rage”, “not a chance”.
_NO_VERBS = frozenset(
    """about above across after against all along alongside amid among around as at because before
    behind below beneath beside besides between beyond both but by despite down during even for
    from half how if in inside into just less like many more near no not of off on once one only
    onto or out outside over past per quite rather round since so still such than that then
    through throughout till to too toward towards twice under until up upon very via what when
    where which while who why with within without yet and""".split()
)
# What follows a verb that is not in our list: clutch at straws, egg [someone] on.
_AFTER_VERBS = SLOTS | {
    "at",
    "it",
    "off",
    "on",
    "out",
    "up",
    "down",
    "away",
    "back",
    "around",
    "over",
}


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[T]):
    """What is found where a pattern ends. A `long` one may hold a comma, a `bare` one has lost its
    first article, and one whose head is spelt as in `without` does not count."""

    found: T
    long: bool
    bare: bool
    without: frozenset[str]


class _Node(Generic[T]):
    """A place in the trie: what may follow, and the patterns that end here. `open`: a slot or any
    article may follow."""

    __slots__ = ("ends", "follow", "open")

    def __init__(self) -> None:
        self.follow: dict[str, _Node[T]] | None = None
        self.ends: tuple[_Pattern[T], ...] = ()
        self.open = False

    def child(self, key: str) -> "_Node[T]":
        """The place after `key`, made if need be."""
        if self.follow is None:
            self.follow = {}
        node = self.follow.get(key)
        if node is None:
            node = self.follow[key] = _Node()
            self.open = self.open or key[0] == "["
        return node


class Phrases(Generic[T]):
    """Patterns as a trie of words; filled once, then only read."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        # Patterns whose head is a verb hang under its base form; its forms lead there.
        self._headed: dict[str, _Node[T]] = {}
        self._bases: dict[str, list[str]] = {}

    def add(self, parts: tuple[str, ...], found: T, without: frozenset[str] = frozenset()) -> None:
        """Let `found` be found where `parts` stand, the head in any form but those of `without`."""
        parts = tuple(spelt_out(part) for part in parts)
        ending = _Pattern(found, len(parts) >= _COMMA_AFTER, False, without)
        if has_verb(parts):
            for form in forms(parts[0]):
                bases = self._bases.setdefault(form, [])
                if parts[0] not in bases:
                    bases.append(parts[0])
            # Of two words the first may be no verb after all: close calls, rain checks.
            head = self._headed.setdefault(parts[0], _Node())
            self._insert(head, parts[1:], ending, headed=True, owned=len(parts) == 2)
        else:
            self._insert(self._root, parts, ending, headed=False)
            if len(parts) > 2 and parts[0] in ARTICLES:
                bare = replace(ending, bare=True)
                self._insert(self._root, parts[1:], bare, headed=False)

    def places(self, said: Words) -> list[tuple[int, int]]:
        """Where in the text a pattern may start, and with which word."""
        first = self._root.follow or {}
        if said.stretched:
            return [(start, index) for index, start in enumerate(said.starts)]
        return [
            (said.starts[index], index)
            for index, word in enumerate(said.texts)
            if word in first or word in self._bases
        ]

    def starting(self, said: Words, first: int) -> Iterator[tuple[int, T]]:
        """What is found from word `first` on, with the last word's index plus one."""
        word = spelt_out(said.texts[first])
        for base in self._bases.get(word, ()):
            for end, ending in self._walk(self._headed[base], said, first + 1, False):
                if word not in ending.without:
                    yield end, ending.found
        after_article = first > 0 and said.texts[first - 1] in ARTICLES
        for end, ending in self._step(self._root, said, first, False):
            if not (ending.bare and after_article):
                yield end, ending.found

    def _insert(
        self,
        node: _Node[T],
        parts: tuple[str, ...],
        ending: _Pattern[T],
        headed: bool,
        owned: bool = False,
    ) -> None:
        if not parts:
            node.ends += (ending,)
            return
        part, rest = parts[0], parts[1:]
        # “in a fog” and “in the fog” mean two things; “stake a claim” and “stake his claim” one.
        loose = _loose(part, headed) if node is not self._root else part
        self._insert(node.child(loose), rest, ending, headed, owned=part == ONES)
        if loose[0] != "[" and (owned or not (headed or rest)):
            self._insert(node.child(plural(part)), rest, ending, headed)

    def _walk(
        self, node: _Node[T], said: Words, at: int, comma: bool
    ) -> Iterator[tuple[int, _Pattern[T]]]:
        """What ends before word `at`, then what goes on with it."""
        for ending in node.ends:
            if ending.long or not comma:
                yield at, ending
        if node.follow is None or at >= len(said.texts):
            return
        join = said.joins[at]
        if join in (" ", "-", " - ", "") or said.texts[at][0] == "'":
            yield from self._step(node, said, at, comma)
        elif join in (", ", ",", " , "):
            yield from self._step(node, said, at, True)

    def _step(
        self, node: _Node[T], said: Words, at: int, comma: bool
    ) -> Iterator[tuple[int, _Pattern[T]]]:
        word = spelt_out(said.texts[at])
        follow = node.follow or {}
        if child := follow.get(word):
            yield from self._walk(child, said, at + 1, comma)
        if said.stretched:
            for short in squeezed(word):
                if child := follow.get(short):
                    yield from self._walk(child, said, at + 1, comma)
        if node.open:
            for slot in (_THE, _MY, _IS, ONES, SOMEONE, SOMETHING):
                if child := follow.get(slot):
                    for end in _slot_ends(slot, said, at):
                        yield from self._walk(child, said, end, comma)


def _slot_ends(slot: str, said: Words, at: int) -> list[int]:
    """Before which words a slot that starts at word `at` may end."""
    if slot == _THE:
        return [at + 1] if said.texts[at] in DETERMINERS else []
    if slot == _IS:
        return [at + 1] if spelt_out(said.texts[at]) in ("is", "are", "was", "were") else []
    if slot in (ONES, _MY):
        return possessive_ends(said, at, articles=slot == ONES)
    ends: list[int] = []
    for end in range(at + 1, min(at + SLOT_WORDS, len(said.texts)) + 1):
        if ends and said.joins[end - 1] not in (" ", "-", ""):
            break
        ends.append(end)
    return ends


def has_verb(parts: tuple[str, ...]) -> bool:
    """Whether a pattern's first word is a verb that its phrase is built on."""
    if len(parts) < 2 or parts[0] in _NO_VERBS or parts[0] in SLOTS:
        return False
    return is_verb(parts[0]) or parts[1] in DETERMINERS or parts[1] in _AFTER_VERBS


def _loose(part: str, headed: bool) -> str:
    """Under what a part is found inside a pattern: one article may stand for another."""
    if part in ("is", "are"):
        return _IS
    if headed and part in ARTICLES:
        return _THE
    return _MY if part in POSSESSIVES else part
