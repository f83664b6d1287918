"""What every desk promises to several curators at once: all kinds of proposals, claims, trays."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest

from bridge.core.model import EntryId, Seq, User, UserId
from bridge.core.proposals import (
    Choice,
    Correction,
    Dispute,
    Kind,
    Note,
    ProposalId,
    Stand,
)
from bridge.errors import StoreError
from bridge.ports.desk import CLAIM_MS, Claimed, Desk, OwnProposal
from bridge.ports.store import Store
from tests.contracts.drafts import EN, LOBBY, NOON, TEA, TOM, ZH, draft, later

ONE, TWO = Seq(1), Seq(2)
ANN, BOB = UserId("u-ann"), UserId("u-bob")
BETTER = Correction(ZH, EN, "辛苦了", "You are hard", "Thanks for your hard work")
NOTE = Note(ZH, "辛苦了", EN, "thank you for your trouble", "")
DISPUTE = Dispute(EntryId("zh/courtesy/xin-ku-le"), "辛苦", "it means hardship here")
MADE = tuple(ProposalId(each) for each in (1, 2, 3))


class DeskCurating(ABC):
    """Inherit together with a fixture `both`: a store that knows nothing yet, and its desk."""

    @pytest.fixture
    @abstractmethod
    def both(self) -> AsyncIterator[tuple[Store, Desk]]:
        """Fresh ones, closed afterwards."""

    @pytest.fixture
    async def full(self, both: tuple[Store, Desk]) -> Desk:
        """One proposal of each kind by Tom, in three messages of two rooms."""
        store, desk = both
        for user, name in ((TOM, "Tom"), (ANN, "Ann"), (BOB, "Bob")):
            await store.add_user(User(user, name), f"hash of {name}", NOON)
        for room in (TEA, LOBBY):
            await store.open_room(room, NOON, create=True)
            await store.append(room, draft(f"{room}-1", "辛苦了"), NOON)
            await store.append(room, draft(f"{room}-2", "太辛苦"), NOON)
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await desk.propose(TEA, TWO, TOM, NOTE, NOON)
        await desk.propose(LOBBY, TWO, TOM, DISPUTE, NOON)
        return desk

    async def test_proposals_of_all_kinds_come_back_as_they_were_made(self, full: Desk) -> None:
        found = await full.tray(Choice(), NOON)
        assert [each.matter for each in found.proposals] == [BETTER, NOTE, DISPUTE]
        assert [each.by_name for each in found.proposals] == ["Tom", "Tom", "Tom"]
        assert dict(found.open) == {Kind.TRANSLATION: 1, Kind.NOTE: 1, Kind.DISPUTE: 1}

    @pytest.mark.parametrize(
        ("choice", "numbers"),
        [
            (Choice(kind=Kind.NOTE), [2]),
            (Choice(lang=EN), [1, 2]),
            (Choice(lang=ZH), [1, 2, 3]),
            (Choice(room=LOBBY), [3]),
            (Choice(stand=Stand.DECLINED), [2]),
            (Choice(stand=Stand.OPEN), [1, 3]),
            (Choice(newest_first=True), [3, 2, 1]),
            (Choice(newest_first=True, beyond=MADE[2]), [2, 1]),
            (Choice(beyond=MADE[0], limit=1), [2]),
        ],
    )
    async def test_a_tray_holds_what_was_chosen(
        self, full: Desk, choice: Choice, numbers: list[int]
    ) -> None:
        await full.decline(MADE[1], ANN, "too vague", NOON)
        assert [each.id for each in (await full.tray(choice, NOON)).proposals] == numbers

    async def test_a_tray_says_whether_more_follow_and_counts_what_is_open(
        self, full: Desk
    ) -> None:
        await full.decline(MADE[1], ANN, "too vague", NOON)
        tray = await full.tray(Choice(lang=EN, limit=1), NOON)
        assert tray.more
        assert dict(tray.open) == {Kind.TRANSLATION: 1, Kind.NOTE: 0, Kind.DISPUTE: 0}
        assert not (await full.tray(Choice(lang=EN, limit=2), NOON)).more

    async def test_what_somebody_has_claimed_is_free_for_nobody_else(self, full: Desk) -> None:
        claim = await full.claim(MADE[0], ANN, NOON)
        assert claim is not None
        assert (claim.by, claim.name, claim.until) == (ANN, "Ann", NOON + CLAIM_MS)
        with pytest.raises(Claimed, match="Ann is at it"):
            await full.claim(MADE[0], BOB, NOON)
        with pytest.raises(Claimed):
            await full.approve(MADE[0], BOB, None, False, NOON)
        with pytest.raises(Claimed):
            await full.decline(MADE[0], BOB, "no", NOON)
        free = await full.tray(Choice(free=True, viewer=BOB), NOON)
        assert [each.id for each in free.proposals] == [2, 3]
        mine = await full.tray(Choice(claimed_by=ANN), NOON)
        assert [each.id for each in mine.proposals] == [1]

    async def test_a_claim_ends_after_a_quarter_of_an_hour_unless_it_is_renewed(
        self, full: Desk
    ) -> None:
        await full.claim(MADE[0], ANN, NOON)
        await full.claim(MADE[0], ANN, later(10 * 60))
        with pytest.raises(Claimed):
            await full.claim(MADE[0], BOB, later(24 * 60))
        found = await full.proposal(MADE[0], later(25 * 60))
        assert found is not None
        assert found.claim is None
        assert await full.claim(MADE[0], BOB, later(25 * 60)) is not None

    async def test_a_claim_can_be_given_up_by_whoever_has_it(self, full: Desk) -> None:
        await full.claim(MADE[0], ANN, NOON)
        await full.release(MADE[0], BOB)
        with pytest.raises(Claimed):
            await full.claim(MADE[0], BOB, NOON)
        await full.release(MADE[0], ANN)
        assert await full.claim(MADE[0], BOB, NOON) is not None

    async def test_there_is_nothing_to_claim_once_it_is_decided(self, full: Desk) -> None:
        await full.decline(MADE[0], ANN, "no", NOON)
        assert await full.claim(MADE[0], ANN, NOON) is None
        assert await full.claim(ProposalId(99), ANN, NOON) is None

    async def test_nobody_decides_on_their_own(self, full: Desk) -> None:
        with pytest.raises(OwnProposal):
            await full.approve(MADE[0], TOM, None, False, NOON)
        with pytest.raises(OwnProposal):
            await full.decline(MADE[0], TOM, "no", NOON)

    async def test_the_command_line_may_decide_on_what_somebody_has_claimed(
        self, full: Desk
    ) -> None:
        await full.claim(MADE[0], ANN, NOON)
        assert await full.decline(MADE[0], None, "no", NOON)

    async def test_a_note_is_not_approved_without_its_entry(self, full: Desk) -> None:
        with pytest.raises(StoreError, match="with its entry"):
            await full.approve(MADE[1], ANN, None, False, NOON)
