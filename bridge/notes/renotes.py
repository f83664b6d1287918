"""Brings the notes of one room's messages up to date when the glossary has changed."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from bridge.core.events import MessageChanged
from bridge.core.model import UND, EntryId, Lang, Message, RoomName, Runs, Seq
from bridge.errors import StoreError
from bridge.interpreter import Interpreter
from bridge.world import World

log = logging.getLogger(__name__)

SLICE = 100
"""Messages looked at in one go, in a thread; between two slices everything else has its turn."""
WARY_S = 5.0
"""So long after a change, a message may still come in that was looked through before it."""

Found = tuple[Message, Runs]
"""A message that the change touches, and its runs as they should be."""


class Renotes:
    """Work that goes on behind the room, newest messages first. `languages` are read here."""

    def __init__(
        self,
        room: RoomName,
        world: World,
        interpreter: Interpreter,
        languages: Callable[[], Iterable[Lang]],
    ) -> None:
        self._room = room
        self._world = world
        self._interpreter = interpreter
        self._languages = languages
        self._task: asyncio.Task[None] | None = None
        self._is_due = False
        self._wary_until = float("-inf")
        self._doubted: list[Message] = []
        self._stale: deque[Seq] = deque()

    def sweep(self) -> None:
        """Look through the whole room, unless it has the notes of the present glossary."""
        self._wary_until = self._world.clock.monotonic() + WARY_S
        self._is_due = True
        self._wake()

    def heard(self, message: Message) -> None:
        """A message came in just now."""
        if not message.deleted and self._world.clock.monotonic() < self._wary_until:
            self._doubted.append(message)
            self._wake()

    def retranslate(self, seq: Seq) -> None:
        """Make the translations of a message anew that would come out of something else now."""
        self._stale.append(seq)
        self._wake()

    async def close(self) -> None:
        """Stop; what is left to do is done when somebody comes back."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _wake(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    async def _work(self) -> None:
        state = ""
        try:
            while self._is_due or self._doubted or self._stale or state:
                if self._is_due:
                    self._is_due = False
                    state = await self._sweep()
                elif self._doubted:
                    doubted, self._doubted = self._doubted, []
                    await self._look(doubted, frozenset())
                elif self._stale:
                    await self._renew(self._stale.popleft())
                else:
                    await self._world.noting.set_noted(self._room, state)
                    state = ""
        except StoreError as error:
            log.error("the notes of room %s are not up to date: %s", self._room, error)

    async def _sweep(self) -> str:
        """Look at everything; the state of the glossary that the notes are of then. Begins anew
        when the glossary changes meanwhile."""
        world = self._world
        state = f"{world.glossary.revision}{world.peace.roll.rules(self._room).notes}"
        noted = await world.noting.noted(self._room)
        if noted == state:
            return ""
        changed = world.glossary.changed_since(noted.partition("~")[0]) or frozenset()
        before: Seq | None = None
        while not self._is_due:
            page = await world.store.history(self._room, before, SLICE, UND)
            if page is None:
                break
            await self._look(page.messages[::-1], changed)
            if not page.more:
                break
            before = page.messages[0].seq
        return state

    async def _look(self, messages: Sequence[Message], changed: frozenset[EntryId]) -> None:
        touched = await asyncio.to_thread(self._touched, messages, changed)
        # At once, for the store commits together what comes together.
        await asyncio.gather(*(self._renote(message, runs) for message, runs in touched))
        self._stale.extend(message.seq for message, _ in touched)

    def _touched(self, messages: Sequence[Message], changed: frozenset[EntryId]) -> Sequence[Found]:
        """Messages whose notes change, or in which a changed entry stands."""
        found: list[Found] = []
        for message in messages:
            if message.deleted:
                continue
            runs = self._world.composer.noted(message.runs, message.lang, self._room)
            there = (each for run in runs if run.entry for each in (run.entry, *run.also))
            if runs != message.runs or not changed.isdisjoint(there):
                found.append((message, runs))
        return found

    async def _renote(self, message: Message, runs: Runs) -> None:
        world = self._world
        after = await world.noting.renote(self._room, message.seq, message.rev, runs)
        if after is not None and after.at != message.at:
            await world.bus.publish(self._room, MessageChanged(after, fresh=False))

    async def _renew(self, seq: Seq) -> None:
        world = self._world
        message = await world.store.message(self._room, seq)
        if message is None or message.deleted:
            return
        for lang, memo in (await world.noting.memos(self._room, seq)).items():
            if memo == world.memo(self._interpreter.passage(message, lang)):
                continue
            if lang in self._languages():
                await self._interpreter.renew(message, lang)
            else:
                await world.noting.drop_translation(self._room, seq, message.rev, lang)
