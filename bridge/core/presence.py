"""Who is in a room: people, not sockets; two tabs of one person are one member."""

from dataclasses import dataclass, field

from bridge.core.model import Member, UserId


@dataclass(frozen=True, slots=True)
class Difference:
    """What to tell the room: members to add or replace, and people to take away."""

    joined: tuple[Member, ...]
    left: tuple[UserId, ...]

    def __bool__(self) -> bool:
        return bool(self.joined or self.left)


@dataclass(slots=True)
class Presence:
    """Counts sockets per person, and collects changes until somebody asks for them.

    Coming and going between two questions cancel out, so a reload of the page is no news.
    """

    _sockets: dict[UserId, list[Member]] = field(default_factory=dict)
    _told: dict[UserId, Member] = field(default_factory=dict)
    _touched: dict[UserId, None] = field(default_factory=dict)

    def enter(self, member: Member) -> None:
        """One more socket of this person; the newest one's language is shown."""
        self._sockets.setdefault(member.id, []).append(member)
        self._touched[member.id] = None

    def leave(self, member: Member) -> None:
        """One socket fewer: the one that entered as `member`."""
        left = self._sockets[member.id]
        left.remove(member)
        if not left:
            del self._sockets[member.id]
        self._touched[member.id] = None

    def members(self) -> tuple[Member, ...]:
        """Everybody here, in the order in which they came."""
        return tuple(sockets[-1] for sockets in self._sockets.values())

    def difference(self) -> Difference:
        """What changed since the last call."""
        joined: list[Member] = []
        left: list[UserId] = []
        for user in self._touched:
            now = self._sockets[user][-1] if user in self._sockets else None
            before = self._told.get(user)
            if now is None and before is not None:
                left.append(user)
                del self._told[user]
            elif now is not None and now != before:
                joined.append(now)
                self._told[user] = now
        self._touched.clear()
        return Difference(tuple(joined), tuple(left))
