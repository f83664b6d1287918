"""What is asked of a translator, and what an engine answers."""

from dataclasses import dataclass

from bridge.core.model import Lang

Pair = tuple[Lang, Lang]
"""Source and target language."""


@dataclass(frozen=True, slots=True)
class Job:
    """One text to translate. `live` goes before history; after `deadline` (monotonic seconds)
    nobody waits for it any more."""

    text: str
    source: Lang
    target: Lang
    live: bool
    deadline: float


@dataclass(frozen=True, slots=True)
class Output:
    """What an engine made of one text. `score` is the mean log probability per token of the
    weakest sentence, None when the engine has none. `engine` names package and version."""

    text: str
    engine: str
    score: float | None = None
