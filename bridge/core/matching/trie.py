"""A trie of English words and open places, and the ways through it along the words of a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bridge.core.matching.english import Words, spelt_out, squeezed
from bridge.core.matching.slots import FILLING, PLACES, filler_end, names, slot_ends

T = TypeVar("T")


# What stands between two words of one phrase; marks of quotation too: pull the "plug".
_JOINS = frozenset({" ", "-", " - ", "", ' "', '" ', " '", "' ", " ' "})
_COMMAS = frozenset({", ", ",", " , "})


def hang_together(said: Words) -> bool:
    """Whether nothing but what may stand between the words of one phrase stands between these."""
    return all(
        join in _JOINS or join in _COMMAS or word[0] == "'"
        for join, word in zip(said.joins[1:], said.texts[1:], strict=True)
    )


@dataclass(frozen=True, slots=True)
class Ending(Generic[T]):
    """What is found where a pattern ends. A `long` one may hold a comma, one with a `gap` so many
    words of any kind. A `bare` one has lost its first article, a `led` one takes the article
    before it along. One whose head is spelt as in `without` does not count."""

    found: T
    long: bool
    gap: int = 0
    bare: bool = False
    led: bool = False
    without: frozenset[str] = frozenset()


class Node(Generic[T]):
    """A place in the trie: what may follow, and the patterns that end here. `open`: the open places
    of several words among what follows. `gap`: the most words that any pattern below lets in.
    `headed`: below a verb."""

    __slots__ = ("ends", "follow", "gap", "headed", "open")

    def __init__(self, headed: bool = False) -> None:
        self.follow: dict[str, Node[T]] | None = None
        self.ends: tuple[Ending[T], ...] = ()
        self.open: tuple[str, ...] = ()
        self.gap = 0
        self.headed = headed

    def child(self, key: str) -> "Node[T]":
        """The place after `key`, made if need be."""
        if self.follow is None:
            self.follow = {}
        node = self.follow.get(key)
        if node is None:
            node = self.follow[key] = Node(self.headed)
            if key in PLACES:
                self.open += (key,)
        return node


Place = tuple[Node[T], bool, int]
"""A node, whether a comma stood inside, and how many words were let in."""
Begun = int
"""The words with which the ways to a place began, each a bit of a number."""
MOST_PLACES = 10_000
"""A message leads to so many places at most, endings counted; what would be found behind them is
not. 2,000 characters of English led to 360 in our own glossary, 1,300 in one of 100,000 terms, and
6,200 in one of 10,000 where every tenth lets words in and every seventh has a slot."""


class Walk(Generic[T]):
    """The ways through the trie along the words of one message. Wherever ways from several words
    meet they go on as one. However patterns and message are made, the work is bound (S30)."""

    def __init__(self, said: Words) -> None:
        self._said = said
        self._count = len(said.texts)
        # What is reached by more than one word, or past words that are let in.
        self._waiting: list[dict[Place[T], Begun]] = [{} for _ in range(self._count + 1)]

    def ends(self, first: Sequence[Sequence[Node[T]]]) -> Iterator[tuple[Begun, int, Ending[T]]]:
        """What ends where, from left to right: with which words it began, the number of the word
        behind it, and the ending. `first`: the places to which each word leads as the first."""
        left = MOST_PLACES
        for at in range(1, self._count + 1):
            places = [((node, False, 0), 1 << at - 1) for node in first[at - 1]]
            if self._waiting[at]:
                places += self._waiting[at].items()
            left -= len(places)
            for (node, comma, let), begun in places:
                for ending in node.ends:
                    if (ending.long or not comma) and ending.gap >= let:
                        left -= begun.bit_count()
                        yield begun, at, ending
            if left < 0:
                return
            if places and at < self._count:
                self._go_on(places, at)

    def _go_on(self, places: Iterable[tuple[Place[T], Begun]], at: int) -> None:
        """Say word `at` in all of the places."""
        said = self._said
        word, join = said.texts[at], said.joins[at]
        cut = join in _COMMAS
        if not cut and word[0] == "'":
            word = spelt_out(word)
        elif not cut and join not in _JOINS:
            return
        keys = names().get(word) or (word,)
        if said.stretched:
            keys += squeezed(said.texts[at])
        past = at, at
        if word in FILLING or word[-2:] == "ly":
            past = filler_end(said, at, headed=False), filler_end(said, at, headed=True)
        ends: dict[str, list[int]] = {}
        behind = self._waiting[at + 1]
        for (node, comma, let), begun in places:
            follow = node.follow
            if follow is None:
                continue
            comma = comma or cut
            for key in keys:
                if key in follow:
                    place = follow[key], comma, let
                    behind[place] = behind.get(place, 0) | begun
            for slot in node.open:
                if slot not in ends:
                    ends[slot] = slot_ends(slot, said, at)
                for end in ends[slot]:
                    self._reach((follow[slot], comma, let), end, begun)
            if at < past[node.headed] < self._count:
                self._reach((node, comma, let), past[node.headed], begun)
            if let < node.gap and at + 1 < self._count:
                self._reach((node, comma, let + 1), at + 1, begun)

    def _reach(self, place: Place[T], at: int, begun: Begun) -> None:
        waiting = self._waiting[at]
        waiting[place] = waiting.get(place, 0) | begun
