"""What listed words do to somebody who speaks: they are covered, or the message waits."""

from dataclasses import dataclass

from bridge.core.events import Declined, MessageChanged
from bridge.core.model import Draft, RoomName, UserId
from bridge.core.moderation import HeldId, Utterance
from bridge.core.roles import Power, may
from bridge.errors import ClientError, Code
from bridge.ports.accounts import Accounts
from bridge.ports.bus import Bus
from bridge.ports.clock import Clock
from bridge.ports.rulings import Rulings
from bridge.ports.store import Store

HELD = "it holds a word that a moderator looks at first; it is said when they let it through"
DECLINED = "a moderator did not let this through"


@dataclass(frozen=True, slots=True)
class Holding:
    """Keeps messages for the moderators, and does what they decide."""

    store: Store
    rulings: Rulings
    accounts: Accounts
    bus: Bus
    clock: Clock

    async def hold(self, utterance: Utterance) -> ClientError:
        """Keep it; what to tell whoever said it."""
        waits = await self.rulings.hold(utterance, self.clock.now())
        return ClientError(Code.HELD, HELD) if waits else ClientError(Code.DECLINED, DECLINED)

    async def decide(self, by: UserId, held: HeldId, release: bool, reason: str) -> None:
        """Say it as by its author, or drop it. Raises ClientError when `by` may not, and when
        nothing waits by that number."""
        found = await self.rulings.waiting(held)
        room = found.utterance.room if found else None
        if not may(await self.accounts.role(by, room), Power.MODERATE):
            raise ClientError(Code.NOT_YOURS, "only a moderator decides what is held")
        if found is None:
            raise ClientError(Code.GONE, f"nothing with the number {held} waits")
        if release:
            # Said first, crossed off second: if this ends in between, it can be done again.
            await self._say(found.utterance)
        await self.rulings.decide(held, release, reason, by, self.clock.now())
        if not release:
            await self._decline(found.utterance, reason)

    async def _say(self, said: Utterance) -> None:
        room, author, now = said.room, said.author, self.clock.now()
        if said.seq is None:
            draft = Draft(
                said.client_id, author.id, author.name, said.lang, said.runs, said.reply_to
            )
            message, is_new = await self.store.append(room, draft, now)
            if is_new:
                await self.bus.publish(room, MessageChanged(message, fresh=True))
            return
        edited = await self.store.edit(room, said.seq, said.lang, said.runs, now, said.client_id)
        if edited is not None:
            await self.bus.publish(room, MessageChanged(edited, fresh=True))

    async def _decline(self, said: Utterance, reason: str) -> None:
        why = f"{DECLINED}: {reason}" if reason else DECLINED
        room = RoomName(said.room)
        await self.bus.publish(room, Declined(room, said.author.id, said.client_id, why))
