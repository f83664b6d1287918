"""Makes accounts and links to them, the same way for the page and for the command line."""

from dataclasses import dataclass

from bridge.core.accounts import GRANTED, GRANTED_IN_ROOM, LINK_MS, Account
from bridge.core.limits import is_room_name
from bridge.core.model import Millis, Role, RoomName, UserId
from bridge.core.normalise import display_name
from bridge.core.skeleton import mixed
from bridge.edges.tokens import digest, fresh, fresh_user
from bridge.ports.accounts import Accounts, NotGranted
from bridge.ports.clock import Clock


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is done on behalf of `by`, an administrator; None is the command line."""

    accounts: Accounts
    clock: Clock

    async def add(
        self, name: str, role: Role, room: RoomName | None, by: UserId | None
    ) -> tuple[Account, str]:
        """A new account, with `role` everywhere or in one room, and the secret of its link. Raises
        NameTaken, NotGranted."""
        _assert_name(name)
        assert_role(role, room)
        account = Account(
            id=fresh_user(),
            name=name,
            role=role if room is None else Role.MEMBER,
            made=self.clock.now(),
            rooms={} if room is None else {room: role},
        )
        await self.accounts.add(account, by)
        return account, await self.link(account.id, by) or ""

    async def link(self, user: UserId, by: UserId | None) -> str | None:
        """The secret of a new link, good for 48 hours; None when there is no such account."""
        secret = fresh()
        now = self.clock.now()
        until = Millis(now + LINK_MS)
        return secret if await self.accounts.offer(user, digest(secret), by, now, until) else None

    async def grant(
        self, user: UserId, role: Role, room: RoomName | None, by: UserId | None
    ) -> bool:
        """Give the role in place of the one that they have there. False when there is no such
        account. Raises NotGranted."""
        assert_role(role, room)
        return await self.accounts.grant(user, role, room, by, self.clock.now())


def address(base: str, secret: str) -> str:
    """The link as people get it. What stands behind `#` no browser sends, and so no log holds."""
    return f"{base.rstrip('/')}/curate#welcome={secret}"


def assert_role(role: Role, room: RoomName | None) -> None:
    """Raises NotGranted when accounts do not have this role, there or everywhere."""
    if room is not None and not is_room_name(room):
        raise NotGranted(f'"{room[:64]}" is no name of a room; it has a-z, 0-9 and - alone')
    choice = GRANTED if room is None else GRANTED_IN_ROOM
    if role not in choice:
        where = "" if room is None else " in a room"
        raise NotGranted(f"nobody can be {role}{where}; choose {', '.join(choice)}")


def _assert_name(name: str) -> None:
    cleaned = display_name(name)
    if not cleaned:
        raise NotGranted("an account needs a name that can be seen")
    if cleaned != name:
        raise NotGranted(f"this name cannot be shown as it is; it would become {cleaned!r}")
    if scripts := mixed(name):
        raise NotGranted(f"the name mixes {' and '.join(scripts)} letters, which deceives")
