"""A translator that says what it is told to say, for tests of the flow."""

from collections.abc import Mapping

from bridge.core.jobs import Hypothesis, Job, Output, Pair
from bridge.core.model import Lang
from bridge.errors import EngineFailed

EN, ZH = Lang("en"), Lang("zh")


class Scripted:
    """Knows `lines`; several answers to one line are its hypotheses. The rest is an error."""

    def __init__(self, lines: Mapping[str, str | tuple[str, ...]]) -> None:
        self._lines = lines
        self.asked: list[Job] = []

    def pairs(self) -> frozenset[Pair]:
        return frozenset({(ZH, EN), (EN, ZH)})

    def version(self, pair: Pair) -> str:
        return "scripted 1"

    async def translate(self, job: Job) -> Output:
        self.asked.append(job)
        found = self._lines.get(job.text)
        if found is None:
            raise EngineFailed(f"nobody told me what {job.text!r} is")
        first, *others = (found,) if isinstance(found, str) else found
        later = tuple(Hypothesis(text, -0.6) for text in others) if job.careful else ()
        return Output(first, "scripted 1", -0.5, later)

    async def close(self) -> None:
        return None
