"""Finds the room that a frame is for, and lets it act."""

import asyncio
from collections.abc import Iterable
from weakref import WeakValueDictionary

from bridge.core.client_frames import RoomFrame
from bridge.core.frames import AskPreview, Join, Leave
from bridge.core.limits import Allowance, Rate, is_room_name
from bridge.core.model import RoomName, Seq, UserId
from bridge.core.roll import Roll
from bridge.errors import ClientError, CloseSocket, Code
from bridge.ports.reader import Reader
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

    def admit(self, token: str | None, address: str) -> None:
        """Somebody is at the door. Raises CloseSocket for a newcomer from a banned address."""
        if token is None:
            self._world.guard.at_the_door(None, address)

    def enter(self, reader: Reader) -> Allowance:
        """Somebody connected. Their oldest socket gives way when there are too many. Raises
        CloseSocket for somebody who is banned."""
        self._world.guard.at_the_door(reader.user, reader.address)
        self._world.whereabouts.note(reader.user.id, reader.address)
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
        if (banned := self._world.guard.ban(reader, frame.room)) is not None:
            raise banned
        if isinstance(frame, Join):
            await self._join(reader, frame)
            return
        room = self._rooms.get(frame.room)
        if room is None:
            raise ClientError(Code.NOT_JOINED, f'join the room "{frame.room}" first')
        await room.act(reader, frame)

    async def enforce(self, before: Roll, after: Roll) -> None:
        """What is ruled changed: let it count on every open socket."""
        for reader in self.readers():
            try:
                self._world.guard.at_the_door(reader.user, reader.address)
            except CloseSocket as banned:
                reader.close(banned.close_code, banned.reason)
        for room in tuple(self._rooms.values()):
            await room.enforce(before, after)
            await self._close_idle(room)

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

    def renote(self) -> None:
        """The glossary changed: bring the notes in every open room up to date."""
        for room in self._rooms.values():
            room.renote()

    def retranslate(self, name: RoomName, seq: Seq) -> bool:
        """A message would be translated otherwise now: do so. False when its room is not open."""
        if room := self._rooms.get(name):
            room.retranslate(seq)
        return room is not None

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
