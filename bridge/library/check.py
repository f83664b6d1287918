"""Do the entries keep their own promises? Every hit must be found, every miss must not."""

from collections.abc import Iterable
from pathlib import Path

from bridge.core.glossary import Entry
from bridge.core.model import Lang
from bridge.core.protect import protect
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers


def check_folder(folder: Path) -> tuple[int, list[str]]:
    """How many entries were read, and all problems, a line each, with the cure."""
    found = read_folder(folder)
    return len(found.entries), [*found.problems, *broken_promises(found.entries)]


def broken_promises(entries: tuple[Entry, ...]) -> Iterable[str]:
    """Hits that are not found and misses that are, each with file and entry."""
    matchers = Matchers(entries)
    for entry in entries:
        where = f"{entry.lang}/{entry.kind}.toml: [{entry.id.rpartition('/')[2]}]"
        for sentence in entry.hits:
            if entry.id not in _found(matchers, sentence, entry.lang):
                yield f"{where} is not found in its hit “{sentence}”: add the spelling to variants"
        for sentence in entry.misses:
            if entry.id in _found(matchers, sentence, entry.lang):
                yield (
                    f"{where} is found in its miss “{sentence}”: "
                    "drop the variant that matches, or name its neighbour in not_before, not_after"
                )


def _found(matchers: Matchers, sentence: str, lang: Lang) -> set[str]:
    runs = matchers.annotate(protect(sentence), lang)
    return {run.entry for run in runs if run.entry is not None}
