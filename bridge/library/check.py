"""Are the glossary files right? Every hit must be found, no miss, and a phrase has one answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bridge.core.glossary import Entry
from bridge.core.model import Lang
from bridge.core.protect import protect
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers
from bridge.library.phrasebook import read_phrases


@dataclass(frozen=True, slots=True)
class Checked:
    """How many entries and lines of phrases were read, and all problems, a line each."""

    entries: int
    phrases: int
    problems: tuple[str, ...]

    @property
    def counted(self) -> str:
        """What was looked at, in words."""
        return f"{self.entries} entries and {self.phrases} phrases"


def check_folder(folder: Path) -> Checked:
    """Look at every file; each problem comes with its place and the cure."""
    found = read_folder(folder)
    said = read_phrases(folder)
    problems = (*found.problems, *broken_promises(found.entries), *said.problems)
    return Checked(len(found.entries), said.lines, problems)


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
