"""Finds patterns of English words in a text, with their heads inflected and their slots filled."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from bridge.core.matching.english import ARTICLES, DETERMINERS, ONES, Words, spelt_out
from bridge.core.matching.inflect import forms, plural
from bridge.core.matching.shapes import Shape, Stand, loosened, shapes
from bridge.core.matching.slots import MY, class_of, follows_be
from bridge.core.matching.trie import Ending, Node, first_steps, walk

T = TypeVar("T")

_COMMA_AFTER = 4
"""A pattern of so many words is still itself with a comma in it: no pain, no gain."""


class Phrase(NamedTuple, Generic[T]):
    """`found` is said by the words from `first` up to, not including, `after`."""

    first: int
    after: int
    found: T


class Phrases(Generic[T]):
    """Patterns as a trie of words; filled once, then only read."""

    def __init__(self) -> None:
        self._root: Node[T] = Node()
        # Patterns whose head is a verb hang under its base form; its forms lead there.
        self._headed: dict[str, Node[T]] = {}
        self._bases: dict[str, list[str]] = {}
        # Patterns that begin with a participle which a form of be stands before.
        self._undergone: dict[str, Node[T]] = {}

    def add(
        self,
        parts: tuple[str, ...],
        found: T,
        gap: int = 0,
        without: frozenset[str] = frozenset(),
        one_word: bool = False,
        comma: bool = False,
    ) -> None:
        """Let `found` be found where `parts` stand, with `gap` words in between at most, the head
        in any form but those of `without`. `one_word`: they are written with hyphens,
        `comma`: with one."""
        for shape in shapes(parts, bool(without), one_word):
            long = comma or len(shape.parts) >= _COMMA_AFTER
            ending = Ending(found, long, gap, without=without)
            self._hang(shape, ending)

    def _hang(self, shape: Shape, ending: Ending[T]) -> None:
        headed = shape.stand is Stand.HEADED
        first, *others = loosened(shape.parts, headed)
        rest = tuple(others)
        match shape.stand:
            case Stand.HEADED:
                if first not in self._headed:
                    self._headed[first] = Node(headed=True)
                    for form in forms(first):
                        self._bases.setdefault(form, []).append(first)
                # Of two words the first may be no verb after all: close calls, rain checks.
                _insert(self._headed[first], rest, ending, owned=len(rest) == 1)
            case Stand.UNDERGONE:
                node = self._undergone.setdefault(first, Node(headed=True))
                _insert(node, rest, ending, last=False)
            case Stand.LED:
                node = self._root.child(first)
                _insert(node, rest, replace(ending, led=True), last=False)
            case Stand.BARE | Stand.FIXED:
                if shape.stand is Stand.BARE:
                    ending = replace(ending, bare=True)
                _insert(self._root.child(first), rest, ending)
                if not rest:
                    _insert(self._root.child(plural(first)), rest, ending)

    def places(self, said: Words) -> Iterable[int]:
        """The words with which a pattern may start."""
        if said.stretched:
            return range(len(said.texts))
        first = self._root.follow or {}
        return [
            index
            for index, word in enumerate(said.texts)
            if word in first or word in self._bases or word in self._undergone
        ]

    def starting(self, said: Words, first: int) -> Iterator[Phrase[T]]:
        """What is said from word `first` on."""
        word = spelt_out(said.texts[first])
        for base in self._bases.get(word, ()):
            for after, ending in walk(self._headed[base], said, first + 1):
                if word not in ending.without:
                    yield Phrase(first, after, ending.found)
        if word in self._undergone and follows_be(said, first):
            for after, ending in walk(self._undergone[word], said, first + 1):
                yield Phrase(first, after, ending.found)
        if not said.stretched and word not in (self._root.follow or {}):
            return
        before = said.texts[first - 1] if first and said.joins[first] == " " else ""
        for after, ending in first_steps(self._root, said, first):
            if not (ending.bare and before in ARTICLES):
                start = first - 1 if ending.led and before in DETERMINERS else first
                yield Phrase(start, after, ending.found)


def _insert(
    node: Node[T],
    parts: tuple[str, ...],
    ending: Ending[T],
    owned: bool = False,
    last: bool = True,
) -> None:
    """Hang the ending below `node`. `owned`: the next part is a noun that may be many; `last`: the
    last part may be."""
    final = len(parts) - 1
    for place, part in enumerate(parts):
        if ending.gap > node.gap:
            node.gap = ending.gap
        key = class_of(part, node.headed)
        many = owned or (last and place == final and not node.headed)
        if many and key[0] not in "[=":
            _insert(node.child(plural(part)), parts[place + 1 :], ending, last=last)
        owned = key in (ONES, MY)
        node = node.child(key)
    node.ends += (ending,)
