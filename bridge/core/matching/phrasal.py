"""Finds patterns of English words in a text, with their heads inflected and their slots filled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from bridge.core.matching.english import ARTICLES, DETERMINERS, ONES, Words, squeezed
from bridge.core.matching.inflect import forms, plural
from bridge.core.matching.shapes import Shape, Stand, loosened, shapes
from bridge.core.matching.slots import MY, class_of, follows_be
from bridge.core.matching.trie import Ending, Node, Walk

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
        # Where a message's word may lead: every form of a verb to where the base form does.
        self._first: dict[str, list[Node[T]]] = {}
        self._headed: dict[str, Node[T]] = {}
        self._fixed: dict[str, Node[T]] = {}
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
                # Of two words the first may be no verb after all: close calls, rain checks.
                _insert(self._head(first), rest, ending, owned=len(rest) == 1)
            case Stand.UNDERGONE:
                node = self._undergone.setdefault(first, Node(headed=True))
                _insert(node, rest, ending, last=False)
            case Stand.LED:
                _insert(self._word(first), rest, replace(ending, led=True), last=False)
            case Stand.BARE | Stand.FIXED:
                if shape.stand is Stand.BARE:
                    ending = replace(ending, bare=True)
                _insert(self._word(first), rest, ending)
                if not rest:
                    _insert(self._word(plural(first)), rest, ending)

    def _head(self, base: str) -> Node[T]:
        """The place after a verb in any form."""
        node = self._headed.get(base)
        if node is None:
            node = self._headed[base] = Node(headed=True)
            for form in forms(base):
                self._first.setdefault(form, []).append(node)
        return node

    def _word(self, word: str) -> Node[T]:
        """The place after a word as it is."""
        node = self._fixed.get(word)
        if node is None:
            node = self._fixed[word] = Node()
            self._first.setdefault(word, []).append(node)
        return node

    def found(self, said: Words) -> Iterator[Phrase[T]]:
        """What is said."""
        begun = [self._begun(said, first, word) for first, word in enumerate(said.texts)]
        if not any(begun):
            return
        for starts, after, ending in Walk[T](said).ends(begun):
            while starts:
                first = starts.bit_length() - 1
                starts ^= 1 << first
                if said.texts[first] in ending.without:
                    continue
                before = said.texts[first - 1] if first and said.joins[first] == " " else ""
                if not (ending.bare and before in ARTICLES):
                    start = first - 1 if ending.led and before in DETERMINERS else first
                    yield Phrase(start, after, ending.found)

    def _begun(self, said: Words, first: int, word: str) -> Sequence[Node[T]]:
        """The places to which word `first` may lead as the first one of a pattern."""
        nodes = self._first.get(word, ())
        if word in self._undergone and follows_be(said, first):
            nodes = [*nodes, self._undergone[word]]
        for short in squeezed(word) if said.stretched else ():
            if short in self._fixed:
                nodes = [*nodes, self._fixed[short]]
        return nodes


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
