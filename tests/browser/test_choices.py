"""What a person chooses: what messages show, the languages, the name, the looks."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Visit
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAID = "我很喜欢喝茶。"
CHINESE = re.compile(f"^{SAID}$")
ENGLISH = re.compile("^[^\u4e00-\u9fff]+$")
HANS = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("Translation, original by a tap", [ENGLISH]),
        ("Translation above original", [ENGLISH, CHINESE]),
        ("Original above translation", [CHINESE, ENGLISH]),
        ("Original, translation by a tap", [CHINESE]),
    ],
)
async def test_what_messages_show_is_chosen_and_remembered_over_a_reload(
    visit: Visit, server: Process, room: str, choice: str, shown: list[re.Pattern[str]]
) -> None:
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await mei.send(SAID, "m1")
    tom = await visit("Tom")
    await expect(tom.button("original")).to_be_visible()
    await tom.choose(choice)
    await expect(tom.texts(tom.messages)).to_have_text(shown)
    await tom.page.reload()
    await tom.is_in()
    await expect(tom.texts(tom.messages)).to_have_text(shown)
    await mei.leave()


async def test_another_reading_language_brings_what_is_there_in_it(
    visit: Visit, server: Process, room: str
) -> None:
    ann = await Talker.enter(server.ws, "Ann", "en", room)
    await ann.send("I like tea very much.", "a1")
    tom = await visit("Tom")
    await expect(tom.texts(tom.messages)).to_have_text("I like tea very much.")
    dialog = await tom.open_settings()
    await dialog.get_by_label("I read in").select_option("zh")
    await tom.button("done").click()
    await expect(tom.texts(tom.messages)).to_have_text(HANS)
    await expect(tom.page.get_by_role("complementary", name="People")).to_contain_text("中文")
    await tom.page.reload()
    await expect(tom.texts(tom.messages)).to_have_text(HANS)
    await ann.leave()


async def test_the_interface_speaks_the_language_chosen_and_keeps_what_was_being_written(
    visit: Visit,
) -> None:
    tom = await visit("Tom")
    await tom.composer.fill("half a sen")
    dialog = await tom.open_settings()
    await dialog.get_by_role("radio", name="中文").click()
    await expect(tom.page.get_by_role("textbox", name="消息", exact=True)).to_have_value(
        "half a sen"
    )
    await expect(tom.page.get_by_role("button", name="发送")).to_be_visible()
    await expect(tom.page.locator("html")).to_have_attribute("lang", "zh")
    await tom.page.reload()
    await expect(tom.page.get_by_role("button", name="设置")).to_be_visible()


async def test_a_first_visitor_can_change_the_interface_before_coming_in(visit: Visit) -> None:
    person = await visit(locale="zh-CN")
    await person.page.get_by_role("button", name="English").click()
    await expect(person.page.get_by_role("heading", name="Talk across languages")).to_be_visible()


async def test_another_interface_language_leaves_the_settings_open_with_the_name_being_typed(
    visit: Visit,
) -> None:
    tom = await visit("Tom")
    dialog = await tom.open_settings()
    await dialog.get_by_label("Nickname").fill("Thomas")
    await dialog.get_by_role("radio", name="中文").click()
    settings = tom.page.get_by_role("dialog", name="设置")
    await expect(settings.get_by_label("昵称")).to_have_value("Thomas")
    await expect(settings.get_by_role("radio", name="中文")).to_be_focused()
    await settings.get_by_role("button", name="完成").click()
    await expect(tom.page.get_by_role("complementary", name="在线成员")).to_contain_text("Thomas")


async def test_a_first_visitor_keeps_the_name_typed_when_the_interface_changes(
    visit: Visit,
) -> None:
    person = await visit()
    await person.page.get_by_label("Nickname").fill("Zoe")
    await person.page.get_by_role("button", name="中文").click()
    await expect(person.page.get_by_label("昵称")).to_have_value("Zoe")


async def test_a_browser_in_a_language_not_on_offer_is_preset_to_english(visit: Visit) -> None:
    person = await visit(locale="fr-FR")
    await expect(person.page.get_by_label("I read")).to_have_value("en")


async def test_dark_is_chosen_and_remembered(visit: Visit) -> None:
    tom = await visit("Tom")
    await tom.choose("Dark")
    root = tom.page.locator("chat-bridge [part=root]")
    await expect(root).to_have_css("background-color", "rgb(23, 24, 23)")
    await tom.page.reload()
    await tom.is_in()
    await expect(root).to_have_css("background-color", "rgb(23, 24, 23)")
    await tom.picture(PICTURES / "empty-room-dark.png")


async def test_a_new_name_is_what_others_see(visit: Visit, server: Process, room: str) -> None:
    mei = await Talker.enter(server.ws, "Mei", "en", room)
    tom = await visit("Tom")
    dialog = await tom.open_settings()
    await dialog.get_by_label("Nickname").fill("Thomas")
    await tom.button("done").click()
    await tom.is_in()
    await tom.say("It is me.")
    assert (await mei.expect("message"))["from"]["name"] == "Thomas"
    await mei.leave()


async def test_two_tabs_of_one_person_show_the_same_and_count_once(visit: Visit) -> None:
    one = await visit("Tom")
    two = await visit(context=one.context)
    await two.is_in()
    await one.say("from the first")
    await expect(two.message("from the first")).to_have_attribute("data-mine", "")
    await two.say("from the second")
    for tab in (one, two):
        await expect(tab.texts(tab.messages)).to_have_text(["from the first", "from the second"])
        await expect(tab.page.get_by_role("complementary", name="People")).to_contain_text(
            "1 person here"
        )


async def test_a_language_one_also_reads_is_shown_untranslated_and_remembered(
    visit: Visit, server: Process, room: str
) -> None:
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await mei.send(SAID, "m1")
    tom = await visit("Tom")
    await expect(tom.texts(tom.messages)).to_have_text(ENGLISH)
    dialog = await tom.open_settings()
    await dialog.get_by_role("checkbox", name="中文", exact=True).check()
    await tom.button("done").click()
    await expect(tom.texts(tom.messages)).to_have_text(SAID)
    await tom.page.reload()
    await tom.is_in()
    await expect(tom.texts(tom.messages)).to_have_text(SAID)
    await tom.page.get_by_role("button", name="Show the translation").click()
    await expect(tom.texts(tom.messages).last).to_have_text(ENGLISH)
    await mei.leave()


async def test_one_does_not_also_read_the_language_one_reads(visit: Visit) -> None:
    tom = await visit("Tom")
    dialog = await tom.open_settings()
    await expect(dialog.get_by_role("checkbox", name="English", exact=True)).to_have_count(0)
    await dialog.get_by_label("I read in").select_option("zh")
    await expect(dialog.get_by_role("checkbox", name="English", exact=True)).to_be_visible()
    await expect(dialog.get_by_role("checkbox", name="中文", exact=True)).to_have_count(0)
