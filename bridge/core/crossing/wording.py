"""A sentence as the engine is given it, with what in it stands for something else."""

from dataclasses import dataclass

from bridge.core.model import Run, Runs


@dataclass(frozen=True, slots=True)
class StandIn:
    """`text` stands at `start` of the wording in place of `run`, and must come back once."""

    text: str
    start: int
    run: Run


@dataclass(frozen=True, slots=True)
class Wording:
    """`text` goes to the engine; `stand_ins` are in the order in which they stand in it; `goes_on`
    when more of the same sentence follows."""

    text: str
    stand_ins: tuple[StandIn, ...]
    goes_on: bool = False


Parts = tuple[Wording | Runs, ...]
"""A sentence in parts: wordings for the engine, and runs between them that never see it."""
