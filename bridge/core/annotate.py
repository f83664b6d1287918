"""Finds glossary terms in a message: longest first, in any spelling and form, whole words."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bridge.core.fold import Folded, Folding
from bridge.core.glossary import Entry
from bridge.core.matching.borders import Borders, Lexicon
from bridge.core.matching.english import Words, is_simple, pattern, words
from bridge.core.matching.literals import Literals
from bridge.core.matching.phrasal import Phrase, Phrases
from bridge.core.matching.separable import Separables
from bridge.core.matching.shapes import has_verb
from bridge.core.matching.surroundings import (
    Conditions,
    Surroundings,
    conditions_of,
    masked,
    stands_free,
)
from bridge.core.matching.trie import hang_together
from bridge.core.model import UND, EntryId, Lang, Run, RunKind, Runs

Allows = Callable[[EntryId], bool]


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry, and what it asks of the words around it."""

    entry: EntryId
    lang: Lang
    asked: Conditions


class Match(NamedTuple):
    """`entry` stands at `start:end` of the original text, `also` at the very same place."""

    start: int
    end: int
    entry: EntryId
    also: tuple[EntryId, ...] = ()
    doubtful: bool = False


Standing = tuple[int, int, Term]
"""Where a term starts and ends in a folded text."""


class Matcher:
    """The terms of some entries; built once, then only read, so any thread may use it. People mix
    languages, so a message in one may hold terms of another.

    `simplify` maps Traditional characters to Simplified ones.
    """

    def __init__(
        self, entries: Iterable[Entry], simplify: Mapping[str, str], lexicon: Lexicon
    ) -> None:
        self._fold = Folding(simplify)
        self._borders = Borders(lexicon)
        self._literals: Literals[Term] = Literals()
        self._phrases: Phrases[Term] = Phrases()
        self._separables: Separables[Term] = Separables()
        for entry in entries:
            self._add(entry)

    def annotate(self, runs: Runs, lang: Lang = UND, allows: Allows | None = None) -> Runs:
        """Runs of a message in `lang` split where a term stands.

        Links, mentions, code, tags and runs with an entry already are left alone; an emoji keeps
        its kind. Joining the texts gives the same text as before. Entries that `allows` refuses
        are not there at all, so a shorter one inside may be found instead.
        """
        text = "".join([run.text if _is_open(run) else masked(len(run.text)) for run in runs])
        matches = self.find(text, lang, allows)
        return _split(runs, matches) if matches else runs

    def find(self, text: str, lang: Lang = UND, allows: Allows | None = None) -> list[Match]:
        """Matches from left to right, without overlaps; of several that overlap the longest, of
        several as long the first; where more than one entry stands, the one of the message's own
        language comes first."""
        folded = self._fold(text)
        around = Surroundings(folded.text)
        standing: dict[tuple[int, int], list[Term]] = {}
        for start, end, term in self._standing(folded.text):
            if (allows is None or allows(term.entry)) and around.hold(start, end, term.asked):
                standing.setdefault((start, end), []).append(term)
        if not standing:
            return []
        return [
            _match(folded, around, start, end, standing[start, end], lang)
            for start, end in _longest(standing)
        ]

    def _add(self, entry: Entry) -> None:
        term = Term(entry.id, entry.lang, conditions_of(entry, self._folded))
        for spelling in dict.fromkeys(map(self._folded, entry.spellings)):
            parts = _pattern(spelling)
            if parts is not None:
                unsaid = self._unsaid(parts, term, entry)
                one_word = "-" in spelling and " " not in spelling
                self._phrases.add(parts, term, entry.gap, unsaid, one_word, "," in spelling)
            elif spelling:
                self._literals.add(spelling, term)
                if entry.separable:
                    self._separables.add(spelling, term)

    def _unsaid(self, parts: tuple[str, ...], term: Term, entry: Entry) -> frozenset[str]:
        """The forms of a head that an entry's own misses rule out, where its hits show others: “he
        broke a leg” says that `break a leg` is a wish, and is not said of what happened."""
        if not entry.misses or not entry.hits or not has_verb(parts):
            return frozenset()
        alone: Phrases[Term] = Phrases()
        alone.add(parts, term)
        shown = self._forms(alone, term, entry.hits) | {parts[0]}
        return self._forms(alone, term, entry.misses) - shown

    def _forms(
        self, alone: Phrases[Term], term: Term, sentences: tuple[str, ...]
    ) -> frozenset[str]:
        """The heads with which the one term of `alone` stands in the sentences."""
        forms: set[str] = set()
        for text in map(self._folded, sentences):
            said, around = words(text), Surroundings(text)
            for phrase, start, end in _phrased(alone, text, said):
                if around.hold(start, end, term.asked):
                    forms.add(said.texts[phrase.first])
        return frozenset(forms)

    def _folded(self, text: str) -> str:
        return self._fold(text).text

    def _standing(self, text: str) -> Iterator[Standing]:
        """Every term that stands in a folded text, whole."""
        literals = self._literals
        for at in literals.places(text):
            for end, term in literals.starting(text, at):
                if stands_free(text, at, end) and not self._borders.tear(text, at, end):
                    yield at, end, term
        said = words(text)
        for phrase, start, end in _phrased(self._phrases, text, said):
            yield start, end, phrase.found
        yield from self._separables.found(text)


