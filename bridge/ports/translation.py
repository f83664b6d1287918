"""What brings words across, from whole messages down to single sentences."""

from collections.abc import Sequence
from typing import Protocol

from bridge.core.jobs import Job, Output, Pair, Passage
from bridge.core.model import (
    Rendering,
)


class Renderer(Protocol):
    """Bring whole messages to readers of another language. Never raises for want of an engine:
    the rendering says `failed`, and why."""

    def covers(self, passage: Passage) -> bool:
        """Whether there is anything in the passage that can be, and need be, translated."""

    async def render(self, passage: Passage) -> Rendering:
        """The passage in its target language."""


class Engine(Protocol):
    """Translate batches of single sentences in a worker thread. Thread-safe. Raises
    `EngineFailed` when it breaks."""

    def pairs(self) -> frozenset[Pair]:
        """Pairs served now by one package."""

    def version(self, pair: Pair) -> str:
        """Name and version of what serves the pair now; empty when nothing does."""

    def translate(self, pair: Pair, sentences: Sequence[str], careful: bool) -> Sequence[Output]:
        """One output per sentence, in order; with the next best hypotheses when `careful`."""


class Translator(Protocol):
    """Translate one sentence at a time, whatever happens behind it (batches, pivots). Raises only
    `TranslationError`s, before the job's deadline plus one batch at the latest. An identical job
    in flight is shared, not done twice."""

    def pairs(self) -> frozenset[Pair]:
        """Pairs it can serve now, chains through a third language included."""

    def version(self, pair: Pair) -> str:
        """Names and versions of what serves the pair now, chains included; empty: nothing does."""

    async def translate(self, job: Job) -> Output:
        """The sentence in the target language."""

    async def close(self) -> None:
        """Refuse new jobs and end the workers."""
