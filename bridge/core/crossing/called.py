"""Names that stand in every translation, in the form that its readers know."""

from collections.abc import Callable
from dataclasses import replace

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run, Runs


def called(runs: Runs, entry: Callable[[EntryId], Entry | None], reader: Lang) -> Runs:
    """Runs whose kept term has an equivalent for `reader` under that name: 小红书 as RedNote."""
    return tuple(_called(run, entry, reader) for run in runs)


def _called(run: Run, entry: Callable[[EntryId], Entry | None], reader: Lang) -> Run:
    known = entry(run.entry) if run.entry else None
    told = known.explanation(reader) if known is not None and known.keep else None
    return replace(run, text=told.equivalent) if told and told.equivalent else run
