"""What whoever keeps accounts promises (`accounts.Accounts`). Another one inherits it."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bridge.core.accounts import Account
from bridge.core.model import Role, User, UserId
from bridge.ports.accounts import Accounts, NameTaken, Sessions
from bridge.ports.audit import Audit
from bridge.ports.store import Store
from tests.contracts.drafts import LOBBY, MEI, NOON, TEA, TOM, later

ROOT = UserId("u-root")
GUEST = UserId("u-guest")


@dataclass(frozen=True)
class Kept:
    """The ports of one place."""

    store: Store
    accounts: Accounts
    sessions: Sessions
    audit: Audit


def account(user: UserId, name: str, role: Role = Role.CURATOR) -> Account:
    """Nobody has opened its link yet."""
    return Account(user, name, role, NOON, {})


class AccountsContract(ABC):
    """Inherit, and yield an empty place from `kept`."""

    @pytest.fixture
    @abstractmethod
    def kept(self) -> AsyncIterator[Kept]:
        """A fresh one, closed afterwards."""

    @pytest.fixture
    def accounts(self, kept: Kept) -> Accounts:
        return kept.accounts

    async def test_who_has_no_account_is_a_guest(self, kept: Kept) -> None:
        await kept.store.add_user(User(GUEST, "Ann"), "hash", NOON)
        assert await kept.accounts.role(GUEST, None) is Role.GUEST
        assert await kept.accounts.role(UserId("u-nobody"), TEA) is Role.GUEST
        assert await kept.accounts.account(GUEST) is None

    async def test_a_role_holds_everywhere(self, accounts: Accounts) -> None:
        await accounts.add(account(MEI, "Mei"), None)
        assert await accounts.role(MEI, None) is Role.CURATOR
        assert await accounts.role(MEI, TEA) is Role.CURATOR
        assert await accounts.account(MEI) == account(MEI, "Mei")

    async def test_a_role_in_a_room_holds_there_alone(self, accounts: Accounts) -> None:
        await accounts.add(account(MEI, "Mei", Role.MEMBER), None)
        assert await accounts.grant(MEI, Role.MODERATOR, TEA, None, NOON)
        assert await accounts.role(MEI, TEA) is Role.MODERATOR
        assert await accounts.role(MEI, LOBBY) is Role.MEMBER
        assert await accounts.role(MEI, None) is Role.MEMBER

    async def test_the_higher_of_two_roles_counts(self, accounts: Accounts) -> None:
        await accounts.add(account(MEI, "Mei", Role.ADMIN), None)
        await accounts.grant(MEI, Role.CURATOR, TEA, None, NOON)
        assert await accounts.role(MEI, TEA) is Role.ADMIN

    async def test_a_role_that_was_taken_is_gone(self, accounts: Accounts) -> None:
        await accounts.add(account(MEI, "Mei", Role.ADMIN), None)
        await accounts.grant(MEI, Role.MODERATOR, TEA, None, NOON)
        await accounts.grant(MEI, Role.MEMBER, None, None, NOON)
        await accounts.grant(MEI, Role.MEMBER, TEA, None, NOON)
        assert await accounts.role(MEI, TEA) is Role.MEMBER

    async def test_a_role_needs_an_account(self, kept: Kept) -> None:
        await kept.store.add_user(User(GUEST, "Ann"), "hash", NOON)
        assert not await kept.accounts.grant(GUEST, Role.ADMIN, None, None, NOON)
        assert await kept.accounts.role(GUEST, None) is Role.GUEST
        assert not await kept.accounts.offer(GUEST, "link", None, NOON, later(1))

    @pytest.mark.parametrize("name", ["Mei", "mei", "ＭＥＩ", "Меі", "m\u200bei"])
    async def test_no_two_accounts_look_alike(self, accounts: Accounts, name: str) -> None:
        await accounts.add(account(MEI, "Mei"), None)
        with pytest.raises(NameTaken, match="there is an account named Mei"):
            await accounts.add(account(TOM, name), None)
        assert await accounts.accounts() == (account(MEI, "Mei"),)
        assert await accounts.holder(name) == account(MEI, "Mei")

    async def test_a_removed_account_leaves_its_name_and_no_powers(self, kept: Kept) -> None:
        await kept.accounts.add(account(MEI, "Mei", Role.ADMIN), None)
        await kept.accounts.grant(MEI, Role.MODERATOR, TEA, None, NOON)
        assert await kept.accounts.remove(MEI, None, NOON)
        assert not await kept.accounts.remove(MEI, None, NOON)
        assert await kept.accounts.role(MEI, TEA) is Role.GUEST
        await kept.accounts.add(account(TOM, "Mei", Role.MEMBER), None)
        assert await kept.accounts.role(TOM, TEA) is Role.MEMBER

    async def test_accounts_are_listed_by_name(self, accounts: Accounts) -> None:
        await accounts.add(account(TOM, "Tom"), None)
        await accounts.add(account(MEI, "Mei"), None)
        assert [each.name for each in await accounts.accounts()] == ["Mei", "Tom"]

    async def test_every_change_is_in_the_log(self, kept: Kept) -> None:
        await kept.accounts.add(account(ROOT, "Root", Role.ADMIN), None)
        await kept.accounts.add(account(MEI, "Mei"), ROOT)
        await kept.accounts.grant(MEI, Role.MODERATOR, TEA, ROOT, later(1))
        await kept.accounts.grant(MEI, Role.MODERATOR, TEA, ROOT, later(2))
        await kept.accounts.remove(MEI, ROOT, later(3))
        lines = await kept.audit.lines(None, 10)
        assert [
            (each.by_name, each.act, each.target, each.room, each.detail) for each in lines
        ] == [
            ("Root", "account-remove", "Mei", None, ""),
            ("Root", "role-grant", "Mei", TEA, "member → moderator"),
            ("Root", "account-add", "Mei", None, "curator"),
            ("command line", "account-add", "Root", None, "admin"),
        ]

    async def test_the_log_is_read_in_pages_and_by_what_one_looks_for(self, kept: Kept) -> None:
        await kept.accounts.add(account(ROOT, "Root", Role.ADMIN), None)
        await kept.accounts.add(account(MEI, "Mei"), ROOT)
        await kept.accounts.grant(MEI, Role.MODERATOR, TEA, ROOT, NOON)
        newest = await kept.audit.lines(None, 1)
        assert [each.act for each in newest] == ["role-grant"]
        older = await kept.audit.lines(newest[0].id, 10)
        assert [each.target for each in older] == ["Mei", "Root"]
        assert [each.target for each in await kept.audit.lines(None, 10, by=ROOT)] == ["Mei", "Mei"]
        assert [each.act for each in await kept.audit.lines(None, 10, room=TEA)] == ["role-grant"]
        assert len(await kept.audit.lines(None, 10, act="account")) == 2
