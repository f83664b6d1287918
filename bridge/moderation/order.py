"""Order in one room: reports, what moderators ask for, and everybody told how they stand."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from bridge.audience import Audience
from bridge.core.answers import Refusal, refusal_of
from bridge.core.events import Declined
from bridge.core.model import Role, RoomName
from bridge.core.peace_frames import Done, Moderate, Report, Standing
from bridge.core.roll import Roll
from bridge.core.wire import packet
from bridge.errors import ClientError, Code
from bridge.ports.reader import Reader
from bridge.world import World


class Order:
    """Tells; what is ruled is decided by the moderator and the guard."""

    def __init__(self, room: RoomName, world: World, audience: Audience) -> None:
        self._room = room
        self._world = world
        self._audience = audience
        self._stands: WeakKeyDictionary[Reader, Standing] = WeakKeyDictionary()

    async def act(self, reader: Reader, frame: Report | Moderate) -> None:
        """Do it, and say that it is done."""
        world = self._world
        if isinstance(frame, Moderate):
            await world.moderator.obey(reader.user.id, frame)
        elif not await world.rulings.report(
            self._room, frame.seq, reader.user.id, _reason(frame), world.clock.now()
        ):
            gone = f"there is no message {frame.seq} here, or it was deleted"
            raise ClientError(Code.GONE, gone)
        reader.deliver(packet(Done(frame.id)))

    async def welcome(self, reader: Reader) -> None:
        """Tell somebody who came in what is not as usual."""
        guard = self._world.guard
        rules = guard.rules(self._room)
        if rules.slow_s or rules.read_only:
            reader.deliver(packet(rules))
        self._stands[reader] = Standing(self._room, None, "", may_moderate=False)
        await self._stand(reader)

    async def enforce(self, before: Roll, after: Roll, put_out: Callable[[Reader], None]) -> None:
        """Put out who is banned, and tell everybody else what changed for them."""
        guard = self._world.guard
        if before.rules(self._room).manners != after.rules(self._room).manners:
            self._audience.tell(guard.rules(self._room))
        for reader in self._audience.readers():
            if (banned := guard.ban(reader, self._room)) is not None:
                put_out(reader)
                reader.deliver(packet(refusal_of(banned, None)))
            elif reader.user.role is not Role.GUEST or (
                before.mutes(reader.user.id) != after.mutes(reader.user.id)
            ):
                # Whoever has an account may have another role now.
                await self._stand(reader)

    async def _stand(self, reader: Reader) -> None:
        """Tell how they stand here, when that is not how they were told to."""
        standing = await self._world.guard.standing(reader, self._room)
        if self._stands.get(reader) not in (None, standing):
            self._stands[reader] = standing
            reader.deliver(packet(standing))

    def tell(self, declined: Declined) -> None:
        """A moderator declined what somebody wanted to say."""
        refusal = packet(Refusal(declined.request, Code.DECLINED, declined.why))
        for reader in self._audience.readers():
            if reader.user.id == declined.user:
                reader.deliver(refusal)


def _reason(frame: Report) -> str:
    return " ".join(frame.reason.split())
