"""All languages' matchers over one glossary."""

from collections.abc import Iterable

from bridge.core.annotate import Matcher
from bridge.core.glossary import Entry
from bridge.core.model import Lang, Runs
from bridge.library.words import load_cut, load_simplify


class Matchers:
    """A matcher per language; in a message its own language goes first, then the others, for
    people mix them. Loading the words takes about a second; afterwards it is only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found = tuple(entries)
        simplify = load_simplify()
        cut = load_cut(spelling for entry in found for spelling in entry.spellings)
        self._matchers = {
            lang: Matcher([each for each in found if each.lang == lang], simplify, cut)
            for lang in sorted({entry.lang for entry in found})
        }

    def annotate(self, runs: Runs, lang: Lang) -> Runs:
        """Runs split where terms stand. A matcher reads both scripts of Chinese."""
        spoken = Lang(lang.split("-")[0])
        for each in sorted(self._matchers, key=lambda other: other != spoken):
            runs = self._matchers[each].annotate(runs)
        return runs
