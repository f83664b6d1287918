"""People who sign in: what is known of them, and for how long a sign-in holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bridge.core.model import Millis, Role, RoomName, UserId
from bridge.core.roles import highest

MINUTE_MS = 60 * 1000
HOUR_MS = 60 * MINUTE_MS
LINK_MS = 48 * HOUR_MS
"""A one-time link that nobody opens ends after two days."""
IDLE_MS = 12 * HOUR_MS
LONGEST_MS = 7 * 24 * HOUR_MS
"""A sign-in ends when it was not used for 12 hours, and after 7 days in any case."""
SEEN_MS = MINUTE_MS
"""How exactly the last use is remembered: not every request has to write to the disk."""
LEAST_PASSWORD = 10
MOST_PASSWORD = 1024
"""Characters. Longer ones only cost the server time."""
GRANTED = (Role.MEMBER, Role.CURATOR, Role.MODERATOR, Role.ADMIN)
"""What an account may be; guests have none."""
GRANTED_IN_ROOM = (Role.MEMBER, Role.CURATOR, Role.MODERATOR)
"""What it may be in one room. A member has no powers there but those that it has everywhere."""


class Unfit(StrEnum):
    """Why a password is not taken."""

    SHORT = f"a password has at least {LEAST_PASSWORD} characters; take a sentence"
    LONG = f"a password has at most {MOST_PASSWORD:,} characters"
    NAME = "the password is the name; take something that nobody can guess"
    ALIKE = "the password repeats a character or two; take a sentence"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in by `name` and a password, once they have `chosen` one. `role` holds
    everywhere, those of `rooms` there in addition. `seen` is their last sign-in that is known."""

    id: UserId
    name: str
    role: Role
    made: Millis
    rooms: Mapping[RoomName, Role]
    chosen: bool = False
    seen: Millis | None = None

    def role_in(self, room: RoomName | None) -> Role:
        """What they are there; everywhere, where `room` is None."""
        return highest(self._roles(room))

    def _roles(self, room: RoomName | None) -> Iterator[Role]:
        yield self.role
        if room is not None and room in self.rooms:
            yield self.rooms[room]


def unfit(password: str, name: str) -> Unfit | None:
    """Why the account `name` should not have this password; None: it may. What is long is not
    asked to hold digits or signs: that makes passwords short and forgotten."""
    if len(password) < LEAST_PASSWORD:
        return Unfit.SHORT
    if len(password) > MOST_PASSWORD:
        return Unfit.LONG
    if password.casefold().strip() == name.casefold():
        return Unfit.NAME
    if len(set(password)) < 3:
        return Unfit.ALIKE
    return None
