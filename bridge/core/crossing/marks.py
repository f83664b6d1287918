"""Puts notes on a translation: each entry on the words that render it."""

from collections.abc import Callable, Sequence

from bridge.core.crossing.align import mark
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run, Runs

Wanted = Sequence[tuple[EntryId, tuple[str, ...]]]
"""Entries of the sentence, each with the ways in which a translation may put it."""


def told(runs: Runs, entry: Callable[[EntryId], Entry | None], reader: Lang) -> Wanted:
    """The entries of `runs` and how they are explained to `reader`; kept terms stand for
    themselves."""
    found: list[tuple[EntryId, tuple[str, ...]]] = []
    for run in runs:
        known = entry(run.entry) if run.entry else None
        if known is None or known.keep:
            continue
        explanation = known.explanation(reader)
        ways = (explanation.equivalent, explanation.gloss) if explanation else ()
        found.append((known.id, tuple(way for way in ways if way)))
    return found


def equivalents(runs: Runs, entry: Callable[[EntryId], Entry | None], reader: Lang) -> Wanted:
    """The entries of `runs` that `reader` has an idiom for, with that idiom."""
    known = [entry(run.entry) for run in runs if run.entry]
    told = [(each.id, each.explanation(reader)) for each in known if each is not None]
    return [(which, (said.equivalent,)) for which, said in told if said and said.equivalent]


def marked(runs: Runs, wanted: Wanted) -> Runs:
    """`runs` with each wanted entry on the words that render it, where they can be told."""
    there = {run.entry for run in runs}
    left = [each for each in wanted if each[0] not in there]
    found: list[Run] = []
    for run in runs:
        if run.kind is not None or run.entry is not None or not left:
            found.append(run)
            continue
        pieces = mark(run.text, left)
        there = {piece.entry for piece in pieces}
        left = [each for each in left if each[0] not in there]
        found += pieces
    return tuple(found)
