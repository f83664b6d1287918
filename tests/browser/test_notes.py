"""The note on a term: by mouse, by keyboard, by touch, and how it goes away (WCAG 1.4.13)."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Route, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import PHONE, Person
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

TERM = "画蛇添足"


@pytest_asyncio.fixture(loop_scope="session")
async def mei(server: Process, room: str) -> AsyncIterator[Talker]:
    """She has said an idiom."""
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await mei.send("别画蛇添足了。", "m1")
    yield mei
    await mei.leave()


async def reader(visit: Visit, **how: object) -> tuple[Person, Locator]:
    """Tom, with the original uncovered, and the term in it."""
    tom = await visit("Tom", **how)
    await tom.button("original").click()
    return tom, tom.messages.first.get_by_role("button", name=TERM)


def card(tom: Person) -> Locator:
    return tom.page.get_by_role("dialog", name=TERM)


async def test_the_pointer_on_a_term_opens_its_reading_and_its_meaning(
    visit: Visit, mei: Talker
) -> None:
    tom, term = await reader(visit)
    await term.hover()
    await expect(card(tom)).to_contain_text("huà shé tiān zú")
    await expect(card(tom)).to_contain_text("to ruin something by adding what it does not need")
    await expect(card(tom)).to_contain_text("to draw a snake and add feet")
    await tom.picture(PICTURES / "note-desktop.png")


async def test_a_note_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(
    visit: Visit, mei: Talker
) -> None:
    tom, term = await reader(visit, clock=True)
    await term.hover()
    await expect(card(tom)).to_contain_text("huà shé tiān zú")
    await card(tom).hover()
    await tom.page.clock.run_for(3_000)
    await expect(card(tom)).to_be_visible()
    await tom.page.mouse.move(5, 790)
    await tom.page.clock.run_for(3_000)
    await expect(card(tom)).to_be_hidden()


async def test_escape_closes_a_note_under_the_pointer(visit: Visit, mei: Talker) -> None:
    tom, term = await reader(visit)
    await term.hover()
    await expect(card(tom)).to_be_visible()
    await tom.page.keyboard.press("Escape")
    await expect(card(tom)).to_be_hidden()


async def test_the_keyboard_reaches_a_term_opens_its_note_and_comes_back_to_it(
    visit: Visit, mei: Talker
) -> None:
    tom, term = await reader(visit)
    await tom.composer.focus()
    await tom.tab_to(term, "Shift+Tab")
    await expect(card(tom)).to_contain_text("huà shé tiān zú")
    await tom.page.keyboard.press("Enter")
    await expect(card(tom).get_by_role("button", name="Close")).to_be_focused()
    await tom.page.keyboard.press("Escape")
    await expect(card(tom)).to_be_hidden()
    await expect(term).to_be_focused()


async def test_the_close_button_closes_a_note_and_gives_the_focus_back(
    visit: Visit, mei: Talker
) -> None:
    tom, term = await reader(visit)
    await tom.composer.focus()
    await tom.tab_to(term, "Shift+Tab")
    await tom.page.keyboard.press("Enter")
    await card(tom).get_by_role("button", name="Close").press("Enter")
    await expect(card(tom)).to_be_hidden()
    await expect(term).to_be_focused()
    await expect(term).to_have_attribute("aria-expanded", "false")


async def test_a_tap_opens_a_note_and_a_tap_on_its_button_closes_it(
    visit: Visit, mei: Talker
) -> None:
    tom, term = await reader(visit, device=PHONE)
    await tom.tap(term)
    await expect(card(tom)).to_contain_text("to ruin something")
    await expect(term).to_have_attribute("aria-expanded", "true")
    await tom.picture(PICTURES / "note-phone.png")
    await tom.tap(card(tom).get_by_role("button", name="Close"))
    await expect(card(tom)).to_be_hidden()


async def test_a_tap_elsewhere_closes_a_note(visit: Visit, mei: Talker) -> None:
    tom, term = await reader(visit, device=PHONE)
    await tom.tap(term)
    await expect(card(tom)).to_be_visible()
    await tom.tap(tom.page.get_by_role("heading", level=1))
    await expect(card(tom)).to_be_hidden()


async def test_a_note_that_cannot_be_loaded_says_so(visit: Visit, mei: Talker) -> None:
    tom, term = await reader(visit)

    async def refuse(route: Route) -> None:
        await route.abort()

    await tom.page.route(re.compile("/api/v1/entries/"), refuse)
    await term.click()
    await expect(card(tom)).to_contain_text("The note could not be loaded.")


async def test_who_reads_the_language_of_a_term_is_told_it_plainly_in_that_language(
    visit: Visit, mei: Talker
) -> None:
    li = await visit("李", locale="zh-CN")
    await li.messages.first.get_by_role("button", name=TERM).click()
    await expect(card(li)).to_contain_text("做不需要的事")
    await expect(card(li)).not_to_contain_text("to draw a snake")


async def test_who_reads_chinese_gets_the_note_of_an_english_idiom_in_chinese(
    visit: Visit, server: Process, room: str
) -> None:
    tom = await Talker.enter(server.ws, "Tom", "en", room)
    await tom.send("Don't worry, the test is a piece of cake.", "t1")
    mei = await visit("小美", locale="zh-CN")
    await mei.button("original").click()
    await mei.messages.first.get_by_role("button", name="a piece of cake").click()
    note = mei.page.get_by_role("dialog", name="a piece of cake")
    await expect(note).to_contain_text("非常容易")
    await expect(note).to_contain_text("小菜一碟")
    await mei.picture(PICTURES / "note-desktop-zh.png")
    await tom.leave()
