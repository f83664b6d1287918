"""Accounts, a port: who may do what, and who is signed in."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from bridge.core.accounts import Account
from bridge.core.model import Millis, Role, RoomName, UserId
from bridge.errors import BridgeError


class NameTaken(BridgeError):
    """An account of that name, or of one that looks the same, is there already. Nothing was
    done."""

    def __init__(self, name: str, holder: str) -> None:
        looks = "" if name == holder else f", which looks the same as {name}"
        super().__init__(f"there is an account named {holder}{looks}; choose another name")


class NotGranted(BridgeError):
    """An account cannot have this name or this role; says why. Nothing was done."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What a password is compared with: its argon2 hash; None when none was chosen yet."""

    user: UserId
    password: str | None


class Accounts(Protocol):
    """Keep accounts and their roles.

    What is read is what is on the disk now, whoever changed it: a role that was taken is gone with
    the next question. A method that changes something returns after the commit, and writes the
    audit log in the same transaction; `by` None is the command line. All raise `StoreUnavailable`
    when the disk refuses.
    """

    async def role(self, user: UserId, room: RoomName | None) -> Role:
        """The highest role that they have there; everywhere, where `room` is None. A guest's for
        whoever has no account."""

    async def account(self, user: UserId) -> Account | None:
        """One account."""

    async def accounts(self) -> tuple[Account, ...]:
        """All of them, by name."""

    async def holder(self, name: str) -> Account | None:
        """The account whose name looks the same as `name` (`core.skeleton`)."""

    async def add(self, account: Account, by: UserId | None) -> None:
        """Make an account with all its roles. Raises NameTaken."""

    async def grant(
        self, user: UserId, role: Role, room: RoomName | None, by: UserId | None, now: Millis
    ) -> bool:
        """Make `role` theirs, everywhere or in one room, in place of the one they had there. False
        when there is no such account."""

    async def remove(self, user: UserId, by: UserId | None, now: Millis) -> bool:
        """Take the account with all its roles, sign-ins and tokens. What they wrote stays, under
        their name. False when there is none."""

    async def offer(
        self, user: UserId, link: str, by: UserId | None, now: Millis, until: Millis
    ) -> bool:
        """Let whoever has the link (`link` is its hash) choose the password, once. Earlier links
        end. False when there is no such account."""


class Sessions(Protocol):
    """Keep who is signed in. Secrets come as hashes, and what has ended is not found.

    A method that changes something returns after the commit. All raise `StoreUnavailable` when the
    disk refuses.
    """

    async def secret(self, name: str) -> Secret | None:
        """What a password for the account that looks like `name` is compared with."""

    async def offered(self, link: str, now: Millis) -> Account | None:
        """Whose link this is."""

    async def redeem(self, link: str, password: str, session: str, now: Millis) -> Account | None:
        """Use a link up: `password` (its hash) is theirs from now on, every earlier sign-in and
        token of theirs ends, and `session` begins. None when the link has ended."""

    async def begin(self, user: UserId, session: str, now: Millis, instead: str | None) -> None:
        """Sign in; the session `instead` ends with its tokens."""

    async def signed_in(self, session: str, now: Millis) -> Account | None:
        """Whose session this is; it counts as used now."""

    async def end(self, session: str) -> None:
        """Sign out: the session ends, and every token that it gave."""

    async def give_token(self, session: str, token: str, now: Millis) -> bool:
        """A token to talk with, good as long as a sign-in can last. False: the session has
        ended."""

    async def living(self, tokens: Collection[str], now: Millis) -> frozenset[str]:
        """Which of these tokens still open the door."""
