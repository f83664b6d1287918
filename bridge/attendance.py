"""Who is in the room on this node, told to the room a few times a second at most."""

import asyncio

from bridge.audience import Audience
from bridge.core.answers import PresenceChanged
from bridge.core.model import Member, RoomName
from bridge.core.presence import Presence
from bridge.ports.reader import Reader

TELL_S = 0.2
"""Comings and goings are told together this often: a thousand people joining is news once."""


class Attendance:
    """Readers by socket, members by person."""

    def __init__(self, room: RoomName, audience: Audience) -> None:
        self._room = room
        self._audience = audience
        self._presence = Presence()
        self._seated: dict[Reader, Member] = {}
        self._timer: asyncio.TimerHandle | None = None

    def __contains__(self, reader: Reader) -> bool:
        return reader in self._seated

    def __len__(self) -> int:
        return len(self._seated)

    def members(self) -> tuple[Member, ...]:
        """Everybody here, each person once."""
        return self._presence.members()

    def names(self) -> frozenset[str]:
        """What the people here call themselves."""
        return frozenset(member.name for member in self.members())

    def enter(self, reader: Reader) -> None:
        """A reader came in, or reads another language now."""
        before = self._seated.get(reader)
        member = Member(reader.user.id, reader.user.name, reader.lang)
        self._seated[reader] = member
        self._presence.enter(member)
        if before is not None:
            self._presence.leave(before)
        self._tell_soon()

    def leave(self, reader: Reader) -> None:
        """A reader left. Leaving twice is leaving once."""
        member = self._seated.pop(reader, None)
        if member is not None:
            self._presence.leave(member)
            self._tell_soon()

    def close(self) -> None:
        """Tell nobody any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _tell_soon(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(TELL_S, self._tell)

    def _tell(self) -> None:
        self._timer = None
        if difference := self._presence.difference():
            self._audience.tell(PresenceChanged(self._room, difference.joined, difference.left))
