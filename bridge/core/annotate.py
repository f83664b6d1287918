"""Finds glossary terms in a message: longest first, traditional or simplified, whole words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bridge.core.fold import fold
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Run, RunKind, Runs

Cut = Callable[[str], Iterable[str]]
"""Splits a Chinese text into words; joined they give the text."""

_POSSESSIVES = ("my", "your", "his", "her", "its", "our", "their", "one's", "the", "a")
_SLOT = re.compile(r"\[(?:someone|something)\]")
_HAN = re.compile(r"[\u3400-\u9fff]")
LONG_ENOUGH = 4
"""A Chinese term of four characters and more is not found by accident across words."""


@dataclass(frozen=True, slots=True)
class Term:
    """A folded spelling, and what may not stand around it."""

    entry: EntryId
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]


class _Node:
    """A place in the trie: what may follow, and the terms that end here."""

    __slots__ = ("follow", "terms")

    def __init__(self) -> None:
        self.follow: dict[str, _Node] = {}
        self.terms: list[Term] = []


@dataclass(frozen=True, slots=True)
class Match:
    """`entry` stands at `start:end` of the original text."""

    start: int
    end: int
    entry: EntryId


class Matcher:
    """The terms of some entries as a trie; built once, then only read, so any thread may use it.

    `simplify` maps Traditional characters to Simplified ones, `cut` knows Chinese words.
    """

    def __init__(self, entries: Iterable[Entry], simplify: Mapping[str, str], cut: Cut) -> None:
        self._simplify = simplify
        self._cut = cut
        self._root = _Node()
        for entry in entries:
            for spelling in entry.spellings:
                self._add(spelling, entry)

    def annotate(self, runs: Runs) -> Runs:
        """Runs split where a term stands. Links, mentions, code and runs with an entry already
        are left alone; an emoji keeps its kind. Joining the texts gives the same text as before."""
        found: list[Run] = []
        for run in runs:
            if run.entry is not None or run.kind not in (None, RunKind.EMOJI):
                found.append(run)
                continue
            done = 0
            for match in self.find(run.text):
                if match.start > done:
                    found.append(Run(run.text[done : match.start], run.kind))
                found.append(Run(run.text[match.start : match.end], run.kind, match.entry))
                done = match.end
            if done < len(run.text):
                found.append(Run(run.text[done:], run.kind))
        return tuple(found)

    def find(self, text: str) -> Iterator[Match]:
        """Matches from left to right, without overlaps; of several at one place the longest."""
        folded = fold(text, self._simplify)
        words: _Words | None = None
        at = 0
        while at < len(folded.text):
            match = None
            for end, term in self._ending(folded.text, at):
                if _is_chinese(folded.text, at, end) and end - at < LONG_ENOUGH:
                    words = words or _Words(self._cut(folded.text))
                    if words.are_cut_by(at, end):
                        continue
                match = (end, term)
                break
            if match is None:
                at += 1
                continue
            end, term = match
            yield Match(folded.places[at], folded.places[end], term.entry)
            at = end

    def _add(self, spelling: str, entry: Entry) -> None:
        before = tuple(self._fold(each) for each in entry.not_before)
        after = tuple(self._fold(each) for each in entry.not_after)
        for written in expand(spelling):
            node = self._root
            for char in self._fold(written):
                node = node.follow.setdefault(char, _Node())
            node.terms.append(Term(entry.id, before, after))

    def _fold(self, text: str) -> str:
        return fold(text, self._simplify).text

    def _ending(self, text: str, start: int) -> list[tuple[int, Term]]:
        """Terms that start at `start` as whole words, with their ends, longest first."""
        node = self._root
        found: list[tuple[int, Term]] = []
        for end in range(start, len(text)):
            follow = node.follow.get(text[end])
            if follow is None:
                break
            node = follow
            for term in node.terms:
                if _stands_free(text, start, end + 1, term):
                    found.append((end + 1, term))
        found.reverse()
        return found


class _Words:
    """Where the words of a Chinese text begin and end."""

    __slots__ = ("_spans",)

    def __init__(self, words: Iterable[str]) -> None:
        self._spans: list[tuple[int, int]] = []
        start = 0
        for word in words:
            end = start + len(word)
            self._spans += [(start, end)] * len(word)
            start = end

    def are_cut_by(self, start: int, end: int) -> bool:
        """Whether `start:end` takes a part of some word: 种草 does in 种|草莓. A whole word that
        holds it, as 大红包 holds 红包, is not cut."""
        first, last = self._spans[start], self._spans[end - 1]
        return (first[0] < start and first[1] < end) or (last[1] > end and last[0] > start)


def expand(spelling: str) -> tuple[str, ...]:
    """The spellings that a pattern stands for: `pull [one's] leg` → `pull my leg`, …

    A spelling with a free slot ([someone], [something]) stands for nothing by itself.
    """
    if _SLOT.search(spelling):
        return ()
    if "[one's]" in spelling:
        return tuple(spelling.replace("[one's]", word) for word in _POSSESSIVES)
    return (spelling,)


def _stands_free(text: str, start: int, end: int, term: Term) -> bool:
    """Whether letters and digits do not run on, and no forbidden neighbour stands there."""
    if start > 0 and _joins(text[start - 1], text[start]):
        return False
    if end < len(text) and _joins(text[end - 1], text[end]):
        return False
    if any(text.endswith(before, 0, start) for before in term.not_before):
        return False
    return not any(text.startswith(after, end) for after in term.not_after)


def _joins(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one Latin word or one number."""
    return _is_latin(left) and _is_latin(right)


def _is_latin(char: str) -> bool:
    return char.isalnum() and not _HAN.match(char) and ord(char) < 0x2E80


def _is_chinese(text: str, start: int, end: int) -> bool:
    return all(_HAN.match(char) for char in text[start:end])
