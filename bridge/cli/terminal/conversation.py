"""One person in one room at a terminal: what they type goes out, what happens is shown."""

import asyncio
import contextlib
import math
from collections.abc import AsyncIterator, Callable, Iterable

from bridge.cli.terminal.cards import Cards, in_short
from bridge.cli.terminal.commands import Command, Quit, Say
from bridge.cli.terminal.lines import Line, wrong
from bridge.cli.terminal.orders import Orders
from bridge.cli.terminal.screen import Screen
from bridge.cli.terminal.transcript import HOLD_S, Transcript
from bridge.client import BridgeClient, CaughtUp, Disconnected, Ended, Joined, Message, Room
from bridge.core.model import EntryId, Lang
from bridge.errors import BridgeError

FAREWELL_S = 3.0
"""How long somebody who leaves waits for what they said last."""


class _Left(Exception):
    """Ends the tasks of a conversation that is over."""


class Conversation:
    """Runs until there is nothing more to say. `unsent`: orders that the server has not answered;
    `failed`: orders that it refused. `changed` is called when one of these, or the connection,
    is different."""

    def __init__(
        self,
        client: BridgeClient,
        room: Room,
        transcript: Transcript,
        screen: Screen,
        cards: Cards,
        changed: Callable[[], None],
    ) -> None:
        self.unsent = 0
        self.failed = 0
        self.is_away = False
        self._client = client
        self._room = room
        self._transcript = transcript
        self._screen = screen
        self._cards = cards
        self._changed = changed
        self._orders = Orders(client, room, transcript, screen, cards)
        self._noted: set[EntryId] = set()
        self._caught_up = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    async def at_a_prompt(self, commands: AsyncIterator[Command]) -> None:
        """Carry out commands as they come; nobody waits for the answer before typing on."""
        async with self._listening() as tasks:
            async for command in commands:
                if isinstance(command, Quit):
                    break
                self._order(tasks, command)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(FAREWELL_S):
                    await self._idle.wait()

    async def from_a_pipe(self, lines: AsyncIterator[str]) -> None:
        """Say one line after the other; at their end, print what the room has told us."""
        async with self._listening() as tasks:
            async for text in lines:
                await self._order(tasks, Say(text))
            await self._caught_up.wait()
            self._show(tasks, self._transcript.release(math.inf))

    @contextlib.asynccontextmanager
    async def _listening(self) -> AsyncIterator[asyncio.TaskGroup]:
        """Show what happens in the room meanwhile. Raises Ended when it is over for good."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._listen(tasks))
                yield tasks
                raise _Left
        except ExceptionGroup as together:
            errors = [each for each in together.exceptions if not isinstance(each, _Left)]
            if errors:
                raise errors[0] from None

    async def _listen(self, tasks: asyncio.TaskGroup) -> None:
        clock = asyncio.get_running_loop()
        async for event in self._room:
            if isinstance(event, Disconnected | Joined):
                self.is_away = isinstance(event, Disconnected)
                self._changed()
            self._show(tasks, self._transcript.take(event, clock.time()))
            if isinstance(event, CaughtUp):
                self._caught_up.set()
            if isinstance(event, Message):
                tasks.create_task(self._release_later(tasks))

    async def _release_later(self, tasks: asyncio.TaskGroup) -> None:
        await asyncio.sleep(HOLD_S)
        self._show(tasks, self._transcript.release(asyncio.get_running_loop().time()))

    def _show(self, tasks: asyncio.TaskGroup, lines: Iterable[Line]) -> None:
        """Print, and explain what was printed; the past is explained when somebody asks."""
        self._screen.show(lines)
        for message in self._transcript.just_printed():
            entries = {run.entry for run in message.runs if run.entry} - self._noted
            if entries and self._caught_up.is_set():
                self._noted |= entries
                tasks.create_task(self._explain(sorted(entries)))

    async def _explain(self, entries: list[EntryId]) -> None:
        for each in entries:
            card = await self._cards.card(each, Lang(self._client.lang))
            if card is not None and card.gloss:
                self._screen.show([in_short(card)])

    def _order(self, tasks: asyncio.TaskGroup, command: Command) -> "asyncio.Task[None]":
        self.unsent += 1
        self._idle.clear()
        self._changed()
        return tasks.create_task(self._carry_out(command))

    async def _carry_out(self, command: Command) -> None:
        """What the server refuses is told; when it ends the connection, all of it is over."""
        try:
            await self._orders.carry_out(command)
        except Ended:
            raise
        except BridgeError as error:
            self.failed += 1
            self._screen.show([wrong(str(error))])
        self.unsent -= 1
        if not self.unsent:
            self._idle.set()
        self._changed()
