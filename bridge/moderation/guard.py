"""Asked before somebody comes in or says something: may they, here, now?"""

from collections import OrderedDict
from collections.abc import Iterable

from bridge.core.client_frames import ActFrame
from bridge.core.frames import Edit, Propose, React, Send
from bridge.core.model import Member, Millis, RoomName, User, UserId
from bridge.core.moderation import Sanction
from bridge.core.note_frames import Answer, Ask
from bridge.core.peace_frames import RoomRules, Standing
from bridge.core.roles import Power, may
from bridge.core.skeleton import another, mixed, skeleton
from bridge.core.wire_json import timestamp
from bridge.errors import ClientError, CloseSocket, Code
from bridge.moderation.peace import Peace
from bridge.ports.accounts import Accounts
from bridge.ports.clock import Clock
from bridge.ports.reader import Reader

BANNED = 4403
MOST_TURNS = 20_000
"""People whose last message in a slow room is remembered; past it, the longest silent one is
forgotten and may speak."""

FOREVER = Millis(253_402_300_799_000)
"""The end of the year 9999, for a mute without an end."""


class Guard:
    """Refuses; never acts. Everything but a role and a name is answered from memory."""

    def __init__(self, peace: Peace, accounts: Accounts, clock: Clock) -> None:
        self._peace = peace
        self._accounts = accounts
        self._clock = clock
        self._turns: OrderedDict[tuple[RoomName, UserId], float] = OrderedDict()

    def at_the_door(self, user: User | None, address: str) -> None:
        """Raises CloseSocket for somebody who is banned everywhere."""
        if (ban := self._peace.roll.ban(user, address, None, self._clock.now())) is not None:
            raise CloseSocket(BANNED, _told("you are banned here", ban))

    def ban(self, reader: Reader, room: RoomName) -> ClientError | None:
        """What to say to somebody who is banned from the room, or from everywhere."""
        ban = self._peace.roll.ban(reader.user, reader.address, room, self._clock.now())
        if ban is None:
            return None
        return ClientError(Code.BANNED, _told("you are banned from this room", ban), room=room)

    def name(self, reader: Reader, room: RoomName, present: Iterable[Member]) -> None:
        """Raises ClientError when the reader's name looks like somebody else's who is in the room,
        mixes alphabets, or holds a listed word. (What looks like an account's was refused at the
        door.)"""
        user, name = reader.user, reader.user.name
        others = {skeleton(each.name): each.name for each in present if each.id != user.id}
        why = ""
        if scripts := mixed(name):
            why = f"mixes {' and '.join(scripts)} letters"
        elif self._peace.words.spoken(name).covered != name:
            raise ClientError(Code.BAD_NAME, "this name holds a word that is not said here")
        elif (taken := others.get(skeleton(name))) is not None:
            why = f'looks like "{taken}", who is here'
        if why:
            free = another(name, others)
            said = f'the name "{name}" {why}; call yourself "{free}", for instance'
            raise ClientError(Code.BAD_NAME, said, suggestion=free, room=room)

    async def refuses(self, reader: Reader, room: RoomName, frame: ActFrame) -> ClientError | None:
        """Why somebody in the room may not do this; None when they may."""
        if not isinstance(frame, Send | Edit | React | Propose | Ask | Answer):
            return None
        if (muted := self.mute(reader.user.id, room)) is not None:
            wait = None if muted.until is None else (muted.until - self._clock.now()) / 1000
            return ClientError(Code.MUTED, _told("you are muted here", muted), wait)
        if isinstance(frame, React | Propose) or not self._peace.roll.rules(room).read_only:
            return None
        if await self.moderates(reader.user.id, room):
            return None
        return ClientError(Code.MUTED, "only moderators speak in this room just now")

    def mute(self, user: UserId, room: RoomName) -> Sanction | None:
        """What keeps them from speaking in the room."""
        return self._peace.roll.mute(user, room, self._clock.now())

    async def take_turn(self, user: UserId, room: RoomName) -> None:
        """Speak in a room, slowly where it is slow. Raises ClientError, `too-fast`."""
        slow_s = self._peace.roll.rules(room).slow_s
        if slow_s == 0:
            return
        key, now = (room, user), self._clock.monotonic()
        wait = self._turns.get(key, float("-inf")) + slow_s - now
        if wait > 0:
            if await self.moderates(user, room):
                return
            slow = f"this room is slow: one message each {slow_s} s; wait {wait:.0f} s"
            raise ClientError(Code.TOO_FAST, slow, round(wait, 1))
        self._turns.pop(key, None)
        self._turns[key] = now
        if len(self._turns) > MOST_TURNS:
            self._turns.popitem(last=False)

    async def moderates(self, user: UserId, room: RoomName | None) -> bool:
        """Whether they may moderate there, by what is on the disk now."""
        return may(await self._accounts.role(user, room), Power.MODERATE)

    async def standing(self, reader: Reader, room: RoomName) -> Standing:
        """How they stand in the room."""
        user = reader.user.id
        mute = self.mute(user, room)
        if mute is None:
            return Standing(room, None, "", await self.moderates(user, room))
        until = FOREVER if mute.until is None else mute.until
        return Standing(room, until, mute.reason, await self.moderates(user, room))

    def rules(self, room: RoomName) -> RoomRules:
        """How the room may be spoken in."""
        rules = self._peace.roll.rules(room)
        return RoomRules(room, rules.slow_s, rules.read_only)


def _told(what: str, sanction: Sanction) -> str:
    until = "" if sanction.until is None else f" until {timestamp(sanction.until)}"
    return f"{what}{until}" + (f": {sanction.reason}" if sanction.reason else "")
