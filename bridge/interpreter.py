"""Brings a room's messages into the languages that somebody here reads, each one once."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from typing import Any

from bridge.core.answers import Refusal, TranslationFrame
from bridge.core.events import Translated
from bridge.core.jobs import Passage
from bridge.core.model import Lang, Message, Rev, RoomName, Seq, Status, Translation, plain
from bridge.core.wire import packet
from bridge.errors import Code, StoreError
from bridge.incidents import report
from bridge.ports.reader import Reader
from bridge.world import World

log = logging.getLogger(__name__)

Wanted = tuple[Seq, Rev, Lang]


class Interpreter:
    """Work that goes on behind the room: nobody who sends or joins ever waits for it."""

    def __init__(self, room: RoomName, world: World, names: Callable[[], frozenset[str]]) -> None:
        self._room = room
        self._world = world
        self._names = names
        self._running: dict[Wanted, asyncio.Task[Translation | None]] = {}
        self._answers: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        """Drop what is under way; it is wanted again when somebody comes back."""
        tasks: list[asyncio.Task[Any]] = [*self._running.values(), *self._answers]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def want(self, message: Message, lang: Lang, live: bool) -> None:
        """See to it that this revision exists in `lang`, if it can and need be."""
        if not message.deleted and self._world.renderer.covers(self.passage(message, lang, live)):
            self._start(message, lang, live)

    def covers(self, message: Message, lang: Lang, source: Lang | None) -> bool:
        """Whether there is anything to bring into `lang`, taking the message to be in `source`
        where that is given."""
        passage = self.passage(message, lang, live=True)
        return self._world.renderer.covers(replace(passage, source=source or message.lang))

    def want_missing(
        self, messages: Iterable[Message], there: Iterable[Translation], lang: Lang
    ) -> None:
        """Want every message that has no translation among `there`, newest first."""
        translated = {translation.seq for translation in there}
        for message in sorted(messages, key=lambda each: -each.seq):
            if message.seq not in translated:
                self.want(message, lang, live=False)

    def answer(self, reader: Reader, request: str, message: Message, lang: Lang) -> None:
        """Send the reader this translation, stored or new. One that failed is tried again."""
        self._behind(self._answer(reader, request, message, lang))

    def answer_from(
        self, reader: Reader, request: str, message: Message, lang: Lang, source: Lang
    ) -> None:
        """Send this reader, and nobody else, how it reads if the message is in `source`."""
        self._behind(self._answer_from(reader, request, message, lang, source))

    async def renew(self, message: Message, lang: Lang) -> None:
        """Make a translation anew. The one that is there stays until the new one comes, and when
        none comes."""
        if (running := self._running.get((message.seq, message.rev, lang))) is not None:
            # It began with what was known before.
            await asyncio.wait([running])
        if self.covers(message, lang, None):
            await asyncio.wait([self._start(message, lang, live=False)])

    def passage(self, message: Message, lang: Lang, live: bool = False) -> Passage:
        """The message's words on their way to readers of `lang`."""
        return Passage(message.runs, message.lang, lang, live, self._room, self._names())

    def _behind(self, answering: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(answering)
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer_from(
        self, reader: Reader, request: str, message: Message, lang: Lang, source: Lang
    ) -> None:
        runs = self._world.composer.compose_in(plain(message.runs), source, self._room)
        passage = replace(self.passage(message, lang, live=True), runs=runs, source=source)
        rendering = await self._world.renderer.render(passage)
        found = Translation(self._room, message.at, message.seq, message.rev, lang, rendering)
        reader.deliver(packet(TranslationFrame(found, request)))

    async def _answer(self, reader: Reader, request: str, message: Message, lang: Lang) -> None:
        try:
            found = await self._world.store.translation(self._room, message.seq, lang)
            if found is None or found.rendering.status is Status.FAILED:
                found = await asyncio.shield(self._start(message, lang, live=True))
        except StoreError as error:
            reader.deliver(packet(Refusal(request, Code.UNAVAILABLE, str(error))))
            return
        if found is None:
            gone = f"message {message.seq} was changed or deleted meanwhile"
            reader.deliver(packet(Refusal(request, Code.GONE, gone)))
        else:
            reader.deliver(packet(TranslationFrame(found, request)))

    def _start(self, message: Message, lang: Lang, live: bool) -> asyncio.Task[Translation | None]:
        wanted = (message.seq, message.rev, lang)
        task = self._running.get(wanted)
        if task is None:
            task = asyncio.create_task(self._translate(message, lang, live))
            self._running[wanted] = task
            task.add_done_callback(lambda done: self._finished(wanted, done))
        return task

    async def _translate(self, message: Message, lang: Lang, live: bool) -> Translation | None:
        """Translate, store, publish. None when the message moved on meanwhile."""
        passage = self.passage(message, lang, live)
        memo = self._world.memo(passage)
        rendering = await self._world.store.recall(memo)
        if rendering is None:
            rendering = await self._world.renderer.render(passage)
        if rendering.status is Status.FAILED and (there := await self._good(message, lang)):
            return there
        translation = await self._world.store.add_translation(
            self._room,
            *(message.seq, message.rev, lang, rendering),
            # What failed may go better next time.
            None if rendering.status is Status.FAILED else memo,
        )
        if translation is not None:
            await self._world.bus.publish(self._room, Translated(translation))
        return translation

    async def _good(self, message: Message, lang: Lang) -> Translation | None:
        """A translation that is there, and better than one that fails now."""
        there = await self._world.store.translation(self._room, message.seq, lang)
        if there is None or there.rev != message.rev:
            return None
        return None if there.rendering.status is Status.FAILED else there

    def _finished(self, wanted: Wanted, task: "asyncio.Task[Translation | None]") -> None:
        del self._running[wanted]
        if not task.cancelled() and (error := task.exception()) is not None:
            seq, rev, lang = wanted
            what = f"message {seq} rev {rev} of room {self._room}, into {lang}"
            if isinstance(error, StoreError):
                log.error("the store refused %s: %s", what, error)
            else:
                report(error, what)