def _pattern(spelling: str) -> tuple[str, ...] | None:
    """A folded spelling as words; None when it is looked for as it is: 520, a--b."""
    if is_simple(spelling):
        return pattern(spelling)
    said = words(spelling)
    if spelling.isdigit() or not said.texts or said.texts[0][0] == "'":
        return None
    return pattern(spelling) if "[" in spelling or hang_together(said) else None


def _phrased(
    phrases: Phrases[Term], text: str, said: Words
) -> Iterator[tuple[Phrase[Term], int, int]]:
    """The phrases that stand in a text, whole, with their starts and ends."""
    free = text.isascii()  # Then nothing runs on at either end of a word.
    for phrase in phrases.found(said) if said.texts else ():
        start, end = said.starts[phrase.first], said.ends[phrase.after - 1]
        if free or stands_free(text, start, end):
            yield phrase, start, end


def _is_open(run: Run) -> bool:
    """Whether terms are looked for in a run."""
    return run.entry is None and (run.kind is None or run.kind is RunKind.EMOJI)


def _longest(standing: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places to keep, from left to right: longer ones drive out those that they overlap."""
    if len(standing) == 1:
        return list(standing)
    kept: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in sorted(standing, key=lambda place: (place[0] - place[1], place[0])):
        # A place that overlaps a longer one holds its first or last character.
        if start not in taken and end - 1 not in taken:
            kept.append((start, end))
            taken.update(range(start, end))
    return sorted(kept)


def _match(
    folded: Folded, around: Surroundings, start: int, end: int, terms: list[Term], lang: Lang
) -> Match:
    """The best of the entries that stand at one place: sure ones before doubtful ones, then those
    of the message's language."""
    # A character that folds to several (… to ...) belongs to the term whole, and so does what
    # folds to nothing behind it (the colour of an emoji).
    begin, behind = folded.places[start], max(folded.places[end - 1] + 1, folded.places[end])
    if len(terms) == 1:
        only = terms[0]
        doubtful = around.leave_doubt(start, end, only.asked)
        return Match(begin, behind, only.entry, (), doubtful)
    doubts = {term.entry: around.leave_doubt(start, end, term.asked) for term in reversed(terms)}
    first, *others = sorted(
        {term.entry: term for term in terms}.values(),
        key=lambda term: (doubts[term.entry], term.lang != lang),
    )
    also = tuple(term.entry for term in others)
    return Match(begin, behind, first.entry, also, doubts[first.entry])


def _split(runs: Runs, matches: list[Match]) -> Runs:
    """The runs with each match as a run of its own."""
    text = "".join(run.text for run in runs)
    found: list[Run] = []
    waiting = iter([*matches, None])
    match = next(waiting)
    begin = done = 0
    for run in runs:
        end = begin + len(run.text)
        while match is not None and match.start < end:
            if match.start > done:
                found.append(Run(text[done : match.start], run.kind))
            kind = run.kind if match.end <= end else None
            said = text[match.start : match.end]
            found.append(Run(said, kind, match.entry, match.also, match.doubtful))
            done = match.end
            match = next(waiting)
        if done <= begin:
            found.append(run)
        elif done < end:
            found.append(Run(text[done:end], run.kind))
        begin, done = end, max(done, end)
    return tuple(found)
