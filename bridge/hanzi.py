"""Simplified and Traditional Chinese are two reading languages, with or without a model."""

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from bridge.core.jobs import Passage
from bridge.core.model import By, Lang, Rendering, Runs, Status, outside
from bridge.core.stretches import stretches
from bridge.ports.translation import Renderer, Translator

ZH, HANT = Lang("zh"), Lang("zh-Hant")
ENGINE = "opencc"

Convert = Callable[[str], str]


class Hanzi:
    """A `ports.Renderer` over another one: where no package knows `zh-Hant`, it is read and
    written through `zh`. `simplified` and `traditional` convert texts; they may be called from
    any thread. From one script to the other, no translator is asked."""

    def __init__(
        self,
        renderer: Renderer,
        translator: Translator,
        simplified: Convert,
        traditional: Convert,
    ) -> None:
        self._renderer = renderer
        self._translator = translator
        self._simplified = simplified
        self._traditional = traditional

    def covers(self, passage: Passage) -> bool:
        """As the other renderer; from one script to the other where a character changes."""
        if {passage.source, passage.target} == {ZH, HANT}:
            own = self._own_script(passage)
            return outside(own.runs) != outside(passage.runs) or self.covers(own)
        if passage.source == passage.target == HANT:
            return any(self._renderer.covers(self._simpler(each)) for each in _foreign(passage))
        return self._renderer.covers(self._simpler(passage))

    async def render(self, passage: Passage) -> Rendering:
        """As the other renderer; the script alone is changed without doubt."""
        if {passage.source, passage.target} == {ZH, HANT}:
            own = self._own_script(passage)
            if self.covers(own):
                return await self.render(own)
            return Rendering(own.runs, Status.OK, (), By.MACHINE, ENGINE)
        if passage.source == passage.target == HANT:
            return await self._mixed(passage)
        inner = self._simpler(passage)
        rendering = await self._renderer.render(inner)
        if inner.source != passage.source:
            words = (replace(each, text=self._traditional(each.text)) for each in rendering.words)
            rendering = replace(rendering, words=tuple(words))
        if inner.target != passage.target:
            runs = _converted(rendering.runs, self._traditional, passage.names)
            rendering = replace(rendering, runs=runs)
        return rendering

    async def _mixed(self, passage: Passage) -> Rendering:
        """Traditional Chinese for its own readers: what is foreign in it is translated, and the
        rest stays as typed, without the way through Simplified."""
        parts = stretches(passage.runs, HANT, HANT)
        foreign = [each for each in _foreign(passage) if self.covers(each)]
        done = await asyncio.gather(*(self.render(each) for each in foreign))
        told = {each.runs: found for each, found in zip(foreign, done, strict=True)}
        failed = [each for each in done if each.status is Status.FAILED]
        if len(failed) == len(done):
            return next(iter(failed), Rendering(passage.runs, Status.OK, (), By.MACHINE, ENGINE))
        reasons = tuple(dict.fromkeys(why for each in done for why in each.reasons))
        shown = (told[each.runs].runs if each.runs in told else each.runs for each in parts)
        runs = tuple(
            run for part, typed in zip(shown, parts, strict=True) for run in part or typed.runs
        )
        status = Status.SHAKY if reasons else Status.OK
        return replace(done[0], runs=runs, status=status, reasons=reasons)

    def _own_script(self, passage: Passage) -> Passage:
        """The passage as its readers would have written it."""
        convert = self._simplified if passage.target == ZH else self._traditional
        runs = _converted(passage.runs, convert, passage.names)
        return replace(passage, runs=runs, source=passage.target)

    def _simpler(self, passage: Passage) -> Passage:
        """The passage as the other renderer can take it."""
        pairs = self._translator.pairs()
        if passage.source == HANT and (HANT, passage.target) not in pairs:
            runs = _converted(passage.runs, self._simplified, passage.names)
            passage = replace(passage, runs=runs, source=ZH)
        if passage.target == HANT and (passage.source, HANT) not in pairs:
            passage = replace(passage, target=ZH)
        return passage


def _foreign(passage: Passage) -> Iterator[Passage]:
    for each in stretches(passage.runs, passage.source, passage.target):
        if each.lang != passage.target:
            yield replace(passage, runs=each.runs, source=each.lang)


def _converted(runs: Runs, convert: Convert, names: frozenset[str]) -> Runs:
    """Words alone: a link, a mention or somebody's name is what it is."""
    kept = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    # Splitting at a group keeps what was found: every second piece is a name.
    known = re.compile(f"({'|'.join(map(re.escape, kept)) or '(?!)'})")
    return tuple(
        run
        if run.kind is not None
        else replace(
            run,
            text="".join(
                piece if at % 2 else convert(piece)
                for at, piece in enumerate(known.split(run.text))
            ),
        )
        for run in runs
    )
