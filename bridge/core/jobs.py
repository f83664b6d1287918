"""What is asked of a translator, and what an engine answers."""

from dataclasses import dataclass

from bridge.core.model import Lang, RoomName, Runs

Pair = tuple[Lang, Lang]
"""Source and target language."""


@dataclass(frozen=True, slots=True)
class Job:
    """One sentence to translate. `live` goes before history; after `deadline` (monotonic seconds)
    nobody waits for it any more. `careful` asks for the next best hypotheses too: slower, for a
    sentence whose first translation is in doubt."""

    text: str
    source: Lang
    target: Lang
    live: bool
    deadline: float
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A message's words on their way to readers of `target`. `names` are what the people of the
    room call themselves: they stay as they are. `room` is where it was said, None outside any."""

    runs: Runs
    source: Lang
    target: Lang
    live: bool
    room: RoomName | None = None
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A translation that the engine thought of too; `score` as in Output."""

    text: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Output:
    """What an engine made of one sentence. `score` is the mean log probability per token of the
    weakest stretch, None when the engine has none. `engine` names package and version. `others`
    are the next best hypotheses, best first, of a careful job."""

    text: str
    engine: str
    score: float | None = None
    others: tuple[Hypothesis, ...] = ()
