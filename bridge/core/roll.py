"""Who is banned or muted where, and how a room may be spoken in: one look each."""

from collections import defaultdict
from collections.abc import Iterable

from bridge.core.model import Millis, Role, RoomName, User, UserId
from bridge.core.moderation import FREE, Penalty, Ruled, Rules, Sanction


class Roll:
    """Everything that is ruled, arranged for asking. Times are asked for, so what ends by itself
    has ended here."""

    def __init__(self, ruled: Ruled) -> None:
        self.ruled = ruled
        self._bans: defaultdict[str, list[Sanction]] = defaultdict(list)
        self._mutes: defaultdict[UserId, list[Sanction]] = defaultdict(list)
        for each in ruled.sanctions:
            if each.penalty is Penalty.MUTE:
                self._mutes[each.user.id].append(each)
                continue
            self._bans[each.user.id].append(each)
            for address in each.addresses:
                self._bans[_at(address)].append(each)

    def ban(
        self, user: User | None, address: str, room: RoomName | None, now: Millis
    ) -> Sanction | None:
        """What keeps them out of `room` (None: of everything). `user` None: nobody yet, or nobody
        knows. An address keeps only guests out: whoever has an account can be banned by it, and
        must not suffer for a neighbour."""
        found = [] if user is None else self._bans.get(user.id, [])
        if user is None or user.role is Role.GUEST:
            found = [*found, *self._bans.get(_at(address), [])]
        return _longest(found, room, now)

    def mute(self, user: UserId, room: RoomName, now: Millis) -> Sanction | None:
        """What keeps them from speaking there."""
        return _longest(self._mutes.get(user, []), room, now)

    def mutes(self, user: UserId) -> tuple[Sanction, ...]:
        """All that keeps them silent somewhere."""
        return tuple(self._mutes.get(user, ()))

    def rules(self, room: RoomName) -> Rules:
        """How the room may be spoken in."""
        return self.ruled.rules.get(room, FREE)


def _at(address: str) -> str:
    """No user's id looks like that."""
    return f"address {address}"


def _longest(sanctions: Iterable[Sanction], room: RoomName | None, now: Millis) -> Sanction | None:
    found = [each for each in sanctions if each.holds(room, now)]
    return max(found, key=lambda each: (each.until is None, each.until or 0), default=None)
