"""The matcher over one glossary, with the words that it needs."""

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from bridge.core.annotate import Allows, Matcher
from bridge.core.glossary import Entry
from bridge.core.matching.inflect import is_verb
from bridge.core.model import EntryId, Lang, Runs
from bridge.core.particles import english_words
from bridge.library.words import JiebaLexicon, load_simplify


class Matchers:
    """Finds terms in messages of any language. Loading the words takes about a second, unless they
    are taken from another one, `like`; afterwards it is only read."""

    def __init__(self, entries: Iterable[Entry], like: "Matchers | None" = None) -> None:
        found = tuple(entries)
        self._entries = {entry.id: entry for entry in found}
        self.simplify: Mapping[str, str] = like.simplify if like else load_simplify()
        with _without_collecting():
            terms = (spelling for each in found for spelling in each.spellings)
            lexicon = like.lexicon.with_terms(terms) if like else JiebaLexicon(terms)
            self.lexicon: JiebaLexicon = lexicon
            self._matcher = Matcher(found, self.simplify, self.lexicon)

    def with_entries(self, entries: Iterable[Entry]) -> "Matchers":
        """The matchers of another state of the glossary; these stay as they are."""
        return Matchers(entries, like=self)

    def entries(self) -> Collection[Entry]:
        """All entries."""
        return self._entries.values()

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One entry."""
        return self._entries.get(entry_id)

    def knows(self, word: str) -> bool:
        """Whether this is a Chinese or English word: Will and 明天 are, Lily and 小美 are not."""
        return self.lexicon.knows(word) or english_words(word) > 0 or is_verb(word.lower())

    def cut(self, text: str) -> Iterable[str]:
        """The words of a Chinese text."""
        return self.lexicon.cut(text)

    def annotate(self, runs: Runs, lang: Lang, allows: Allows | None = None) -> Runs:
        """Runs split where terms stand; both scripts of Chinese are read. Entries that `allows`
        refuses are as if they were not there."""
        return self._matcher.annotate(runs, Lang(lang.partition("-")[0]), allows)


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
