"""How much of what strangers labelled does the matcher find? The sets are no part of the project:
where ../shared is absent, nothing is asked.

The floors lie a little below what was measured on 2026-11-24 (EPIE's own headwords as the lexicon:
5,977 of 5,994 found; our entries: 5,210 of 5,446 idiomatic uses found, 24 of 81 literal ones
noted).
Entries that ask for words around them are left out: EPIE calls every “all the way” an idiom.
"""

from collections import Counter

import pytest

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers
from bridge.resources import shipped
from tests.bench.idioms import ENGLISH, SHARED, content, notes, rows

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared/idioms is not here")


def counted(entries: tuple[Entry, ...], names: tuple[str, ...]) -> Counter[tuple[str, bool]]:
    """How many labelled uses of these entries, by label, and by whether they are noted."""
    matchers = Matchers(entries)
    terms: dict[frozenset[str], EntryId] = {}
    for entry in entries:
        for spelling in entry.spellings:
            if len(content(spelling)) > 1:
                terms[content(spelling)] = entry.id
    counts: Counter[tuple[str, bool]] = Counter()
    for sentence, start, end, span, label in rows(names):
        wanted = terms.get(content(span))
        if wanted is not None:
            counts[label, wanted in notes(matchers, sentence, start, end)] += 1
    return counts


def asks_around(entry: Entry) -> bool:
    """Whether what else is said decides."""
    return entry.only_alone or (bool(entry.near) and entry.literal_ok < 0.5)


def test_a_foreign_lexicon_finds_its_own_idioms() -> None:
    heads = (SHARED / "epie_static_headwords.txt").read_text(encoding="utf-8").split("\n")
    entries = tuple(
        Entry(EntryId(f"en/x/{at}"), Lang("en"), "x", head)
        for at, head in enumerate(filter(None, heads))
    )
    counts = counted(entries, ENGLISH[1:])
    assert counts["1", True] > 0.99 * (counts["1", True] + counts["1", False])


def test_our_entries_are_found_where_they_are_meant() -> None:
    english = (e for e in read_folder(shipped("glossaries")).entries if e.lang == "en")
    ours = tuple(e for e in english if not asks_around(e))
    counts = counted(ours, ENGLISH)
    assert counts["1", True] > 0.94 * (counts["1", True] + counts["1", False])
