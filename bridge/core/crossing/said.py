"""One sentence on its way, and what was made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bridge.core.crossing.lines import merged
from bridge.core.crossing.punctuation import set_apart
from bridge.core.crossing.unharmed import restore
from bridge.core.crossing.wording import Parts, Wording
from bridge.core.model import By, Lang, RoomName, Run, Runs, Status, plain
from bridge.core.trust import judge

LOST = "something that must stay as it is got lost"
_BADNESS = (Status.OK, Status.SHAKY, Status.FAILED)


@dataclass(frozen=True, slots=True)
class Across:
    """Where a sentence goes, who is waiting (`live`) and until when (monotonic seconds)."""

    source: Lang
    target: Lang
    live: bool
    deadline: float
    room: RoomName | None
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in the other language, and how far it can be trusted. `by` is None when there
    was nothing to translate; `score` is the engine's, 0 at best; `given` is what the engine was
    given, plain forms and stand-ins included, and `heard` what it said."""

    runs: Runs
    status: Status = Status.OK
    reasons: tuple[str, ...] = ()
    by: By | None = None
    engine: str = ""
    score: float = 0.0
    given: str = ""
    heard: str = ""

    @property
    def rank(self) -> tuple[int, bool, int, float]:
        """The smaller, the better; nothing is worse than what lost something."""
        lost = LOST in self.reasons
        return _BADNESS.index(self.status), lost, len(self.reasons), -self.score


def judged(wording: Wording, output: str, score: float | None, across: Across) -> Said:
    """What the engine made of a wording, with everything it stood in for, and the verdict."""
    given, sure = wording.text, score or 0.0
    runs = restore(output, wording)
    if runs is None:
        found = (Run(output),)
        return Said(found, Status.FAILED, (LOST,), By.MACHINE, "", sure, given, output)
    # What the engine was given and said: a Chinese name in the restored text is no lost word.
    status, reasons = judge(given, output, across.source, across.target, score)
    return Said(runs, status, reasons, By.MACHINE, "", sure, given, output)


def missing(said: Said, text: str, names: frozenset[str]) -> Said:
    """`said`, doubted where a name that stands in `text` has not come through: in pieces, names
    are left to the engine."""
    there = plain(said.runs)
    lost = [name for name in sorted(names) if name in text and name not in there]
    if not lost or said.status is Status.FAILED:
        return said
    reasons = tuple(f"the word “{name}” got lost" for name in lost)
    return replace(said, status=Status.SHAKY, reasons=(*said.reasons, *reasons))


def together(way: Parts, said: Sequence[Said], target: Lang) -> Said:
    """The sentence from its parts: one of `said` for each wording. It is as good as its worst."""
    worded = iter(said)
    runs = tuple(
        run
        for part in way
        for run in (next(worded).runs if isinstance(part, Wording) else part)
        if run.text
    )
    worst = max((each.status for each in said), key=_BADNESS.index, default=Status.OK)
    reasons = tuple(dict.fromkeys(reason for each in said for reason in each.reasons))
    return Said(
        merged(set_apart(runs, target)),
        worst,
        reasons,
        By.MACHINE,
        next((each.engine for each in said if each.engine), ""),
        min((each.score for each in said), default=0.0),
        "".join(each.given for each in said),
        " ".join(each.heard for each in said),
    )
