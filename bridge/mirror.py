"""Shows somebody who is still typing how it will read on the other side."""

import asyncio
from collections.abc import Callable

from bridge.composer import Composer
from bridge.core.answers import (
    Ahead,
    DoubtAhead,
    IdiomAhead,
    PreviewFrame,
    Refusal,
    ServerFrame,
    ToneAhead,
)
from bridge.core.crossing.plainly import plainly
from bridge.core.frames import AskPreview
from bridge.core.glossary import Entry
from bridge.core.jobs import Passage
from bridge.core.model import EntryId, Lang, Rendering, Runs, Status, plain
from bridge.core.wire import packet
from bridge.errors import ClientError, Code
from bridge.ports.reader import Reader
from bridge.ports.translation import Renderer

_MISREAD = frozenset({"idiom", "slang", "number"})
"""Kinds of terms that say something else than their words; a festival or a dish only has a note."""
PATIENCE_S = 5.0
"""Whoever rests for so long has sent it, or thinks of something else."""


class Mirror:
    """Nothing that is asked here is stored anywhere. One question a reader at a time."""

    def __init__(
        self,
        composer: Composer,
        renderer: Renderer,
        entry: Callable[[EntryId], Entry | None],
        cover: Callable[[str], str] = str,
    ) -> None:
        self._composer = composer
        self._renderer = renderer
        self._entry = entry
        self._cover = cover
        self._asking: dict[Reader, tuple[asyncio.Task[None], str]] = {}

    def ask(self, reader: Reader, frame: AskPreview) -> None:
        """Answer in a moment. An earlier question that is still open is answered with an error."""
        if (earlier := self._asking.pop(reader, None)) is not None:
            task, request = earlier
            task.cancel()
            reader.deliver(packet(Refusal(request, Code.TOO_FAST, "a newer text was asked about")))
        task = asyncio.create_task(self._answer(reader, frame))
        self._asking[reader] = (task, frame.id)
        task.add_done_callback(lambda done: self._answered(reader, done))

    def forget(self, reader: Reader) -> None:
        """The reader is gone."""
        if (asked := self._asking.pop(reader, None)) is not None:
            asked[0].cancel()

    async def preview(self, frame: AskPreview, reads: Lang) -> PreviewFrame:
        """How the text of somebody who reads `reads` will read. Raises ClientError for a text
        that could not be sent, TimeoutError when the translator is too busy."""
        # As the others would see it, once a moderator has let it through.
        text = self._cover(self._composer.cleaned(frame.text))
        source, runs = self._composer.compose(text, frame.source, reads)
        if frame.source is not None:
            source, runs = frame.source, self._composer.compose_in(text, frame.source)
        async with asyncio.timeout(PATIENCE_S):
            rendering = await self._render(runs, source, frame.lang)
            back = await self._back(rendering, frame.lang, source)
        warnings = self._warnings(runs, frame.lang, rendering)
        return PreviewFrame(frame.id, frame.lang, source, rendering, back, runs, warnings)

    async def _answer(self, reader: Reader, frame: AskPreview) -> None:
        try:
            answer: ServerFrame = await self.preview(frame, reader.lang)
        except ClientError as error:
            answer = Refusal(frame.id, error.code, error.message)
        except TimeoutError:
            answer = Refusal(frame.id, Code.UNAVAILABLE, "the translator is busy just now", 3.0)
        reader.deliver(packet(answer))

    def _answered(self, reader: Reader, task: asyncio.Task[None]) -> None:
        asked = self._asking.get(reader)
        if asked is not None and asked[0] is task:
            del self._asking[reader]

    async def _render(self, runs: Runs, source: Lang, target: Lang) -> Rendering | None:
        passage = Passage(runs, source, target, live=False)
        if not self._renderer.covers(passage):
            return None
        return await self._renderer.render(passage)

    async def _back(self, rendering: Rendering | None, target: Lang, source: Lang) -> str | None:
        if rendering is None or not rendering.runs:
            return None
        back = await self._render(rendering.runs, target, source)
        return plain(back.runs) if back is not None and back.runs else None

    def _warnings(self, runs: Runs, target: Lang, rendering: Rendering | None) -> tuple[Ahead, ...]:
        found: list[Ahead] = []
        for run in runs:
            entry = self._entry(run.entry) if run.entry else None
            if entry is None:
                continue
            if entry.reads is not None:
                found.append(ToneAhead(run.text, entry.id, entry.reads))
            elif rendering is not None and entry.kind in _MISREAD:
                found.append(self._idiom(run.text, runs, entry, target))
        if rendering is not None and rendering.status is not Status.OK:
            found.append(DoubtAhead(rendering.reasons))
        return tuple(found)

    def _idiom(self, text: str, runs: Runs, entry: Entry, target: Lang) -> IdiomAhead:
        said_plainly = plainly(runs, self._entry)
        told = entry.explanation(target)
        return IdiomAhead(
            text,
            entry.id,
            plain(said_plainly) if said_plainly != runs else None,
            f"({text}: {told.gloss})" if told else None,
        )
