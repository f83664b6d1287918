"""Finds glossary terms in a message: longest first, in any spelling and form, whole words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from bridge.core.fold import Folding
from bridge.core.glossary import Entry
from bridge.core.matching.english import Words, pattern, words
from bridge.core.matching.literals import Literals
from bridge.core.matching.phrasal import Phrases, has_verb
from bridge.core.model import UND, EntryId, Lang, Run, RunKind, Runs

_HAN = re.compile(r"[\u3400-\u9fff]+")
LONG_ENOUGH = 4
"""A Chinese term of four characters and more is not found by accident across words."""
_NEARBY = 6
"""So many characters on either side of a term are enough to see the words it stands among."""
_LONGEST_WORD = 4
"""Words that a short term might cut through are not longer than this, with few exceptions."""


class Lexicon(Protocol):
    """Chinese words."""

    def cut(self, text: str) -> Iterable[str]:
        """The words of a text; joined they give the text."""

    def knows(self, word: str) -> bool:
        """Whether this is a word."""


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry, and what may not stand around it."""

    entry: EntryId
    lang: Lang
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """`entry` stands at `start:end` of the original text."""

    start: int
    end: int
    entry: EntryId


class Matcher:
    """The terms of some entries; built once, then only read, so any thread may use it. People mix
    languages, so a message in one may hold terms of another.

    `simplify` maps Traditional characters to Simplified ones.
    """

    def __init__(
        self, entries: Iterable[Entry], simplify: Mapping[str, str], lexicon: Lexicon
    ) -> None:
        self._fold = Folding(simplify)
        self._lexicon = lexicon
        self._literals: Literals[Term] = Literals()
        self._phrases: Phrases[Term] = Phrases()
        for entry in entries:
            self._add(entry)

    def annotate(self, runs: Runs, lang: Lang = UND) -> Runs:
        """Runs of a message in `lang` split where a term stands.

        Links, mentions, code and runs with an entry already are left alone; an emoji keeps its
        kind. Joining the texts gives the same text as before.
        """
        found: list[Run] = []
        for run in runs:
            if run.entry is not None or run.kind not in (None, RunKind.EMOJI):
                found.append(run)
                continue
            done = 0
            for match in self.find(run.text, lang):
                if match.start > done:
                    found.append(Run(run.text[done : match.start], run.kind))
                found.append(Run(run.text[match.start : match.end], run.kind, match.entry))
                done = match.end
            if done < len(run.text):
                found.append(Run(run.text[done:], run.kind))
        return tuple(found)

    def find(self, text: str, lang: Lang = UND) -> Iterator[Match]:
        """Matches from left to right, without overlaps; of several at one place the longest, and
        of several as long the one of the message's own language."""
        folded = self._fold(text)
        said = words(folded.text)
        done = 0
        for at, first in self._places(folded.text, said):
            if at < done:
                continue
            standing = list(self._standing(folded.text, said, at, first))
            if standing:
                done, term = max(standing, key=lambda each: (each[0], each[1].lang == lang))
                # A character that folds to several (… to ...) belongs to the term whole.
                yield Match(folded.places[at], folded.places[done - 1] + 1, term.entry)

    def _add(self, entry: Entry) -> None:
        before = tuple(map(self._folded, entry.not_before))
        after = tuple(map(self._folded, entry.not_after))
        term = Term(entry.id, entry.lang, before, after)
        for spelling in entry.spellings:
            folded = self._folded(spelling)
            parts = pattern(folded)
            if parts is None:
                self._literals.add(folded, term)
            else:
                self._phrases.add(parts, term, self._unsaid(parts, term, entry.misses))

    def _unsaid(
        self, parts: tuple[str, ...], term: Term, misses: tuple[str, ...]
    ) -> frozenset[str]:
        """The forms of a head that an entry's own misses rule out: “he broke a leg” says that
        `break a leg` is a wish, and is not said of what happened."""
        if not misses or not has_verb(parts):
            return frozenset()
        alone: Phrases[Term] = Phrases()
        alone.add(parts, term)
        return frozenset(
            said.texts[first]
            for text, said in ((text, words(text)) for text in map(self._folded, misses))
            for first in range(len(said.texts))
            for after, _ in alone.starting(said, first)
            if said.texts[first] != parts[0]
            and _stands_free(text, said.starts[first], said.ends[after - 1], term)
        )

    def _folded(self, text: str) -> str:
        return self._fold(text).text

    def _places(self, text: str, said: Words) -> list[tuple[int, int | None]]:
        """Where something may start, and which word starts there, if one does."""
        literal = self._literals.places(text)
        phrasal = dict(self._phrases.places(said))
        if not phrasal:
            return [(at, None) for at in literal]
        return [(at, phrasal.get(at)) for at in sorted({*literal, *phrasal})]

    def _standing(
        self, text: str, said: Words, at: int, first: int | None
    ) -> Iterator[tuple[int, Term]]:
        """The terms that stand at `at`, free of what they may not touch, with their ends."""
        for end, term in self._literals.starting(text, at):
            if _stands_free(text, at, end, term) and not self._is_torn(text, at, end):
                yield end, term
        if first is not None:
            for after, term in self._phrases.starting(said, first):
                if _stands_free(text, at, said.ends[after - 1], term):
                    yield said.ends[after - 1], term

    def _is_torn(self, text: str, start: int, end: int) -> bool:
        """Whether a short Chinese term takes a part of some word: 种草 does in 种|草莓.
        A whole word that holds it, as 大红包 holds 红包, is not torn."""
        if end - start >= LONG_ENOUGH or not _HAN.fullmatch(text, start, end):
            return False
        if not (self._crossed(text, start, start, end) or self._crossed(text, end, start, end)):
            return False
        first = max(0, start - _NEARBY)
        at = first
        for word in self._lexicon.cut(text[first : end + _NEARBY]):
            after = at + len(word)
            if (at < start < after < end) or (start < at < end < after):
                return True
            at = after
        return False

    def _crossed(self, text: str, border: int, start: int, end: int) -> bool:
        """Whether any word could reach across `border` of a term: the cheap question first."""
        knows = self._lexicon.knows
        for first in range(max(0, border - _LONGEST_WORD + 1), border):
            for after in range(border + 1, min(len(text), first + _LONGEST_WORD) + 1):
                if (first < start < after < end or start < first < end < after) and knows(
                    text[first:after]
                ):
                    return True
        return False


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
    return char.isalnum() and ord(char) < 0x2E80
