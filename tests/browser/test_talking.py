"""Two people who share no language talk in their browsers."""

import re
import signal

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import PHONE
from tests.server import Process

pytestmark = pytest.mark.asyncio(loop_scope="session")

CHINESE_SCRIPT = re.compile("[\u4e00-\u9fff]")
NO_CHINESE_SCRIPT = re.compile("^[^\u4e00-\u9fff]+$")


@pytest.mark.parametrize(
    ("locale", "lang", "title"),
    [
        ("en-GB", "en", "Talk across languages"),
        ("zh-CN", "zh", "各说各话，彼此都懂"),
    ],
)
async def test_a_first_visitor_is_greeted_in_the_browsers_language_and_offered_it_for_reading(
    visit: Visit, locale: str, lang: str, title: str
) -> None:
    person = await visit(locale=locale)
    await expect(person.page.get_by_role("heading", name=title)).to_be_visible()
    await expect(person.page.get_by_label(person.words["reads"])).to_have_value(lang)
    await person.picture(PICTURES / f"welcome-{locale}.png")


async def test_nobody_comes_in_without_a_name(visit: Visit) -> None:
    person = await visit()
    await person.page.get_by_label("Nickname").fill("   ")
    await person.button("enter").click()
    await expect(person.page.get_by_text("Please choose a nickname.")).to_be_visible()
    await expect(person.page.get_by_label("Nickname")).to_be_focused()
    await expect(person.composer).to_have_count(0)


async def test_each_reads_the_other_in_their_own_language_and_the_original_by_one_tap(
    visit: Visit,
) -> None:
    mei = await visit("小美", locale="zh-CN")
    tom = await visit("Tom", device=PHONE)
    await mei.say("你好，你今天好吗？")
    theirs = tom.messages.first
    await expect(tom.texts(theirs)).to_have_text(NO_CHINESE_SCRIPT)
    await tom.tap(tom.button("original"))
    await expect(tom.texts(theirs).last).to_have_text("你好，你今天好吗？")
    await tom.say("I am very happy.")
    answer = mei.messages.last
    await expect(mei.texts(answer)).to_have_text(CHINESE_SCRIPT)
    await mei.button("original").click()
    await expect(mei.texts(answer).last).to_have_text("I am very happy.")
    await tom.picture(PICTURES / "talk-phone-en.png")
    await mei.picture(PICTURES / "talk-desktop-zh.png")


async def test_every_text_says_which_language_it_is_in(visit: Visit) -> None:
    mei = await visit("小美", locale="zh-CN")
    tom = await visit("Tom")
    await mei.say("我很喜欢喝茶。")
    await tom.button("original").click()
    texts = tom.texts(tom.messages.first)
    await expect(texts.first).to_have_attribute("lang", "en")
    await expect(texts.last).to_have_attribute("lang", "zh")


async def test_own_words_are_there_before_the_server_answers_and_settle_when_it_does(
    visit: Visit, server: Process
) -> None:
    tom = await visit("Tom")
    server.process.send_signal(signal.SIGSTOP)
    try:
        await tom.say("Is anybody here?")
        own = tom.message("Is anybody here?")
        await expect(own.get_by_label("Being sent")).to_be_visible()
        await expect(tom.composer).to_have_value("")
    finally:
        server.process.send_signal(signal.SIGCONT)
    await expect(own.get_by_label("Sent", exact=True)).to_be_visible()
    await expect(tom.messages).to_have_count(1)


async def test_who_comes_back_is_the_same_person(visit: Visit) -> None:
    tom = await visit("Tom")
    await tom.say("Remember me.")
    await expect(tom.message("Remember me.").get_by_label("Sent", exact=True)).to_be_visible()
    await tom.page.reload()
    await tom.is_in()
    await expect(tom.message("Remember me.").get_by_label("Sent", exact=True)).to_be_visible()


async def test_an_empty_room_offers_ways_to_begin(visit: Visit) -> None:
    tom = await visit("Tom")
    beginning = tom.page.get_by_role("button", name="breakfast")
    await beginning.click()
    await expect(tom.composer).to_be_focused()
    await tom.page.keyboard.press("Enter")
    await expect(tom.message("breakfast")).to_be_visible()
    await expect(beginning).to_be_hidden()


async def test_who_writes_sees_how_it_will_read_and_attaches_the_note_for_the_other(
    visit: Visit,
) -> None:
    mei, tom = await visit("小美", locale="zh-CN"), await visit("Tom")
    await tom.composer.press_sequentially("The exam was a piece of cake.")
    await expect(tom.preview_line.locator("[lang=zh]")).to_have_text(CHINESE_SCRIPT)
    await tom.picture(PICTURES / "preview-real.png")
    await tom.preview.get_by_role("button", name="Attach the note").click()
    await expect(tom.composer).to_have_value(re.compile("piece of cake.*[\u4e00-\u9fff]+.*"))
    await tom.composer.press("Enter")
    await expect(mei.texts(mei.messages)).to_have_text(CHINESE_SCRIPT)


async def test_who_writes_faster_than_previews_come_still_sends_everything(visit: Visit) -> None:
    mei, tom = await visit("小美", locale="zh-CN"), await visit("Tom")
    for number in range(6):
        await tom.composer.press_sequentially(f"Line {number}, my dear friend.", delay=30)
        await tom.composer.press("Enter")
    for number in range(6):
        await expect(tom.message(f"Line {number}")).to_have_attribute("data-delivery", "sent")
    await expect(tom.preview).to_be_hidden()
    await expect(mei.messages).to_have_count(6)
