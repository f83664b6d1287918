"""The matcher over one glossary, with the words that it needs."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bridge.core.annotate import Matcher
from bridge.core.glossary import Entry
from bridge.core.matching.inflect import is_verb
from bridge.core.model import EntryId, Lang, Runs
from bridge.core.particles import english_words
from bridge.library.words import JiebaLexicon, load_simplify


class Matchers:
    """Finds terms in messages of any language. Loading the words takes about a second; afterwards
    it is only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found = tuple(entries)
        self._entries = {entry.id: entry for entry in found}
        self.simplify = load_simplify()
        with _without_collecting():
            self._lexicon = JiebaLexicon(spelling for each in found for spelling in each.spellings)
            self._matcher = Matcher(found, self.simplify, self._lexicon)

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One entry."""
        return self._entries.get(entry_id)

    def knows(self, word: str) -> bool:
        """Whether this is a Chinese or English word: Will and 明天 are, Lily and 小美 are not."""
        return self._lexicon.knows(word) or english_words(word) > 0 or is_verb(word.lower())

    def cut(self, text: str) -> Iterable[str]:
        """The words of a Chinese text."""
        return self._lexicon.cut(text)

    def annotate(self, runs: Runs, lang: Lang) -> Runs:
        """Runs split where terms stand; both scripts of Chinese are read."""
        return self._matcher.annotate(runs, Lang(lang.partition("-")[0]))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold garbage collection off while a million objects are made that all stay: it would go
    through them again and again, and take longer than making them."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
