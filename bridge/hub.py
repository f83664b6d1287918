"""Finds the room that a frame is for, and lets it act."""

import asyncio
from collections.abc import Iterable
from weakref import WeakValueDictionary

from bridge.core.frames import (
    AskHistory,
    AskPreview,
    AskTranslation,
    Delete,
    Edit,
    Join,
    Leave,
    Propose,
    React,
    ReadNow,
    RoomFrame,
    Send,
    TypingNow,
)
from bridge.core.limits import Allowance, Rate, is_room_name
from bridge.core.model import RoomName, UserId
from bridge.errors import ClientError, Code
from bridge.ports import Reader
from bridge.room import Room
from bridge.world import World

REPLACED = 4409


class Hub:
    """All rooms that are open on this node, and everybody in them."""

    def __init__(
        self, world: World, closed_rooms: bool, speech: Rate, sockets_per_user: int
    ) -> None:
        self._world = world
        self._closed_rooms = closed_rooms
        self._speech = speech
        self._sockets_per_user = sockets_per_user
        self._rooms: dict[RoomName, Room] = {}
        self._opening = asyncio.Lock()
        self._readers: dict[UserId, list[Reader]] = {}
        self._allowances: WeakValueDictionary[UserId, Allowance] = WeakValueDictionary()

    def enter(self, reader: Reader) -> Allowance:
        """Somebody connected. Their oldest socket gives way when there are too many."""
        readers = self._readers.setdefault(reader.user.id, [])
        readers.append(reader)
        for oldest in readers[: -self._sockets_per_user]:
            oldest.close(REPLACED, f"you opened more than {self._sockets_per_user} connections")
        allowance = self._allowances.get(reader.user.id)
        if allowance is None:
            allowance = Allowance(self._speech)
            self._allowances[reader.user.id] = allowance
        return allowance

    async def act(self, reader: Reader, frame: RoomFrame) -> None:
        """Do what the frame says. Raises ClientError or StoreError; answers go to the reader."""
        if isinstance(frame, Leave):
            await self._leave(reader, frame.room)
            return
        if isinstance(frame, Join):
            await self._join(reader, frame)
            return
        room = self._rooms.get(frame.room)
        if room is None:
            raise ClientError(Code.NOT_JOINED, f'join the room "{frame.room}" first')
        match frame:
            case Send():
                await room.send(reader, frame)
            case Edit():
                await room.edit(reader, frame)
            case Delete():
                await room.delete(reader, frame)
            case React():
                await room.react(reader, frame)
            case TypingNow():
                await room.typing(reader)
            case ReadNow(seq=seq):
                await room.read(reader, seq)
            case AskHistory():
                await room.history(reader, frame)
            case AskTranslation():
                await room.ask_translation(reader, frame)
            case Propose():
                await room.propose(reader, frame)

    def preview(self, reader: Reader, frame: AskPreview) -> None:
        """Answer behind whatever the reader does next; a newer question replaces theirs."""
        self._world.mirror.ask(reader, frame)

    async def change_lang(self, reader: Reader, rooms: Iterable[RoomName]) -> None:
        """The reader reads another language, in the `rooms` where they are."""
        for name in tuple(rooms):
            if room := self._rooms.get(name):
                await room.change_lang(reader)

    async def exit(self, reader: Reader, rooms: Iterable[RoomName]) -> None:
        """The connection is gone, and with it the reader from `rooms`."""
        readers = self._readers.get(reader.user.id, [])
        if reader in readers:
            readers.remove(reader)
        if not readers:
            self._readers.pop(reader.user.id, None)
        self._world.mirror.forget(reader)
        for name in tuple(rooms):
            await self._leave(reader, name)

    def readers(self) -> tuple[Reader, ...]:
        """Everybody connected to this node."""
        return tuple(reader for readers in self._readers.values() for reader in readers)

    async def close(self) -> None:
        """Close every room."""
        for room in tuple(self._rooms.values()):
            await room.close()
        self._rooms.clear()

    async def _open(self, name: RoomName) -> Room:
        # One at a time: two who open the same room at once must get the same one.
        async with self._opening:
            room = self._rooms.get(name)
            if room is not None:
                return room
            state = None
            if is_room_name(name):
                state = await self._world.store.open_room(
                    name, self._world.clock.now(), create=not self._closed_rooms
                )
            if state is None:
                raise ClientError(Code.NO_SUCH_ROOM, f'there is no room "{name[:64]}"')
            room = Room(name, self._world)
            await room.open()
            self._rooms[name] = room
            return room

    async def _join(self, reader: Reader, frame: Join) -> None:
        room = await self._open(frame.room)
        try:
            await room.join(reader, frame)
        finally:
            await self._close_idle(room)

    async def _leave(self, reader: Reader, name: RoomName) -> None:
        room = self._rooms.get(name)
        if room is not None:
            room.leave(reader)
            await self._close_idle(room)

    async def _close_idle(self, room: Room) -> None:
        """Forget a room that nobody is in, so that memory follows the people, not the names."""
        if room.is_empty() and self._rooms.get(room.name) is room:
            del self._rooms[room.name]
            await room.close()
