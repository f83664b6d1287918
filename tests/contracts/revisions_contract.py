"""What every keeper of revisions promises (`revisions.Revisions`)."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Seq, User, UserId
from bridge.core.proposals import Note, ProposalId, Stand
from bridge.core.revisions import SHIPPED, Change, Revision, RevisionNumber
from bridge.errors import StoreError
from bridge.ports.audit import Audit
from bridge.ports.desk import Claimed, Desk, OwnProposal
from bridge.ports.revisions import Overtaken, Revisions
from bridge.ports.store import Store
from tests.contracts.drafts import EN, NOON, TEA, TOM, ZH, draft, later

ANN, BOB = UserId("u-ann"), UserId("u-bob")
FED = Entry(
    EntryId("zh/slang/po-fang"),
    ZH,
    "slang",
    "破防",
    hits=("我破防了",),
    explained=((EN, Explanation("to be moved")),),
)
BETTER = replace(FED, tone="informal")
NEW = replace(FED, id=EntryId("zh/slang/shang-tou"), term="上头", hits=("太上头了",))


@dataclass(frozen=True, slots=True)
class Keepers:
    """One database seen from its sides."""

    store: Store
    desk: Desk
    revisions: Revisions
    audit: Audit


def change(entry: Entry, base: int = SHIPPED, why: str = "clearer") -> Change:
    return Change(entry.id, entry, RevisionNumber(base), why)


class RevisionsContract(ABC):
    """Inherit, and yield what keeps the revisions, with nothing in it."""

    @pytest.fixture
    @abstractmethod
    def empty(self) -> AsyncIterator[Keepers]:
        """Fresh, closed afterwards."""

    @pytest.fixture
    async def keepers(self, empty: Keepers) -> Keepers:
        for user, name in ((TOM, "Tom"), (ANN, "Ann"), (BOB, "Bob")):
            await empty.store.add_user(User(user, name), f"hash of {name}", NOON)
        await empty.store.open_room(TEA, NOON, create=True)
        await empty.store.append(TEA, draft("1", "太上头了"), NOON)
        return empty

    @pytest.fixture
    def revisions(self, keepers: Keepers) -> Revisions:
        return keepers.revisions

    async def test_what_nobody_changed_has_no_revision(self, revisions: Revisions) -> None:
        assert await revisions.history(FED.id) == ()
        assert await revisions.latest() == ()
        assert await revisions.newest() == SHIPPED

    async def test_a_change_is_remembered_with_who_when_and_why(self, revisions: Revisions) -> None:
        [made] = await revisions.revise([(change(BETTER), FED)], ANN, NOON)
        assert made == Revision(RevisionNumber(1), FED.id, BETTER, FED, ANN, "Ann", NOON, "clearer")
        assert await revisions.history(FED.id) == (made,)
        assert await revisions.latest() == (made,)
        assert await revisions.of_person(ANN) == (made,)
        assert await revisions.newest() == 1

    async def test_the_latest_of_each_entry_counts_by_id(self, revisions: Revisions) -> None:
        await revisions.revise([(change(NEW), None)], ANN, NOON)
        await revisions.revise([(change(FED), FED)], ANN, NOON)
        await revisions.revise([(change(BETTER, base=2), FED)], BOB, later(1))
        found = await revisions.latest()
        assert [(each.number, each.entry) for each in found] == [(3, BETTER), (1, NEW)]
        assert [each.number for each in await revisions.history(FED.id)] == [2, 3]
        assert [each.number for each in await revisions.of_person(ANN)] == [1, 2]

    async def test_whoever_did_not_see_the_latest_is_told_what_it_is(
        self, revisions: Revisions
    ) -> None:
        [first] = await revisions.revise([(change(BETTER), FED)], ANN, NOON)
        with pytest.raises(Overtaken, match="Ann changed zh/slang/po-fang") as caught:
            await revisions.revise([(change(NEW), None), (change(FED), FED)], BOB, NOON)
        assert caught.value.latest == first
        assert await revisions.history(NEW.id) == ()

    async def test_a_base_that_never_was_is_refused(self, revisions: Revisions) -> None:
        with pytest.raises(StoreError, match="no revision 7"):
            await revisions.revise([(change(BETTER, base=7), FED)], ANN, NOON)

    async def test_an_entry_can_be_removed_and_come_back(self, revisions: Revisions) -> None:
        gone = Change(FED.id, None, SHIPPED, "wrong")
        await revisions.revise([(gone, FED)], ANN, NOON)
        back = Change(FED.id, FED, RevisionNumber(1), "was right", undoes=RevisionNumber(1))
        await revisions.revise([(back, FED)], BOB, NOON)
        first, second = await revisions.history(FED.id)
        assert (first.entry, second.entry, second.undoes) == (None, FED, 1)

    async def test_an_entry_and_its_proposal_are_approved_in_one(self, keepers: Keepers) -> None:
        number = await _proposed(keepers.desk)
        await keepers.revisions.revise([(change(NEW), None)], ANN, NOON, number)
        [approved] = await keepers.desk.proposals(Stand.APPROVED)
        assert (approved.id, approved.reviewer) == (number, "Ann")

    async def test_what_cannot_be_approved_changes_no_entry(self, keepers: Keepers) -> None:
        number = await _proposed(keepers.desk)
        with pytest.raises(OwnProposal):
            await keepers.revisions.revise([(change(NEW), None)], TOM, NOON, number)
        await keepers.desk.claim(number, BOB, NOON)
        with pytest.raises(Claimed):
            await keepers.revisions.revise([(change(NEW), None)], ANN, NOON, number)
        await keepers.desk.decline(number, BOB, "known already", NOON)
        with pytest.raises(StoreError, match="not open any more"):
            await keepers.revisions.revise([(change(NEW), None)], ANN, NOON, number)
        assert await keepers.revisions.latest() == ()

    async def test_the_log_tells_who_did_what_and_why(self, keepers: Keepers) -> None:
        number = await _proposed(keepers.desk)
        await keepers.revisions.revise([(change(NEW), None)], ANN, NOON, number)
        await keepers.revisions.revise([(change(BETTER, why="kinder"), FED)], None, NOON)
        lines = await keepers.audit.lines(None, 10)
        assert [(each.by_name, each.act, each.target, each.detail) for each in lines] == [
            ("command line", "entry-edit", FED.id, "kinder"),
            ("Ann", "entry-approve", NEW.id, "clearer"),
            ("Ann", "proposal-approve", str(number), NEW.id),
        ]

    async def test_what_comes_with_a_file_is_one_line_of_the_log(self, keepers: Keepers) -> None:
        both = [(change(NEW, why="spring"), None), (change(BETTER, why="spring"), FED)]
        await keepers.revisions.revise(both, ANN, NOON)
        [line] = await keepers.audit.lines(None, 10)
        assert (line.act, line.target, line.detail) == ("import", "2 entries", "spring")


async def _proposed(desk: Desk) -> ProposalId:
    return await desk.propose(TEA, Seq(1), TOM, Note(ZH, "上头", EN, "addictive", ""), NOON)
