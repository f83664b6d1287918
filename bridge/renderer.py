"""What happens to words on the way across: stretch by stretch, engine, then judgement."""

import asyncio
import logging
import re

from bridge.core.jobs import Job, Output
from bridge.core.model import UND, By, Lang, Rendering, Run, Runs, Status, plain
from bridge.core.scripts import Script, script_of
from bridge.core.trust import Verdict, judge
from bridge.errors import DeadlineMissed, NoRoute, Overloaded, TranslationError
from bridge.ports import Clock, Translator

log = logging.getLogger(__name__)

LIVE_S = 15.0
"""A live message that takes longer is shown as failed, and can be asked for again."""
HISTORY_S = 60.0

# What stands alone between two links never sees the engine, which would have written it so.
_NARROW = str.maketrans("，。！？；：、（）", ",.!?;:,()")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)


class Renderer:
    """A message's runs become a rendering in another language."""

    def __init__(self, translator: Translator, clock: Clock) -> None:
        self._translator = translator
        self._clock = clock

    def covers(self, source: Lang, target: Lang) -> bool:
        """Whether a message in `source` can be brought to readers of `target`."""
        return source not in (UND, target) and (source, target) in self._translator.pairs()

    async def render(self, runs: Runs, source: Lang, target: Lang, live: bool) -> Rendering:
        """`runs` in the target language. Never raises for want of an engine: it says `failed`.

        Protected runs are not given to the engine: what stands between them is translated
        stretch by stretch, and they come back as they were, once each, in their places.
        """
        deadline = self._clock.monotonic() + (LIVE_S if live else HISTORY_S)
        stretches = _stretches(runs)
        jobs = [
            self._one(stretch, source, target, live, deadline)
            for stretch in stretches
            if isinstance(stretch, str)
        ]
        try:
            outputs = iter(await asyncio.gather(*jobs))
        except TranslationError as error:
            if not isinstance(error, NoRoute | Overloaded | DeadlineMissed):
                log.warning("translation %s→%s failed: %s", source, target, error)
            return _failed(_reason(error))
        translated: list[Run] = []
        verdicts: list[Verdict] = []
        engines: list[str] = []
        for stretch in stretches:
            if isinstance(stretch, Run):
                translated.append(stretch)
                continue
            text, output = next(outputs)
            verdicts.append(judge(stretch, text, source, target))
            engines.append(output)
            translated.append(Run(text))
        return _rendering(tuple(translated), verdicts, engines)

    async def _one(
        self, text: str, source: Lang, target: Lang, live: bool, deadline: float
    ) -> tuple[str, str]:
        """One stretch, its blank edges kept, and the engine's name."""
        found = _EDGES.match(text)
        before, words, after = found.groups() if found else ("", text, "")
        if not any(c.isalnum() for c in words):
            return (text if script_of(target) is Script.HAN else text.translate(_NARROW)), ""
        output: Output = await self._translator.translate(
            Job(words, source, target, live, deadline)
        )
        return f"{before}{output.text}{after}", output.engine


def _stretches(runs: Runs) -> list[str | Run]:
    """Runs without a kind joined to stretches of text; the others as they are."""
    found: list[str | Run] = []
    for run in runs:
        if run.kind is not None:
            # The note belongs to the original's words; in a translation it would have to be
            # found again.
            found.append(run)
        elif found and isinstance(found[-1], str):
            found[-1] += run.text
        else:
            found.append(run.text)
    return found


def _rendering(runs: Runs, verdicts: list[Verdict], engines: list[str]) -> Rendering:
    worst = Status.OK
    reasons: list[str] = []
    for status, why in verdicts:
        reasons += [reason for reason in why if reason not in reasons]
        if status is Status.FAILED or worst is Status.OK:
            worst = status
    engine = next((name for name in engines if name), "")
    if worst is Status.FAILED or not plain(runs).strip():
        return Rendering((), Status.FAILED, tuple(reasons), By.MACHINE, engine)
    return Rendering(runs, worst, tuple(reasons), By.MACHINE, engine)


def _failed(reason: str) -> Rendering:
    return Rendering((), Status.FAILED, (reason,), By.MACHINE, "")


def _reason(error: TranslationError) -> str:
    match error:
        case NoRoute():
            return "no model for these two languages is installed"
        case Overloaded():
            return "the translator is busy; ask again in a moment"
        case DeadlineMissed():
            return "the translator took too long; ask again"
        case _:
            return "the translator broke on this text"
