"""An entry carries its own tests: is every hit found, and no miss?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Runs
from bridge.core.protect import protect

Annotate = Callable[[Runs, Lang], Runs]


@dataclass(frozen=True, slots=True)
class Broken:
    """`sentence` is a hit of `entry` in which it is not found, or a miss in which it is."""

    entry: Entry
    sentence: str
    is_hit: bool

    def __str__(self) -> str:
        """What is wrong, and the cure."""
        if self.is_hit:
            return f"is not found in its hit “{self.sentence}”: add the spelling to variants"
        return (
            f"is found in its miss “{self.sentence}”: "
            "drop the variant that matches, or name its neighbour in not_before, not_after"
        )


def broken_promises(entries: Iterable[Entry], annotate: Annotate) -> Iterator[Broken]:
    """What `annotate` makes of the entries' own sentences, where that is not what they say."""
    for entry in entries:
        for sentence in entry.hits:
            if entry.id not in _found(annotate, sentence, entry.lang):
                yield Broken(entry, sentence, True)
        for sentence in entry.misses:
            if entry.id in _found(annotate, sentence, entry.lang):
                yield Broken(entry, sentence, False)


def _found(annotate: Annotate, sentence: str, lang: Lang) -> set[EntryId]:
    runs = annotate(protect(sentence), lang)
    return {each for run in runs if run.entry is not None for each in (run.entry, *run.also)}
