"""An entry's promises, kept by the matcher or told."""

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang
from bridge.library.check import problems_of


def entry(name: str, term: str, hits: tuple[str, ...], misses: tuple[str, ...] = ()) -> Entry:
    return Entry(EntryId(f"zh/x/{name}"), Lang("zh"), "x", term, hits=hits, misses=misses)


def test_promises_that_are_kept_are_not_told() -> None:
    entries = (entry("a", "种草", ("被种草了",), ("去种草莓",)), entry("b", "种草", ("种草！",)))
    assert list(problems_of(entries)) == []


def test_a_hit_that_is_not_found_and_a_miss_that_is_are_told_with_their_place() -> None:
    told = list(problems_of((entry("a", "种草", ("种树",), ("被种草了",)),)))
    assert [line.partition(" in its ")[0] for line in told] == [
        "zh/x.toml: [a] is not found",
        "zh/x.toml: [a] is found",
    ]
