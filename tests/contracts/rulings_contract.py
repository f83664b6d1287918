"""What every keeper of rulings promises (`rulings.Rulings`). Another one inherits it."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest

from bridge.core.model import Lang, RoomName, Seq, User, UserId
from bridge.core.moderation import HeldId, Penalty, ReportId, Rules, Sanction, Utterance
from bridge.core.wordlist import ListedWord, Treatment
from bridge.ports.rulings import Rulings
from bridge.ports.store import Store
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, draft, later, words

ONE = Seq(1)
BAD = ListedWord("bad", Treatment.MASK)


class RulingsContract(ABC):
    """Inherit, and yield a store and its rulings."""

    @pytest.fixture
    @abstractmethod
    def both(self) -> AsyncIterator[tuple[Store, Rulings]]:
        """Fresh ones, closed afterwards."""

    @pytest.fixture
    async def store(self, both: tuple[Store, Rulings]) -> Store:
        store, _ = both
        await store.open_room(TEA, NOON, create=True)
        await store.append(TEA, draft("1", "你好"), NOON)
        for user in (MEI, TOM):
            await store.add_user(User(user, user), user, NOON)
        return store

    @pytest.fixture
    async def rulings(self, both: tuple[Store, Rulings], store: Store) -> Rulings:
        return both[1]

    async def mute(self, rulings: Rulings, minutes: int | None = None) -> Sanction:
        until = None if minutes is None else later(60 * minutes)
        made = await rulings.punish(Penalty.MUTE, TOM, TEA, until, (), "loud", MEI, NOON)
        assert made is not None
        return made

    async def test_a_sanction_counts_until_it_ends(self, rulings: Rulings) -> None:
        made = await self.mute(rulings, minutes=1)
        assert (await rulings.ruled(NOON)).sanctions == (made,)
        assert (await rulings.ruled(later(60))).sanctions == ()
        assert await rulings.sanctions(None) == (made,)

    async def test_a_sanction_that_is_lifted_counts_no_more(self, rulings: Rulings) -> None:
        made = await self.mute(rulings)
        assert await rulings.lift(made.id, "sorry", MEI, later(1)) is True
        assert await rulings.lift(made.id, "sorry", MEI, later(2)) is False
        assert (await rulings.ruled(later(1))).sanctions == ()

    async def test_a_new_sanction_takes_the_place_of_the_same_one_there(
        self, rulings: Rulings
    ) -> None:
        await self.mute(rulings)
        longer = await self.mute(rulings, minutes=60)
        assert await rulings.sanctions(NOON) == (longer,)

    async def test_nobody_unknown_is_punished(self, rulings: Rulings) -> None:
        nobody = UserId("u-nobody")
        made = await rulings.punish(Penalty.BAN, nobody, None, None, (), "", MEI, NOON)
        assert made is None

    async def test_every_ruling_is_a_new_version(self, rulings: Rulings) -> None:
        versions = [await rulings.version()]
        made = await self.mute(rulings)
        versions.append(await rulings.version())
        await rulings.lift(made.id, "", MEI, NOON)
        versions.append(await rulings.version())
        await rulings.set_rules(TEA, Rules(slow_s=5), MEI, NOON)
        versions.append(await rulings.version())
        await rulings.set_words(EN, (BAD,), MEI, NOON)
        versions.append(await rulings.version())
        assert versions == sorted(set(versions))

    async def test_rules_and_lists_come_back_as_they_were_given(self, rulings: Rulings) -> None:
        rules = Rules(5, True, frozenset({"zh/slang"}), frozenset({"vulgar"}))
        assert await rulings.set_rules(TEA, rules, MEI, NOON) is True
        assert await rulings.set_rules(RoomName("none"), rules, MEI, NOON) is False
        await rulings.set_words(EN, (BAD,), MEI, NOON)
        await rulings.set_words(Lang("zh"), (BAD,), MEI, NOON)
        await rulings.set_words(Lang("zh"), (), MEI, NOON)
        ruled = await rulings.ruled(NOON)
        assert (ruled.rules, ruled.words) == ({TEA: rules}, {EN: (BAD,)})

    async def test_the_same_message_by_the_same_person_is_one_report(
        self, rulings: Rulings
    ) -> None:
        assert await rulings.report(TEA, ONE, TOM, "first", NOON) is True
        assert await rulings.report(TEA, ONE, TOM, "second", NOON) is True
        assert await rulings.report(TEA, ONE, MEI, "mine", NOON) is True
        assert [each.reason for each in await rulings.reports(True, TEA, 10)] == ["first", "mine"]
        assert await rulings.report(TEA, Seq(9), TOM, "", NOON) is False

    async def test_a_report_is_closed_once(self, rulings: Rulings) -> None:
        await rulings.report(TEA, ONE, TOM, "spam", NOON)
        assert await rulings.resolve(ReportId(1), "deleted", MEI, NOON) is True
        assert await rulings.resolve(ReportId(1), "deleted", MEI, NOON) is False
        (closed,) = await rulings.reports(False, None, 10)
        assert (closed.resolution, closed.resolver) == ("deleted", User(MEI, MEI))
        assert await rulings.reports(True, None, 10) == ()

    async def test_evidence_is_the_message_as_it_is_and_goes_with_it(
        self, store: Store, rulings: Rulings
    ) -> None:
        await rulings.report(TEA, ONE, TOM, "spam", NOON)
        await store.edit(TEA, ONE, EN, words("edited"), NOON, "e")
        edited = await rulings.complaint(ReportId(1))
        assert edited is not None and edited.evidence is not None
        assert (edited.evidence.text, edited.evidence.changed) == ("edited", True)
        await store.delete(TEA, ONE, MEI, NOON, "d")
        gone = await rulings.complaint(ReportId(1))
        assert gone is not None and gone.evidence is None

    async def test_what_is_held_waits_once_and_is_decided_once(self, rulings: Rulings) -> None:
        said = Utterance(TEA, User(TOM, "Tom"), "m1", EN, words("a plan"))
        assert await rulings.hold(said, NOON) is True
        assert await rulings.hold(said, NOON) is True
        (held,) = await rulings.held()
        assert (held.utterance, held.made) == (said, NOON)
        assert await rulings.decide(held.id, False, "no", MEI, NOON) is True
        assert await rulings.decide(held.id, True, "", MEI, NOON) is False
        assert await rulings.held() == ()
        assert await rulings.waiting(held.id) is None
        assert await rulings.hold(said, NOON) is False

    async def test_other_words_for_a_message_go_when_the_message_goes(
        self, store: Store, rulings: Rulings
    ) -> None:
        said = Utterance(TEA, User(MEI, "Mei"), "e1", EN, words("a plan"), seq=ONE)
        await rulings.hold(said, NOON)
        await store.delete(TEA, ONE, MEI, NOON, "d")
        assert await rulings.waiting(HeldId(1)) is None
