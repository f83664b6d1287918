"""Sentences that need no machine: known phrases, and entries that are the whole sentence."""

from collections.abc import Callable

from bridge.core.crossing.alone import alone
from bridge.core.crossing.punctuation import narrowed
from bridge.core.crossing.said import Across, Said
from bridge.core.glossary import Entry
from bridge.core.model import By, EntryId, RunKind, Runs, plain
from bridge.core.phrases import Phrasebook
from bridge.core.protect import protect


def known(
    runs: Runs, across: Across, book: Phrasebook, entry: Callable[[EntryId], Entry | None]
) -> Said | None:
    """The answer to a known sentence; emoji around it stay where they are. None: not known."""
    first, last = 0, len(runs)
    while first < last and runs[first].kind is RunKind.EMOJI:
        first += 1
    while last > first and runs[last - 1].kind is RunKind.EMOJI:
        last -= 1
    inner = runs[first:last]
    if any(run.kind not in (None, RunKind.EMOJI) for run in inner):
        return None
    text = plain(inner)
    phrase = book.find(text, across.source, across.target, across.room)
    words = phrase.target if phrase else alone(inner, entry, across.target)
    if not words:
        return None
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    words = narrowed(words, across.target)
    # Emoji between the words and a closing mark come back with them.
    found = (*runs[:first], *protect(f"{before}{words}{after}"), *runs[last:])
    return Said(found, by=phrase.by if phrase else By.PHRASEBOOK)
