"""What happens to words on the way across: stretch by stretch, sentence by sentence."""

import asyncio
import logging
from collections.abc import Sequence

from bridge.attempts import Attempts
from bridge.core.crossing.lines import lines, merged, spaced
from bridge.core.crossing.punctuation import set_apart
from bridge.core.crossing.said import Across, Said
from bridge.core.jobs import Passage
from bridge.core.model import UND, By, Lang, Rendering, Runs, Status, outside
from bridge.core.scripts import count, script_of
from bridge.core.stretches import Stretch, stretches
from bridge.core.wordless import is_wordless
from bridge.errors import DeadlineMissed, NoRoute, Overloaded, TranslationError
from bridge.ports.clock import Clock
from bridge.ports.translation import Translator
from bridge.wordwise import WordByWord

log = logging.getLogger(__name__)

LIVE_S = 15.0
"""A live message that takes longer is shown as failed, and can be asked for again."""
HISTORY_S = 60.0
MISNAMED = "it is not in the language it was taken for"


class MessageRenderer:
    """Keeps `ports.Renderer`."""

    def __init__(
        self, translator: Translator, attempts: Attempts, word_by_word: WordByWord, clock: Clock
    ) -> None:
        self._translator = translator
        self._attempts = attempts
        self._word_by_word = word_by_word
        self._clock = clock

    def covers(self, passage: Passage) -> bool:
        """Whether some stretch is in another language than the readers', and can be brought."""
        return any(self._moves(stretch, passage) for stretch in _stretches(passage))

    async def render(self, passage: Passage) -> Rendering:
        """The passage in its target language.

        Stretches in the readers' language stay as typed. A sentence that fails stays in its own
        language; when all fail, so does the passage.
        """
        deadline = self._clock.monotonic() + (LIVE_S if passage.live else HISTORY_S)
        told = await asyncio.gather(
            *(self._stretch(each, passage, deadline) for each in _stretches(passage))
        )
        said = [each for _, of_one in told for each in of_one]
        reasons = _reasons(said)
        failed = [each for each in said if each.status is Status.FAILED]
        engine = next((each.engine for each in said if each.engine), "")
        if failed and all(each in failed for each in said if each.by is not None):
            words = await self._word_by_word.read(passage, deadline)
            return Rendering((), Status.FAILED, reasons, By.MACHINE, engine, words)
        runs = tuple(run for runs, _ in told for run in runs)
        status = Status.SHAKY if reasons else Status.OK
        return Rendering(
            merged(set_apart(runs, passage.target)), status, reasons, _by(said), engine
        )

    async def _stretch(
        self, stretch: Stretch, passage: Passage, deadline: float
    ) -> tuple[Runs, Sequence[Said]]:
        """A stretch as the readers see it, and what was said sentence by sentence."""
        if not self._moves(stretch, passage):
            return stretch.runs, ()
        across = Across(
            stretch.lang, passage.target, passage.live, deadline, passage.room, passage.names
        )
        if (misnamed := _misnamed(stretch, passage.target)) is not None:
            return stretch.runs, misnamed
        if (known := self._attempts.known(stretch.runs, across)) is not None:
            return known.runs, (known,)
        found = lines(stretch.runs)
        said = await asyncio.gather(*(self._say(line.runs, across) for line in found))
        shown = tuple(
            line.runs if each.status is Status.FAILED else each.runs
            for line, each in zip(found, said, strict=True)
        )
        return spaced(found, shown, passage.target), said

    async def _say(self, runs: Runs, across: Across) -> Said:
        try:
            return await self._attempts.say(runs, across)
        except TranslationError as error:
            if not isinstance(error, NoRoute | Overloaded | DeadlineMissed):
                log.warning("translation %s→%s failed: %s", across.source, across.target, error)
            return Said(runs, Status.FAILED, (_why(error),), By.MACHINE)

    def _moves(self, stretch: Stretch, passage: Passage) -> bool:
        pair = (stretch.lang, passage.target)
        if stretch.lang in (UND, passage.target) or pair not in self._translator.pairs():
            return False
        return not is_wordless(outside(stretch.runs))


def _misnamed(stretch: Stretch, target: Lang) -> Sequence[Said] | None:
    """What to say of a stretch that holds nothing of its own language's script, for which an
    engine makes up anything: fine where it is the readers', else it has failed. None: it does."""
    there = count(outside(stretch.runs))
    if script_of(stretch.lang) in there:
        return None
    if script_of(target) in there:
        return ()
    return (Said(stretch.runs, Status.FAILED, (MISNAMED,), By.MACHINE),)


def _stretches(passage: Passage) -> tuple[Stretch, ...]:
    return stretches(passage.runs, passage.source, passage.target)


def _reasons(said: Sequence[Said]) -> tuple[str, ...]:
    """Each reason once, and whether a sentence among others had to stay as it was."""
    found = [reason for each in said for reason in each.reasons]
    if len({each.status is Status.FAILED for each in said if each.by is not None}) > 1:
        found.insert(0, "a sentence was left in the original")
    return tuple(dict.fromkeys(found))


def _by(said: Sequence[Said]) -> By:
    """The machine if it had a hand in it, else people, else the phrasebook."""
    hands = {each.by for each in said}
    return next((by for by in (By.MACHINE, By.PERSON, By.PHRASEBOOK) if by in hands), By.MACHINE)


def _why(error: TranslationError) -> str:
    match error:
        case NoRoute():
            return "no model for these two languages is installed"
        case Overloaded():
            return "the translator is busy; ask again in a moment"
        case DeadlineMissed():
            return "the translator took too long; ask again"
        case _:
            return "the translator broke on this text"
