"""What a change would do, tried on what was said last; translators are stood in for."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bridge.core.jobs import Passage
from bridge.core.model import By, Rendering, RoomName, Run, Status, plain
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction
from bridge.curation import effects
from bridge.curation.effects import RENDERED, Effect, Effects
from bridge.curation.shelf import State
from bridge.curation.trials import Trials
from bridge.errors import Overloaded
from tests.contracts.drafts import ZH
from tests.curation.rooms import EN, SNAKE, Rooms, entry

JUAN_WANG = entry("juan-wang", "卷王", "他是卷王")


class Spelling:
    """A renderer that says which notes it saw, and the line that it was taught."""

    def __init__(self, state: State, lines: Sequence[Phrase], stuck: bool = False) -> None:
        self.lines = lines
        self.stuck = stuck

    def covers(self, passage: Passage) -> bool:
        return passage.target == EN

    async def render(self, passage: Passage) -> Rendering:
        if self.stuck:
            await asyncio.Event().wait()
        notes = [run.entry or "" for run in passage.runs]
        said = [line.target for line in self.lines]
        text = "|".join([*notes, *said])
        return Rendering((Run(text),), Status.OK, (), By.MACHINE, "test")


@pytest.fixture
def trying(rooms: Rooms) -> Effects:
    return Effects(rooms.store.lately(), Trials(rooms.shelf), Spelling)


def texts(found: Effect, name: str) -> list[str]:
    return [plain(each.message.runs) for each in getattr(found, name)]


async def test_hits_inside_and_lost_are_told_apart(rooms: Rooms, trying: Effects) -> None:
    for text in ("他是卷王", "内卷王国", "内卷太累", "今天下雨"):
        await rooms.say(text)
    wider = entry("juan-wang", "卷王", "他是卷王", variants=("内卷太累",))
    found = await trying.of_entry(wider.id, wider)
    assert found.messages == 4
    assert texts(found, "hits") == ["内卷太累", "他是卷王"]
    assert texts(found, "inside") == ["内卷王国"]
    assert texts(found, "lost") == ["内卷太累"]


async def test_removing_an_entry_loses_its_notes(rooms: Rooms, trying: Effects) -> None:
    await rooms.say("别画蛇添足了")
    found = await trying.of_entry(SNAKE.id, None)
    assert (texts(found, "lost"), texts(found, "hits")) == (["别画蛇添足了"], [])
    assert [(each.before, each.after) for each in found.translations] == [
        ("|zh/slang/hua-she|", "")
    ]


async def test_a_latin_term_inside_a_word_is_shown_with_the_word(
    rooms: Rooms, trying: Effects
) -> None:
    await rooms.say("she is so eggcited", lang=EN)
    term = replace(entry("gg", "gg", "gg"), lang=EN)
    found = await trying.of_entry(term.id, term)
    assert [each.words for each in found.inside] == ["eggcited"]


async def test_deleted_messages_are_not_looked_at(rooms: Rooms, trying: Effects) -> None:
    seq = await rooms.say("他是卷王")
    await rooms.store.delete(RoomName("tea"), seq, "u-Mei", rooms.clock.now(), "d")  # type: ignore[arg-type]
    assert (await trying.of_entry(JUAN_WANG.id, JUAN_WANG)).messages == 0


async def test_no_more_than_ten_texts_are_translated_and_none_twice(
    rooms: Rooms, trying: Effects
) -> None:
    for number in range(RENDERED + 5):
        await rooms.say(f"他是卷王{'啊' * number}")
    await rooms.say("他是卷王")
    found = await trying.of_entry(JUAN_WANG.id, JUAN_WANG)
    assert (found.rendered, len(found.translations), len(found.hits)) == (10, 10, 16)


async def test_what_is_not_translated_in_time_is_not_shown(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effects, "RENDER_S", 0.05)
    slow = Effects(
        rooms.store.lately(), Trials(rooms.shelf), lambda s, lines: Spelling(s, lines, True)
    )
    await rooms.say("他是卷王")
    found = await slow.of_entry(JUAN_WANG.id, JUAN_WANG)
    assert (len(found.hits), found.rendered, found.translations) == (1, 0, ())


async def test_other_words_for_a_line_touch_what_says_the_line(
    rooms: Rooms, trying: Effects
) -> None:
    for text in ("辛苦了！", "你辛苦了吗", "好的。辛苦了"):
        await rooms.say(text)
    better = Correction(ZH, EN, "辛苦了", "You are hard", "Thanks for your hard work")
    found = await trying.of_correction(better, None)
    assert texts(found, "hits") == ["好的。辛苦了", "辛苦了！"]
    assert {each.after for each in found.translations} == {"|Thanks for your hard work"}
    assert texts(await trying.of_correction(better, RoomName("elsewhere")), "hits") == []


async def test_the_ninth_who_asks_at_once_is_asked_to_come_back(
    rooms: Rooms, trying: Effects
) -> None:
    asked = [trying.of_entry(JUAN_WANG.id, JUAN_WANG) for _ in range(9)]
    done = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(each) for each in done] == [Effect] * 8 + [Overloaded]
