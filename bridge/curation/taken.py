"""One spelling, one entry of a kind: which of the changed entries would be the second."""

from collections.abc import Iterable, Iterator, Mapping

from bridge.core.glossary import Entry
from bridge.core.model import EntryId


def taken(
    changed: Mapping[EntryId, Entry], whole: Iterable[Entry]
) -> Iterator[tuple[EntryId, str]]:
    """Ids of `changed`, with the reason and the cure; `whole` is the glossary with them in it.
    Entries that shared a spelling before they were changed are told as well."""
    held: dict[tuple[str, str, str], list[EntryId]] = {}
    for entry in whole:
        for spelling in {each.casefold() for each in entry.spellings}:
            held.setdefault((entry.lang, entry.kind, spelling), []).append(entry.id)
    for entry in changed.values():
        for spelling in entry.spellings:
            holders = held[entry.lang, entry.kind, spelling.casefold()]
            other = next((each for each in holders if each != entry.id), None)
            if other is not None:
                yield (
                    entry.id,
                    f"“{spelling}” belongs to {other} already: "
                    "keep it in one of them, or tell both senses there",
                )
