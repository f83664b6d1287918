"""What readers see of doubt: notes that may be meant literally, several senses, kept names."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import Person
from tests.browser.stand_in import StandIn
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

TERM = "画蛇添足"
OTHER = "zh/slang/nei-juan"


def doubt(frame: dict[str, Any]) -> dict[str, Any]:
    """As if the words might be meant literally, and had a second sense."""
    noted = [run for run in frame["runs"] if "entry" in run]
    for run in noted:
        run |= {"doubtful": True, "also": [OTHER]}
    return frame


@pytest_asyncio.fixture(loop_scope="session")
async def mei(server: Process, room: str) -> AsyncIterator[Talker]:
    """She has said an idiom."""
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await mei.send("别画蛇添足了。", "m1")
    yield mei
    await mei.leave()


async def reader(visit: Visit, choice: str | None = None, **how: object) -> tuple[Person, Locator]:
    """Tom, who sees originals, and the first message's text."""
    tom = await visit("Tom", stand_in=StandIn(changes={"message": doubt}), **how)
    dialog = await tom.open_settings()
    await dialog.get_by_role("radio", name="Original, translation by a tap").check()
    if choice is not None:
        await dialog.get_by_role("radio", name=choice).check()
    await tom.button("done").click()
    return tom, tom.texts(tom.messages).first


async def test_a_doubtful_note_has_a_mark_that_is_no_part_of_the_text(
    visit: Visit, mei: Talker
) -> None:
    _, text = await reader(visit)
    mark = "node => getComputedStyle(node, '::after').content"
    note = text.get_by_role("button", name=TERM)
    assert "?" in await note.evaluate(mark)
    await expect(text).to_have_text("别画蛇添足了。")


async def test_a_doubtful_note_is_fainter_by_choice(visit: Visit, mei: Talker) -> None:
    _, text = await reader(visit, "Fainter")
    note = text.get_by_role("button", name=TERM)
    await expect(note).to_have_attribute("data-doubtful", "faint")
    await expect(note).to_have_css("text-decoration-thickness", "1px")


async def test_a_doubtful_note_is_left_out_by_choice_and_over_a_reload(
    visit: Visit, mei: Talker
) -> None:
    tom, text = await reader(visit, "Left out")
    await expect(text).to_have_text("别画蛇添足了。")
    await expect(text.get_by_role("button")).to_have_count(0)
    await tom.page.reload()
    await tom.is_in()
    await expect(text).to_have_text("别画蛇添足了。")
    await expect(text.get_by_role("button")).to_have_count(0)


async def test_the_card_says_the_doubt_and_every_sense_with_its_kind(
    visit: Visit, mei: Talker
) -> None:
    tom, text = await reader(visit)
    await text.get_by_role("button", name=TERM).click()
    card = tom.page.get_by_role("dialog", name=TERM)
    await expect(card).to_contain_text("May be meant literally here.")
    await expect(card.get_by_role("heading")).to_have_text([TERM, "内卷"])
    await expect(card.locator(".card-kind")).to_have_text(["Idiom", "Slang"])
    await expect(card).to_contain_text("to ruin something by adding what it does not need")
    await tom.picture(PICTURES / "note-senses.png")


async def test_the_doubt_is_said_in_chinese_too(visit: Visit, mei: Talker) -> None:
    li = await visit("李", locale="zh-CN", stand_in=StandIn(changes={"message": doubt}))
    await li.messages.first.get_by_role("button", name=TERM).click()
    card = li.page.get_by_role("dialog", name=TERM)
    await expect(card).to_contain_text("这里也可能只是字面意思。")


async def test_a_name_is_not_like_its_name_abroad_but_called_so(
    visit: Visit, server: Process, room: str
) -> None:
    li = await Talker.enter(server.ws, "李", "zh", room)
    await li.send("我在小红书上看到的", "m1")
    tom = await visit("Tom")
    await tom.choose("Original, translation by a tap")
    await tom.messages.first.get_by_role("button", name="小红书").click()
    card = tom.page.get_by_role("dialog", name="小红书")
    await expect(card).to_contain_text("Called in English")
    await expect(card).to_contain_text("RedNote")
    await expect(card).not_to_contain_text("Much like")
    await li.leave()
