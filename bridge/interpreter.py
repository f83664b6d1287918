"""Brings a room's messages into the languages that somebody here reads, each one once."""

import asyncio
import logging
from collections.abc import Iterable
from typing import Any

from bridge.core.answers import Refusal, TranslationFrame
from bridge.core.model import Lang, Message, Rev, RoomName, Seq, Status, Translated, Translation
from bridge.core.wire import packet
from bridge.errors import Code, StoreError
from bridge.ports import Reader
from bridge.world import World

log = logging.getLogger(__name__)

Wanted = tuple[Seq, Rev, Lang]


class Interpreter:
    """Work that goes on behind the room: nobody who sends or joins ever waits for it."""

    def __init__(self, room: RoomName, world: World) -> None:
        self._room = room
        self._world = world
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
        if not message.deleted and self._world.renderer.covers(message.lang, lang):
            self._start(message, lang, live)

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
        task = asyncio.create_task(self._answer(reader, request, message, lang))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

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
        rendering = await self._world.renderer.render(message.runs, message.lang, lang, live)
        translation = await self._world.store.add_translation(
            self._room, message.seq, message.rev, lang, rendering
        )
        if translation is not None:
            await self._world.bus.publish(self._room, Translated(translation))
        return translation

    def _finished(self, wanted: Wanted, task: "asyncio.Task[Translation | None]") -> None:
        del self._running[wanted]
        if not task.cancelled() and (error := task.exception()) is not None:
            seq, rev, lang = wanted
            log.error(
                "no %s for message %s rev %s in room %s: %s", lang, seq, rev, self._room, error
            )
