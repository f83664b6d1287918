"""Brings one sentence across: what is known at once, else the machine, tried again in doubt."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bridge.core.crossing.called import called
from bridge.core.crossing.embedded import readers_words
from bridge.core.crossing.known import known
from bridge.core.crossing.marks import Wanted, equivalents, marked, told
from bridge.core.crossing.plainly import plainly
from bridge.core.crossing.punctuation import at_commas, narrowed
from bridge.core.crossing.said import Across, Said, judged, missing, together
from bridge.core.crossing.unharmed import parts, split
from bridge.core.crossing.wording import Parts, Wording
from bridge.core.glossary import Entry
from bridge.core.jobs import Job
from bridge.core.model import EntryId, Run, Runs, Status, outside
from bridge.core.phrases import Phrasebook
from bridge.core.trust import judge_back, tells_back
from bridge.core.wordless import is_wordless
from bridge.errors import TranslationError
from bridge.ports.translation import Translator

SURER = 0.15
"""By how much (mean log probability per token) an engine must be surer of a sentence with its
idioms than of the same said plainly to be believed. On 40 lines of `tests/bench/idioms.py`, chrF
into Chinese 36.0 → 37.1, into English 34.0 → 35.9; without plain forms 18.9 and 36.4."""


@dataclass(frozen=True, slots=True)
class Unaided:
    """A sentence translated with its idioms; whether the engine `knows` them."""

    said: Said
    knows: bool


class Attempts:
    """The ways to say a sentence, from the surest to the last."""

    def __init__(
        self,
        translator: Translator,
        phrasebook: Callable[[], Phrasebook],
        entry: Callable[[EntryId], Entry | None],
        is_word: Callable[[str], bool],
    ) -> None:
        """`is_word` knows words that are words, even if somebody calls themselves so."""
        self._is_word = is_word
        self._translator = translator
        self._phrasebook = phrasebook
        self._entry = entry

    def known(self, runs: Runs, across: Across) -> Said | None:
        """What the phrasebook or an entry says by itself, its notes marked. None: ask on."""
        found = known(runs, across, self._phrasebook(), self._entry)
        if found is None:
            return None
        return replace(found, runs=marked(found.runs, told(runs, self._entry, across.target)))

    async def say(self, runs: Runs, across: Across) -> Said:
        """The sentence in the target language. Raises TranslationError when no attempt came to
        an end."""
        if is_wordless(outside(runs)):
            return Said(_as_typed(runs, across))
        found = self.known(runs, across)
        if found is not None:
            return found
        runs = called(runs, self._entry, across.target)
        said, unaided, wanted = await asyncio.gather(
            self._machine(runs, across),
            self._unaided(runs, across),
            self._renderings(runs, across),
        )
        if unaided is not None and (unaided.knows or unaided.said.score > said.score + SURER):
            said = unaided.said
        return replace(said, runs=marked(said.runs, wanted))

    async def _unaided(self, runs: Runs, across: Across) -> Unaided | None:
        """What the engine makes of the sentence with its idioms, where that leaves no doubt. It
        knows them if it says what the notes give as the equivalent."""
        said_plainly = plainly(runs, self._entry)
        pairs = zip(said_plainly, runs, strict=True)
        idiomatic = {run.entry for run, before in pairs if run != before and run.entry}
        if not idiomatic:
            return None
        try:
            said = await self._try(parts(runs, *self._words_that_stay(runs, across)), False, across)
        except TranslationError:
            return None
        if said.status is not Status.OK:
            return None
        idioms = equivalents(runs, self._entry, across.target)
        there = {run.entry for run in marked(said.runs, idioms)}
        return Unaided(said, idiomatic <= there)

    async def _machine(self, runs: Runs, across: Across) -> Said:
        """The first way that leaves no doubt, else the best of all; the way back has a say."""
        best: Said | None = None
        for way, careful in self._ways(runs, across):
            try:
                said = await self._try(way, careful, across)
            except TranslationError:
                if best is None:
                    raise
                break
            if best is None or said.rank < best.rank:
                best = said
            if best.status is Status.OK:
                break
        assert best is not None  # there is always a first way
        names, _ = self._words_that_stay(runs, across)
        return await self._and_back(missing(best, outside(runs), names), across)

    def _ways(self, runs: Runs, across: Across) -> Iterator[tuple[Parts, bool]]:
        """Plainly; with the next hypotheses; with the readers' own words kept out of the engine's
        reach; in pieces; as it was written."""
        names, kept = self._words_that_stay(runs, across)
        said_plainly = plainly(runs, self._entry)
        way = parts(said_plainly, names, kept)
        yield way, False
        yield way, True
        if own := readers_words(outside(runs), across.target):
            yield parts(said_plainly, names | own, kept), False
        pieces = at_commas(split(said_plainly, kept))
        if pieces != way:
            yield pieces, False
        if said_plainly != runs:
            yield parts(runs, names, kept), False

    async def _try(self, way: Parts, careful: bool, across: Across) -> Said:
        """One way: what the machine makes of each wording, with the rest between them."""
        wordings = [part for part in way if isinstance(part, Wording)]
        said = await asyncio.gather(*(self._word(each, careful, across) for each in wordings))
        return together(way, said, across.target)

    async def _word(self, wording: Wording, careful: bool, across: Across) -> Said:
        """The best of what the engine makes of one wording; its own order decides among equals."""
        words = wording.text.strip()
        if not wording.stand_ins and is_wordless(words):
            return Said((Run(narrowed(wording.text, across.target)),))
        start = wording.text.index(words)
        before, after = wording.text[:start], wording.text[start + len(words) :]
        output = await self._translator.translate(_job(words, across, careful))
        found = [(output.text, output.score), *((each.text, each.score) for each in output.others)]
        best = min(
            (judged(wording, text, score, across) for text, score in found),
            key=lambda said: said.rank,
        )
        return replace(best, runs=(Run(before), *best.runs, Run(after)), engine=output.engine)

    async def _and_back(self, said: Said, across: Across) -> Said:
        """The verdict once the sentence has been translated back, where that tells anything."""
        back_pair = (across.target, across.source)
        if said.status is Status.FAILED or not said.heard or not tells_back(across.source):
            return said
        if back_pair not in self._translator.pairs():
            return said
        job = Job(said.heard, *back_pair, across.live, across.deadline)
        try:
            back = await self._translator.translate(job)
        except TranslationError:
            return said
        verdict = (said.status, said.reasons)
        status, reasons = judge_back(said.given, back.text, across.source, verdict)
        return replace(said, status=status, reasons=reasons)

    async def _renderings(self, runs: Runs, across: Across) -> Wanted:
        """For each entry in the sentence, the ways in which a translation may put it."""
        ways = dict(told(runs, self._entry, across.target))
        for run in plainly(runs, self._entry):
            if run.entry in ways:
                try:
                    output = await self._translator.translate(_job(run.text, across))
                except TranslationError:
                    continue
                ways[run.entry] = (output.text, *ways[run.entry])
        return list(ways.items())

    def _words_that_stay(
        self, runs: Runs, across: Across
    ) -> tuple[frozenset[str], frozenset[EntryId]]:
        """Names of the room's people, and entries whose terms stand in every translation."""
        names = frozenset(name for name in across.names if not self._is_word(name))
        return names, frozenset(run.entry for run in runs if run.entry and self._keeps(run.entry))

    def _keeps(self, entry_id: EntryId) -> bool:
        entry = self._entry(entry_id)
        return entry is not None and entry.keep


def _job(text: str, across: Across, careful: bool = False) -> Job:
    return Job(text, across.source, across.target, across.live, across.deadline, careful)


def _as_typed(runs: Runs, across: Across) -> Runs:
    return tuple(
        replace(run, text=narrowed(run.text, across.target)) if run.kind is None else run
        for run in runs
    )
