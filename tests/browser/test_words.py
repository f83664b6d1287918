"""Any Chinese word by mouse, by keyboard, by touch; pinyin above the text."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from bridge.library.cedict import import_cedict
from tests.browser.conftest import LIMITS, PICTURES, Visit
from tests.browser.person import PHONE, Person
from tests.browser.test_accessibility import SKINS, axe, look
from tests.server import Process, process, ready
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

__all__ = ["axe"]  # A fixture is used by its name.

SMALL = Path(__file__).parents[1] / "library" / "small.u8"
SAID = "我去重庆的银行，别画蛇添足。"
READINGS = ["wǒ", "qù", "Chóngqìng", "de", "yínháng", "bié", "huà shé tiān zú"]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def learned(tmp_path_factory: pytest.TempPathFactory, models: Path) -> AsyncIterator[Process]:
    """A server with a small dictionary."""
    folder = tmp_path_factory.mktemp("words")
    import_cedict(SMALL, folder / "data", lambda done, total: None)
    with process(folder / "data", log=folder / "server.log", **LIMITS) as server:
        await ready(server.http)
        yield server


@pytest_asyncio.fixture(loop_scope="session")
async def mei(learned: Process, room: str) -> AsyncIterator[Talker]:
    """She has gone to the bank."""
    mei = await Talker.enter(learned.ws, "小美", "zh", room)
    await mei.send(SAID, "m1")
    yield mei
    await mei.leave()


async def reader(visit: Visit, learned: Process, **how: object) -> tuple[Person, Locator]:
    """Tom, with the original uncovered."""
    tom = await visit("Tom", http=learned.http, **how)
    await tom.button("original").click()
    return tom, tom.texts(tom.messages).last


def word(text: Locator, said: str) -> Locator:
    return text.locator(".read-word", has_text=re.compile(f"^{said}$"))


def card(tom: Person, said: str) -> Locator:
    return tom.page.get_by_role("dialog", name=re.compile(f"word.*{said}"))


def above(text: Locator) -> Locator:
    return text.locator("rt[data-reading]")


async def show_pinyin(tom: Person, label: str = "Pinyin above Chinese text") -> None:
    dialog = await tom.open_settings()
    await dialog.get_by_label(label).check()
    await tom.button("done").click()


async def test_a_pointer_that_rests_on_a_word_opens_its_reading_its_meaning_and_the_licence(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom, text = await reader(visit, learned)
    await text.hover()
    await word(text, "银行").hover()
    await expect(card(tom, "银行")).to_contain_text("yínháng")
    await expect(card(tom, "银行")).to_contain_text("a house that keeps money")
    await expect(card(tom, "银行")).to_contain_text("Small, Culture Bridge, 2026-11-01")
    licence = card(tom, "银行").get_by_role("link", name="CC BY-SA 4.0")
    await expect(licence).to_have_attribute(
        "href", "https://creativecommons.org/licenses/by-sa/4.0/"
    )
    await tom.picture(PICTURES / "word-desktop.png")
    await tom.page.keyboard.press("Escape")
    await expect(card(tom, "银行")).to_be_hidden()


async def test_a_tap_on_a_word_opens_it_and_its_button_closes_it(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom, text = await reader(visit, learned, device=PHONE)
    await tom.tap(text, (8, 12))
    await expect(card(tom, "我")).to_contain_text("wǒ")
    await tom.tap(card(tom, "我").get_by_role("button", name="Close"))
    await expect(card(tom, "我")).to_be_hidden()
    await tom.tap(word(text, "银行"))
    await expect(card(tom, "银行")).to_contain_text("a house that keeps money")
    await tom.picture(PICTURES / "word-phone.png")
    await tom.tap(tom.page.get_by_role("heading", level=1))
    await expect(card(tom, "银行")).to_be_hidden()


async def test_the_keyboard_goes_through_a_message_word_by_word_and_back(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom = await visit("Tom", http=learned.http)
    await expect(tom.button("original")).to_be_visible()
    await tom.messages.first.focus()
    await tom.page.keyboard.press("Enter")
    await tom.tab_to(tom.button("Word by word"))
    await tom.page.keyboard.press("Enter")
    text = tom.texts(tom.messages).last
    await expect(card(tom, "我")).to_contain_text("wǒ")
    await tom.page.keyboard.press("ArrowRight")
    await tom.page.keyboard.press("ArrowRight")
    await expect(word(text, "重庆")).to_be_focused()
    await expect(card(tom, "重庆")).to_contain_text("Yangtze")
    await tom.page.keyboard.press("Enter")
    await expect(card(tom, "重庆").get_by_role("button", name="Close")).to_be_focused()
    await tom.page.keyboard.press("Escape")
    await expect(word(text, "重庆")).to_be_focused()
    await expect(card(tom, "重庆")).to_be_hidden()
    await tom.page.keyboard.press("Escape")
    await expect(tom.messages.first).to_be_focused()


async def test_one_word_at_a_time_is_a_button(visit: Visit, learned: Process, mei: Talker) -> None:
    tom, text = await reader(visit, learned)
    await tom.use(tom.messages.first, "Word by word")
    await tom.page.keyboard.press("ArrowRight")
    buttons = text.locator(".read-word[role=button]")
    await expect(buttons).to_have_text(["去"])


async def test_a_note_keeps_its_place_among_the_words(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom, text = await reader(visit, learned)
    await text.hover()
    await expect(word(text, "银行")).to_be_visible()
    await expect(text.locator(".read-word", has_text="画")).to_have_count(0)
    await text.get_by_role("button", name="画蛇添足").click()
    note = tom.page.get_by_role("dialog", name="画蛇添足")
    await expect(note).to_contain_text("to draw a snake and add feet")


async def test_pinyin_stands_above_each_word_once_it_is_wanted_and_over_a_reload(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom, text = await reader(visit, learned)
    await show_pinyin(tom)
    await tom.button("original").click()
    await expect(above(text)).to_have_count(len(READINGS))
    shown = "nodes => nodes.map((rt) => getComputedStyle(rt, '::before').content.slice(1, -1))"
    assert await above(text).evaluate_all(shown) == READINGS
    await tom.picture(PICTURES / "pinyin-desktop.png")
    await tom.page.reload()
    await tom.is_in()
    await tom.button("original").click()
    await expect(above(text)).to_have_count(len(READINGS))


async def test_pinyin_is_no_part_of_the_text(visit: Visit, learned: Process, mei: Talker) -> None:
    tom, text = await reader(visit, learned)
    await show_pinyin(tom)
    await tom.button("original").click()
    await expect(above(text)).to_have_count(len(READINGS))
    await expect(text).to_have_text(SAID)
    selected = """node => {
      getSelection().selectAllChildren(node);
      return getSelection().toString();
    }"""
    assert await text.evaluate(selected) == SAID
    snapshot = await text.aria_snapshot()
    assert "yínháng" not in snapshot


async def test_a_long_message_with_pinyin_stays_inside_a_narrow_screen(
    visit: Visit, learned: Process, room: str
) -> None:
    li = await Talker.enter(learned.ws, "李", "zh", room)
    await li.send("我去银行然后去喝茶，" * 12, "m1")
    tom = await visit("Tom", http=learned.http, device=PHONE, scheme="dark")
    await show_pinyin(tom)
    await tom.choose("Original, translation by a tap")
    text = tom.texts(tom.messages).first
    await expect(above(text).first).to_be_visible()
    assert await text.evaluate("node => node.scrollWidth <= node.clientWidth")
    await tom.picture(PICTURES / "pinyin-phone-dark.png")
    await li.leave()


async def test_who_reads_chinese_is_not_troubled_and_may_have_pinyin(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    li = await visit("李", http=learned.http, locale="zh-CN")
    text = li.texts(li.messages).first
    await text.hover()
    await expect(text).to_have_text(SAID)
    assert not [each for each in li.requests if each.endswith("/api/v1/words")]
    await show_pinyin(li, "在中文上方显示拼音")
    await expect(above(text)).to_have_count(len(READINGS))


async def test_the_card_of_a_word_offers_pinyin_for_all(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom, text = await reader(visit, learned)
    await tom.choose("Original, translation by a tap")
    await text.hover()
    await word(text, "银行").click()
    await tom.page.get_by_role("button", name="Show pinyin above all Chinese").click()
    await expect(above(text)).to_have_count(len(READINGS))


async def test_without_an_answer_the_text_is_as_ever(
    visit: Visit, learned: Process, mei: Talker
) -> None:
    tom = await visit("Tom", http=learned.http)
    await tom.page.route(re.compile("/api/v1/words$"), lambda route: route.abort())
    async with tom.page.expect_event("requestfailed"):
        await show_pinyin(tom)
        await tom.button("original").click()
    text = tom.texts(tom.messages).last
    await expect(text).to_have_text(SAID)
    await expect(above(text)).to_have_count(0)


@pytest.mark.parametrize("skin", SKINS)
async def test_pinyin_and_the_card_of_a_word_are_accessible(
    visit: Visit, learned: Process, mei: Talker, axe: str, skin: str
) -> None:
    who = await visit("Ann", http=learned.http, **SKINS[skin])
    label = re.compile("^Pinyin above Chinese text$|^在中文上方显示拼音$")
    dialog = await who.open_settings()
    await dialog.get_by_label(label).check()
    await dialog.get_by_role("radio", name=re.compile("^Original, tr|^原文，点")).check()
    await who.button("done").click()
    await word(who.texts(who.messages).first, "银行").click()
    await expect(who.page.get_by_role("dialog")).to_contain_text("yínháng")
    await look(who, axe, f"word-{skin}")
