"""What moderators do: each act is checked against roles as they are now, stored, and counts at
once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bridge.core.events import MessageChanged
from bridge.core.model import Lang, Message, Millis, Role, RoomName, Seq, UserId
from bridge.core.moderation import Penalty, ReportId, Rules, Sanction, SanctionId
from bridge.core.peace_frames import Moderate
from bridge.core.roles import Power, may, outranks
from bridge.core.wordlist import ListedWord
from bridge.errors import ClientError, Code
from bridge.moderation.peace import Peace
from bridge.moderation.whereabouts import Whereabouts
from bridge.ports.accounts import Accounts
from bridge.ports.bus import Bus
from bridge.ports.clock import Clock
from bridge.ports.rulings import Rulings
from bridge.ports.store import Store

MINUTE_MS = 60_000
_ENDS = {
    "unmute": (Penalty.MUTE,),
    "unban": (Penalty.BAN, Penalty.BAN_ADDRESS),
}


@dataclass(frozen=True, slots=True)
class Order:
    """Mute or ban `user` in `room`, or everywhere; for so many minutes, or for good."""

    penalty: Penalty
    user: UserId
    room: RoomName | None
    minutes: int | None
    reason: str


class Moderator:
    """Nobody acts on themselves, or on somebody of the same or a higher role. Every method raises
    ClientError when the one who acts (`by`) may not, and StoreError when the disk refuses."""

    def __init__(
        self,
        store: Store,
        rulings: Rulings,
        accounts: Accounts,
        peace: Peace,
        whereabouts: Whereabouts,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._store = store
        self._rulings = rulings
        self._accounts = accounts
        self._peace = peace
        self._whereabouts = whereabouts
        self._bus = bus
        self._clock = clock

    async def obey(self, by: UserId, frame: Moderate) -> None:
        """Do what a frame says, in its room."""
        room = frame.room
        match frame.act:
            case "mute" | "ban" | "ban-address":
                order = Order(Penalty(frame.act), _person(frame), room, frame.minutes, frame.reason)
                await self.punish(by, order)
            case "unmute" | "unban":
                await self._lift_all(by, frame)
            case "slow":
                if frame.seconds is None:
                    raise ClientError(Code.BAD_FRAME, "slow needs `seconds`; 0 ends it")
                rules = replace(self._peace.roll.rules(room), slow_s=frame.seconds)
                await self.set_rules(by, room, rules)
            case "read-only":
                if frame.on is None:
                    raise ClientError(Code.BAD_FRAME, "read-only needs `on`: true or false")
                rules = replace(self._peace.roll.rules(room), read_only=frame.on)
                await self.set_rules(by, room, rules)

    async def punish(self, by: UserId, order: Order) -> Sanction:
        """Mute or ban somebody."""
        await self._over(by, order.user, order.room)
        addresses: tuple[str, ...] = ()
        if order.penalty is Penalty.BAN_ADDRESS:
            addresses = self._whereabouts.of(order.user)
            if not addresses:
                unknown = "they were not here since the server started; ban the account instead"
                raise ClientError(Code.GONE, unknown)
        now = self._clock.now()
        until = None if order.minutes is None else Millis(now + order.minutes * MINUTE_MS)
        sanction = await self._rulings.punish(
            *(order.penalty, order.user, order.room, until),
            *(addresses, order.reason, by, now),
        )
        if sanction is None:
            raise ClientError(Code.GONE, f'nobody has the id "{order.user}"')
        await self._peace.refresh()
        return sanction

    async def lift(self, by: UserId, sanction: SanctionId, reason: str) -> None:
        """End a mute or a ban."""
        found = await self._rulings.sanction(sanction)
        await self._check(by, found.room if found else None, Power.MODERATE)
        if not await self._rulings.lift(sanction, reason, by, self._clock.now()):
            raise ClientError(Code.GONE, f"there is no sanction {sanction}, or it has ended")
        await self._peace.refresh()

    async def set_rules(self, by: UserId, room: RoomName, rules: Rules) -> None:
        """How the room may be spoken in is for moderators, which notes it leaves out for
        curators; who changes neither may be either."""
        before = self._peace.roll.rules(room)
        await self._check(
            by, room, Power.CURATE if rules.manners == before.manners else Power.MODERATE
        )
        if not await self._rulings.set_rules(room, rules, by, self._clock.now()):
            raise ClientError(Code.NO_SUCH_ROOM, f'there is no room "{room[:64]}"')
        await self._peace.refresh()

    async def set_words(self, by: UserId, lang: Lang, words: Sequence[ListedWord]) -> None:
        """The word list of a language, for all rooms. What was said already stays as it is."""
        await self._check(by, None, Power.MODERATE)
        await self._rulings.set_words(lang, words, by, self._clock.now())
        await self._peace.refresh()

    async def resolve(self, by: UserId, report: ReportId, resolution: str, delete: bool) -> None:
        """Close a report, and delete the message if `delete`."""
        complaint = await self._rulings.complaint(report)
        await self._check(by, complaint.room if complaint else None, Power.MODERATE)
        if complaint is None or complaint.resolution is not None:
            raise ClientError(Code.GONE, f"there is no open report {report}")
        if delete and complaint.evidence is not None:
            request = f"report {report}"
            await self.delete(by, complaint.room, complaint.seq, resolution, request)
        await self._rulings.resolve(report, resolution, by, self._clock.now())

    async def delete(
        self, by: UserId, room: RoomName, seq: Seq, reason: str, request: str
    ) -> Message:
        """Take somebody else's message back."""
        before = await self._store.message(room, seq)
        if before is None or before.deleted:
            raise ClientError(Code.GONE, f"there is no message {seq} here, or it was deleted")
        await self._over(by, before.author, room)
        now = self._clock.now()
        message = await self._store.delete(room, seq, by, now, request, reason)
        if message is None:
            raise ClientError(Code.GONE, f"there is no message {seq} here, or it was deleted")
        if message.at != before.at:
            await self._bus.publish(room, MessageChanged(message, fresh=False))
        return message

    async def _lift_all(self, by: UserId, frame: Moderate) -> None:
        """End what keeps somebody silent or out in the frame's room alone."""
        await self._check(by, frame.room, Power.MODERATE)
        user, now = _person(frame), self._clock.now()
        for each in self._peace.roll.ruled.sanctions:
            is_meant = each.penalty in _ENDS[frame.act] and each.is_active(now)
            if is_meant and (each.user.id, each.room) == (user, frame.room):
                await self._rulings.lift(each.id, frame.reason, by, now)
        await self._peace.refresh()

    async def _over(self, by: UserId, user: UserId, room: RoomName | None) -> None:
        """Raises ClientError unless `by` may moderate there, and is above the other."""
        role = await self._check(by, room, Power.MODERATE)
        if not outranks(role, await self._accounts.role(user, room)):
            above = "you may not act on somebody whose role is as high as yours"
            raise ClientError(Code.NOT_YOURS, above)

    async def _check(self, by: UserId, room: RoomName | None, power: Power) -> Role:
        role = await self._accounts.role(by, room)
        if not may(role, power):
            # Not where: what is asked about by number may be in a room that is none of theirs.
            raise ClientError(Code.NOT_YOURS, f"you may not {power} there")
        return role


def _person(frame: Moderate) -> UserId:
    if frame.user is None:
        raise ClientError(Code.BAD_FRAME, f"{frame.act} needs `user`, the id of whom it is about")
    return frame.user
