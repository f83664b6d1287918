"""A trie of English words and open places, and the ways through it along the words of a text."""

from collections.abc import Iterator, Sequence
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


def _leads_nowhere(node: Node[T], said: Words, at: int) -> bool:
    """Whether word `at` surely ends every way from `node`: the cheap question first."""
    if node.ends or node.open or node.gap or said.stretched:
        return False
    if node.follow is None or at >= len(said.texts):
        return True
    word = said.texts[at]
    if word in node.follow or word in FILLING or word[0] == "'" or word[-2:] == "ly":
        return False
    keys = names().get(word)
    return keys is None or node.follow.keys().isdisjoint(keys)


def walk(start: Node[T], said: Words, at: int) -> Sequence[tuple[int, Ending[T]]]:
    """What ends at each place reached from `start`, the words from `at` on being said, with the
    number of the word after it. No place is gone through twice: the work is bound by the size of
    the trie times the words in reach, however the patterns are made (S30)."""
    if _leads_nowhere(start, said, at):
        return ()
    found: list[tuple[int, Ending[T]]] = []
    # The node, the word, whether a comma stood inside, and how many words were let in.
    waiting = [(start, at, False, 0)]
    seen: set[tuple[int, int, bool, int]] = set()
    texts, count, known = said.texts, len(said.texts), names()
    while waiting:
        node, at, comma, let = waiting.pop()
        for ending in node.ends:
            if (ending.long or not comma) and ending.gap >= let:
                found.append((at, ending))
        follow = node.follow
        if follow is None or at >= count:
            continue
        word, join = texts[at], said.joins[at]
        if join in _COMMAS:
            comma = True
        elif word[0] == "'":
            word = spelt_out(word)
        elif join not in _JOINS:
            continue
        for key in known.get(word) or (word,):
            if (child := follow.get(key)) is not None:
                waiting.append((child, at + 1, comma, let))
        filling = word in FILLING or word[-2:] == "ly"
        if not (filling or node.open or node.gap or said.stretched):
            continue
        for child, end, inside in _otherwise(node, said, at, let, filling):
            place = (id(child), end, comma, inside)
            if place not in seen:
                seen.add(place)
                waiting.append((child, end, comma, inside))
    return found


def first_steps(root: Node[T], said: Words, at: int) -> Sequence[tuple[int, Ending[T]]]:
    """What ends at places reached from `root` by saying word `at` and more; nothing is let in
    before the first word."""
    follow = root.follow or {}
    word = spelt_out(said.texts[at])
    child = follow.get(word)
    found = walk(child, said, at + 1) if child is not None else ()
    for short in squeezed(word) if said.stretched else ():
        if short in follow:
            found = (*found, *walk(follow[short], said, at + 1))
    return found


def _otherwise(
    node: Node[T], said: Words, at: int, let: int, filling: bool
) -> Iterator[tuple[Node[T], int, int]]:
    """The places that the words at `at` lead to by another name than their own, the words behind
    those, and how many are let in by then."""
    follow = node.follow or {}
    count = len(said.texts)
    for short in squeezed(said.texts[at]) if said.stretched else ():
        if child := follow.get(short):
            yield child, at + 1, let
    for slot in node.open:
        for end in slot_ends(slot, said, at):
            yield follow[slot], end, let
    if filling and at < (end := filler_end(said, at, node.headed)) < count:
        yield node, end, let
    if let < node.gap and at + 1 < count:
        yield node, at + 1, let + 1
