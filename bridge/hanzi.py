"""Simplified and Traditional Chinese are two reading languages, with or without a model."""

from collections.abc import Callable
from dataclasses import replace

from bridge.core.jobs import Passage
from bridge.core.model import By, Lang, Rendering, Run, Runs, Status
from bridge.ports import Renderer, Translator

ZH, HANT = Lang("zh"), Lang("zh-Hant")

Convert = Callable[[str], str]


class Hanzi:
    """A `ports.Renderer` over another one: where no package knows `zh-Hant`, it is read and
    written through `zh`. `simplified` and `traditional` convert texts, phrases included."""

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
        """As the other renderer; from one script to the other always."""
        if {passage.source, passage.target} == {ZH, HANT}:
            return True
        return self._renderer.covers(self._in_simplified(passage))

    async def render(self, passage: Passage) -> Rendering:
        """As the other renderer; the script alone is changed without doubt."""
        if {passage.source, passage.target} == {ZH, HANT}:
            convert = self._simplified if passage.target == ZH else self._traditional
            runs = _converted(passage.runs, convert)
            return Rendering(runs, Status.OK, (), By.MACHINE, "opencc")
        inner = self._in_simplified(passage)
        rendering = await self._renderer.render(inner)
        if inner.target == passage.target:
            return rendering
        return replace(rendering, runs=_converted(rendering.runs, self._traditional))

    def _in_simplified(self, passage: Passage) -> Passage:
        """The passage as the other renderer can take it."""
        pairs = self._translator.pairs()
        if passage.source == HANT and (HANT, passage.target) not in pairs:
            runs = _converted(passage.runs, self._simplified)
            passage = replace(passage, runs=runs, source=ZH)
        if passage.target == HANT and (passage.source, HANT) not in pairs:
            passage = replace(passage, target=ZH)
        return passage


def _converted(runs: Runs, convert: Convert) -> Runs:
    """Words alone: a link or a mention is what it is."""
    return tuple(
        Run(convert(run.text), run.kind, run.entry) if run.kind is None else run for run in runs
    )
