"""Matchers for tests: entries from their terms, and no words but those given."""

from typing import Any

from bridge.core.annotate import Matcher
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang
from bridge.core.protect import protect

SIMPLE = {"畫": "画", "內": "内", "馬": "马", "說": "说"}


class NoWords:
    """A lexicon that knows nothing, so that no term cuts through a word."""

    def cut(self, text: str) -> list[str]:
        return list(text)

    def knows(self, word: str) -> bool:
        return False


def english(term: str, **fields: Any) -> Entry:
    return Entry(EntryId(f"en/x/{term}"), Lang("en"), "x", term, **fields)


def chinese(term: str, **fields: Any) -> Entry:
    return Entry(EntryId(f"zh/x/{term}"), Lang("zh"), "x", term, **fields)


def matcher(*entries: Entry) -> Matcher:
    return Matcher(entries, SIMPLE, NoWords())


def found(terms: Matcher, text: str, lang: str = "en") -> list[str]:
    """The texts of the runs that carry a note."""
    return [run.text for run in terms.annotate(protect(text), Lang(lang)) if run.entry]
