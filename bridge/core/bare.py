"""Takes the notes off a message again, so that others can be put on."""

from bridge.core.model import Run, RunKind, Runs

_CUT = (None, RunKind.EMOJI)
"""Kinds of runs that notes cut into pieces."""


def bare(runs: Runs) -> Runs:
    """The runs as they were before any term was looked for in them."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and last.kind is run.kind and run.kind in _CUT:
            found[-1] = Run(last.text + run.text, run.kind)
        else:
            found.append(Run(run.text, run.kind))
    return tuple(found)
