"""What every desk promises (`desk.Desk`). Another one inherits it and makes itself."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest

from bridge.core.model import By, RoomName, Seq, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction, Proposal, ProposalId, Stand
from bridge.errors import StoreError
from bridge.ports.desk import Desk
from bridge.ports.store import Store
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, ZH, draft, words

ONE = Seq(1)
FIRST = ProposalId(1)
ANN, BOB = UserId("u-ann"), UserId("u-bob")
BETTER = Correction(ZH, EN, "辛苦了", "You are hard", "Thanks for your hard work")
LINE = Phrase(ZH, EN, "辛苦了", "Thanks for your hard work", By.PERSON, TEA)


class DeskContract(ABC):
    """Inherit, and yield a store that knows the room `tea` with one message, and its desk."""

    @pytest.fixture
    @abstractmethod
    def both(self) -> AsyncIterator[tuple[Store, Desk]]:
        """Fresh ones, closed afterwards."""

    @pytest.fixture
    async def store(self, both: tuple[Store, Desk]) -> Store:
        store, _ = both
        await store.open_room(TEA, NOON, create=True)
        await store.append(TEA, draft("1", "辛苦了"), NOON)
        return store

    @pytest.fixture
    async def desk(self, both: tuple[Store, Desk], store: Store) -> Desk:
        return both[1]

    async def test_what_is_proposed_waits_with_its_evidence(self, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        assert await desk.proposals(Stand.OPEN) == (
            Proposal(FIRST, TEA, ONE, TOM, NOON, BETTER, by_name=TOM),
        )

    async def test_proposing_the_same_twice_is_proposing_once(self, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await desk.propose(TEA, ONE, MEI, BETTER, NOON)
        assert [each.by for each in await desk.proposals(Stand.OPEN)] == [TOM, MEI]

    async def test_nothing_is_proposed_about_what_is_not_there(self, desk: Desk) -> None:
        with pytest.raises(StoreError, match="no message 7"):
            await desk.propose(TEA, Seq(7), TOM, BETTER, NOON)
        with pytest.raises(StoreError, match="no message 1"):
            await desk.propose(RoomName("elsewhere"), ONE, TOM, BETTER, NOON)

    async def test_an_approved_proposal_is_a_line_of_its_room(self, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        made = await desk.corrections_made()
        assert await desk.approve(FIRST, ANN, None, False, NOON) == LINE
        assert await desk.corrections() == (LINE,)
        assert await desk.corrections_made() > made
        assert await desk.proposals(Stand.OPEN) == ()
        [approved] = await desk.proposals(Stand.APPROVED)
        assert (approved.id, approved.reviewer) == (FIRST, ANN)

    async def test_a_curator_may_put_it_better_and_for_everywhere(self, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        line = await desk.approve(FIRST, ANN, "You've worked hard!", True, NOON)
        assert line == Phrase(ZH, EN, "辛苦了", "You've worked hard!", By.PERSON, None)

    async def test_a_declined_proposal_makes_no_line_and_keeps_the_reason(self, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        assert await desk.decline(FIRST, ANN, "it depends", NOON)
        assert await desk.corrections() == ()
        [declined] = await desk.proposals(Stand.DECLINED)
        assert (declined.reviewer, declined.reason) == (ANN, "it depends")

    async def test_a_proposal_is_decided_once(self, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await desk.approve(FIRST, ANN, None, False, NOON)
        assert await desk.approve(FIRST, BOB, None, True, NOON) is None
        assert not await desk.decline(FIRST, BOB, "too late", NOON)
        assert not await desk.decline(ProposalId(9), BOB, "none there", NOON)

    async def test_a_deleted_message_takes_its_proposals_along(
        self, store: Store, desk: Desk
    ) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await store.delete(TEA, ONE, MEI, NOON, "2")
        assert await desk.proposals(Stand.OPEN) == ()

    async def test_an_edited_message_takes_its_proposals_along(
        self, store: Store, desk: Desk
    ) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await store.edit(TEA, ONE, ZH, words("你好"), NOON, "2")
        assert await desk.proposals(Stand.OPEN) == ()

    async def test_an_approved_line_outlives_the_message(self, store: Store, desk: Desk) -> None:
        await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await desk.approve(FIRST, ANN, None, False, NOON)
        await store.delete(TEA, ONE, MEI, NOON, "2")
        assert await desk.corrections() == (LINE,)

    async def test_a_number_never_comes_to_mean_another_proposal(
        self, store: Store, desk: Desk
    ) -> None:
        number = await desk.propose(TEA, ONE, TOM, BETTER, NOON)
        await store.edit(TEA, ONE, ZH, words("你好"), NOON, "2")
        assert await desk.proposal(number, NOON) is None
        assert await desk.propose(TEA, ONE, TOM, BETTER, NOON) != number
