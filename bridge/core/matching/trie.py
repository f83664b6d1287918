"""A trie of English words and open places, and the ways through it along the words of a text."""

from collections.abc import Iterator
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


class Walk(Generic[T]):
    """The ways through the trie along the words of one message. Wherever ways from several words
    meet they go on as one, so that the work is bound by the words times the size of the trie,
    however the patterns are made (S30): the words from which a place is reached are the bits of a
    number."""

    def __init__(self, said: Words) -> None:
        self._said = said
        self._waiting: list[dict[Place[T], int]] = [{} for _ in range(len(said.texts) + 1)]

    def start(self, node: Node[T], first: int) -> None:
        """Begin with `node`, word `first` being said."""
        self._reach((node, False, 0), first + 1, 1 << first)

    def ends(self) -> Iterator[tuple[int, int, Ending[T]]]:
        """What ends where, from left to right: the bits of the words with which it began, the
        number of the word behind it, and the ending."""
        count = len(self._said.texts)
        for at, places in enumerate(self._waiting):
            for (node, comma, let), begun in places.items():
                for ending in node.ends:
                    if (ending.long or not comma) and ending.gap >= let:
                        yield begun, at, ending
            if places and at < count:
                self._go_on(places, at)

    def _go_on(self, places: dict[Place[T], int], at: int) -> None:
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
        filling = word in FILLING or word[-2:] == "ly"
        for (node, comma, let), begun in places.items():
            follow = node.follow
            if follow is None:
                continue
            comma = comma or cut
            for key in keys:
                if (child := follow.get(key)) is not None:
                    self._reach((child, comma, let), at + 1, begun)
            for slot in node.open:
                for end in slot_ends(slot, said, at):
                    self._reach((follow[slot], comma, let), end, begun)
            if filling or let < node.gap:
                self._pass(node, at, comma, let, begun, filling)

    def _pass(
        self, node: Node[T], at: int, comma: bool, let: int, begun: int, filling: bool
    ) -> None:
        """Go past words that the pattern does not name."""
        count = len(self._said.texts)
        if filling and at < (end := filler_end(self._said, at, node.headed)) < count:
            self._reach((node, comma, let), end, begun)
        if let < node.gap and at + 1 < count:
            self._reach((node, comma, let + 1), at + 1, begun)

    def _reach(self, place: Place[T], at: int, begun: int) -> None:
        waiting = self._waiting[at]
        waiting[place] = waiting.get(place, 0) | begun
