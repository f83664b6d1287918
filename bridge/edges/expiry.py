"""Closes the sockets of accounts whose token has ended: signed out, removed, too old."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bridge.core.model import Role
from bridge.core.session import NO_IDENTITY
from bridge.edges.connection import Connection
from bridge.ports.accounts import Sessions
from bridge.ports.clock import Clock
from bridge.ports.reader import Reader


@dataclass(frozen=True, slots=True)
class Expiry:
    """Tokens end in other processes too (`bridge users`), so this has to look now and then."""

    readers: Callable[[], Sequence[Reader]]
    sessions: Sessions
    clock: Clock

    async def look(self) -> None:
        """Look now. A guest's token never ends."""
        connections = [
            each
            for each in self.readers()
            if isinstance(each, Connection) and each.user.role is not Role.GUEST
        ]
        if not connections:
            return
        tokens = {each.token for each in connections}
        living = await self.sessions.living(tokens, self.clock.now())
        for each in connections:
            if each.token not in living:
                each.close(NO_IDENTITY, "you are signed out; come in again")
