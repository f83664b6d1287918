"""Are the glossary files right? Every hit must be found, no miss, and a phrase has one answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bridge.core.glossary import Entry
from bridge.core.promises import broken_promises
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
    problems = (*found.problems, *problems_of(found.entries), *said.problems)
    return Checked(len(found.entries), said.lines, problems)


def problems_of(entries: tuple[Entry, ...]) -> Iterable[str]:
    """Hits that are not found and misses that are, each with file and entry."""
    for broken in broken_promises(entries, Matchers(entries).annotate):
        entry = broken.entry
        yield f"{entry.lang}/{entry.kind}.toml: [{entry.id.rpartition('/')[2]}] {broken}"
