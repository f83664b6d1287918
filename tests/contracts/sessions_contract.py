"""What whoever keeps sign-ins promises (`accounts.Sessions`). Another one inherits it."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bridge.core.accounts import HOUR_MS, IDLE_MS, LINK_MS, LONGEST_MS
from bridge.core.model import Millis, User
from bridge.ports.accounts import Secret
from tests.contracts.accounts_contract import GUEST, Kept, account
from tests.contracts.drafts import MEI, NOON, TOM

NOBODY = frozenset[str]()


def after(millis: int) -> Millis:
    return Millis(NOON + millis)


class SessionsContract(ABC):
    """Inherit, and yield an empty place from `empty`."""

    @pytest.fixture
    @abstractmethod
    def empty(self) -> AsyncIterator[Kept]:
        """A fresh one, closed afterwards."""

    @pytest.fixture
    async def kept(self, empty: Kept) -> Kept:
        """Mei may choose her password by the link `link` within two days."""
        await empty.accounts.add(account(MEI, "Mei"), None)
        await empty.accounts.offer(MEI, "link", None, NOON, after(LINK_MS))
        return empty

    async def test_whoever_has_the_link_chooses_the_password_once(self, kept: Kept) -> None:
        assert await kept.sessions.offered("link", NOON) == account(MEI, "Mei")
        assert await kept.sessions.secret("mei") == Secret(MEI, None)
        mei = await kept.sessions.redeem("link", "argon", "s-1", NOON)
        assert mei == replace(account(MEI, "Mei"), chosen=True, seen=NOON)
        assert await kept.sessions.secret("mei") == Secret(MEI, "argon")
        assert await kept.sessions.signed_in("s-1", NOON) == mei
        assert await kept.sessions.redeem("link", "another", "s-2", NOON) is None
        assert await kept.sessions.secret("mei") == Secret(MEI, "argon")
        assert await kept.sessions.signed_in("s-2", NOON) is None

    async def test_a_link_ends(self, kept: Kept) -> None:
        assert await kept.sessions.offered("link", after(LINK_MS)) is None
        assert await kept.sessions.redeem("link", "argon", "s-1", after(LINK_MS)) is None

    async def test_a_new_link_ends_the_one_before(self, kept: Kept) -> None:
        await kept.accounts.offer(MEI, "newer", None, NOON, after(LINK_MS))
        assert await kept.sessions.offered("link", NOON) is None
        assert await kept.sessions.offered("newer", NOON) == account(MEI, "Mei")

    async def test_a_new_password_ends_every_earlier_sign_in(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        await kept.sessions.give_token("s-1", "t-1", NOON)
        await kept.sessions.redeem("link", "argon", "s-2", NOON)
        assert await kept.sessions.signed_in("s-1", NOON) is None
        assert await kept.sessions.living({"t-1"}, NOON) == NOBODY
        assert await kept.sessions.signed_in("s-2", NOON) is not None

    async def test_a_session_ends_when_it_is_not_used(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        assert await kept.sessions.signed_in("s-1", after(IDLE_MS - 1)) is not None
        assert await kept.sessions.signed_in("s-1", after(2 * IDLE_MS - 2)) is not None
        assert await kept.sessions.signed_in("s-1", after(3 * IDLE_MS)) is None

    async def test_a_session_ends_after_a_week_however_much_it_is_used(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        for hours in range(6, 7 * 24, 6):
            assert await kept.sessions.signed_in("s-1", after(hours * HOUR_MS)) is not None
        assert await kept.sessions.signed_in("s-1", after(LONGEST_MS)) is None

    async def test_signing_out_ends_the_session_and_its_tokens(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        await kept.sessions.begin(MEI, "s-2", NOON, None)
        await kept.sessions.give_token("s-1", "t-1", NOON)
        await kept.sessions.give_token("s-2", "t-2", NOON)
        await kept.sessions.end("s-1")
        assert await kept.sessions.signed_in("s-1", NOON) is None
        assert await kept.sessions.living({"t-1", "t-2"}, NOON) == {"t-2"}
        assert await kept.sessions.signed_in("s-2", NOON) is not None

    async def test_signing_in_again_ends_the_session_before(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        await kept.sessions.begin(MEI, "s-2", NOON, "s-1")
        assert await kept.sessions.signed_in("s-1", NOON) is None

    async def test_a_token_of_a_sign_in_is_the_account_at_the_door(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        assert await kept.sessions.give_token("s-1", "t-1", NOON)
        assert await kept.sessions.give_token("s-1", "t-2", NOON)
        mei = account(MEI, "Mei")
        assert await kept.store.user_by_token("t-1", NOON) == User(MEI, "Mei", mei.role)
        assert await kept.store.user_by_token("t-2", NOON) == User(MEI, "Mei", mei.role)
        assert await kept.store.user_by_token("t-1", after(LONGEST_MS)) is None
        assert await kept.sessions.living({"t-1"}, after(LONGEST_MS)) == NOBODY

    async def test_whoever_is_signed_out_is_given_no_token(self, kept: Kept) -> None:
        assert not await kept.sessions.give_token("s-1", "t-1", NOON)
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        assert not await kept.sessions.give_token("s-1", "t-1", after(IDLE_MS))
        assert await kept.store.user_by_token("t-1", NOON) is None

    async def test_of_very_many_tokens_the_oldest_end(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        tokens = [f"t-{number:02}" for number in range(25)]
        for number, token in enumerate(tokens):
            await kept.sessions.give_token("s-1", token, after(number))
        assert await kept.sessions.living(tokens, after(100)) == set(tokens[-20:])

    async def test_a_removed_account_opens_no_door(self, kept: Kept) -> None:
        await kept.sessions.begin(MEI, "s-1", NOON, None)
        await kept.sessions.give_token("s-1", "t-1", NOON)
        await kept.accounts.remove(MEI, None, NOON)
        assert await kept.sessions.signed_in("s-1", NOON) is None
        assert await kept.sessions.offered("link", NOON) is None
        assert await kept.sessions.secret("Mei") is None
        assert await kept.store.user_by_token("t-1", NOON) is None

    async def test_a_guests_token_never_ends_by_itself(self, kept: Kept) -> None:
        await kept.store.add_user(User(GUEST, "Ann"), "t-ann", NOON)
        assert await kept.sessions.living({"t-ann"}, after(100 * LONGEST_MS)) == {"t-ann"}

    async def test_an_unknown_name_has_no_secret(self, kept: Kept) -> None:
        assert await kept.sessions.secret("nobody") is None
        assert await kept.sessions.secret(TOM) is None
