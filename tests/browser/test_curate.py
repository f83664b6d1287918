"""The frame of the curators' page: coming in, staying in, languages, keys, and what is not lost."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Attend
from tests.browser.desk_answers import SESSION, SNAKE
from tests.browser.desk_stand_in import DeskStandIn, Refusal, signed_in_as
from tests.browser.person import PHONE

pytestmark = pytest.mark.asyncio(loop_scope="session")

EDITOR = f"/curate#/entries/{SNAKE['id']}"
WRONG = Refusal(401, "bad-credentials", "wrong")


async def test_a_wrong_password_says_so_and_keeps_the_name(curate: Attend) -> None:
    desk = DeskStandIn()
    desk.sign_out()
    desk.put("POST /session", WRONG)
    mei = await curate("/curate#/usage", desk=desk)
    await expect(mei.page.get_by_label("Name")).to_be_focused()
    await mei.write("Mei")
    await mei.press("Tab")
    await mei.write("not it")
    await mei.press("Enter")
    await expect(mei.page.get_by_role("alert")).to_contain_text("do not fit")
    await expect(mei.page.get_by_label("Name")).to_have_value("Mei")
    desk.put("POST /session", SESSION)
    await mei.press("Enter")
    await expect(mei.heading("Usage")).to_be_focused()


async def test_a_one_time_link_leaves_the_address_before_anything_else(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#welcome=secret-token", desk=desk)
    assert mei.page.url.endswith("/curate")
    assert await mei.page.evaluate("history.length") == 2
    password = mei.page.get_by_label("New password")
    await password.fill("short")
    await mei.press("Enter")
    await expect(password).to_be_focused()
    assert desk.sent("POST", "/session/link") == []
    await password.fill("long enough")
    await mei.page.get_by_label("The same once more").fill("long enough")
    await mei.press("Enter")
    await expect(mei.heading("Queue")).to_be_visible()
    assert desk.sent("POST", "/session/link") == [
        {"token": "secret-token", "password": "long enough"}
    ]


async def test_when_the_session_ends_nothing_typed_is_lost(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate(EDITOR, desk=desk)
    await mei.page.get_by_role("textbox", name="Tone").fill("teasing")
    desk.put("PUT /glossary/.+", Refusal(401, "signed-out"))
    await mei.button("Save").click()
    await expect(mei.page.get_by_role("dialog", name="Please sign in again")).to_be_visible()
    await expect(mei.page.get_by_label("Password")).to_be_focused()
    del desk.answers["PUT /glossary/.+"]
    desk.put("POST /session", SESSION | {"csrf": "csrf-2"})
    await mei.write("password")
    await mei.press("Enter")
    await mei.hears("Saved")
    assert desk.sent("PUT", "/glossary/.+")[-1]["entry"]["tone"] == "teasing"
    *_, last = (each for each in desk.asked if each["method"] == "PUT")
    assert last["headers"]["x-csrf-token"] == "csrf-2"


async def test_another_language_keeps_what_was_typed_and_is_remembered(curate: Attend) -> None:
    mei = await curate(EDITOR, desk=DeskStandIn())
    await mei.page.get_by_role("textbox", name="Tone").fill("teasing")
    await mei.page.get_by_role("button", name="中文").click()
    await expect(mei.page.get_by_role("textbox", name="语气")).to_have_value("teasing")
    await expect(mei.page.locator("html")).to_have_attribute("lang", "zh-Hans-CN")
    await mei.page.get_by_role("textbox", name="语气").fill("mild criticism")
    await mei.page.reload()
    await expect(mei.page.get_by_role("link", name="待办").first).to_be_visible()


async def test_leaving_what_is_not_saved_is_asked_first(curate: Attend) -> None:
    mei = await curate(EDITOR, desk=DeskStandIn())
    tone = mei.page.get_by_role("textbox", name="Tone")
    await tone.fill("teasing")
    await mei.press("Escape", "g", "q")
    dialog = mei.page.get_by_role("dialog", name="Leave without saving?")
    await dialog.get_by_role("button", name="Cancel").click()
    await expect(tone).to_have_value("teasing")
    assert mei.page.url.endswith(SNAKE["id"])
    await mei.press("g", "q")
    await dialog.get_by_role("button", name="Leave", exact=True).click()
    await expect(mei.heading("Queue")).to_be_visible()


async def test_keys_do_nothing_while_somebody_types(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue/18", desk=desk)
    await mei.page.get_by_role("textbox", name="The better translation").focus()
    await mei.page.keyboard.type(" cade? gq/")
    await expect(mei.focused).to_have_value(re.compile("cade. gq/"))
    assert desk.sent("POST", "/proposals/18/.+") == []


async def test_single_keys_can_be_turned_off(curate: Attend) -> None:
    mei = await curate("/curate#/queue/17", desk=DeskStandIn())
    await expect(mei.heading(re.compile("绝绝子"))).to_be_focused()
    await mei.press("?")
    await mei.page.get_by_label("Use single keys").uncheck()
    await mei.press("Escape", "d")
    await expect(mei.page.get_by_label("Reason")).to_be_hidden()
    await mei.page.reload()
    await expect(mei.heading(re.compile("绝绝子"))).to_be_focused()
    await mei.press("d")
    await expect(mei.page.get_by_label("Reason")).to_be_hidden()


async def test_the_skip_link_comes_first_and_leads_to_the_heading(curate: Attend) -> None:
    mei = await curate("/curate#/usage", desk=DeskStandIn())
    await expect(mei.heading("Usage")).to_be_focused()
    await mei.tab_to(mei.page.get_by_role("link", name="Skip to the content"), "Shift+Tab")
    await mei.press("Enter")
    await expect(mei.heading("Usage")).to_be_focused()
    assert mei.page.url.endswith("#/usage")


async def test_each_sees_only_what_their_role_may(curate: Attend) -> None:
    desk = DeskStandIn()
    desk.put("GET /session", signed_in_as("curator"))
    mei = await curate("/curate#/reports", desk=desk)
    await expect(mei.heading("Queue")).to_be_visible()
    places = mei.page.get_by_role("navigation").get_by_role("link")
    await expect(places.filter(has_text="Room rules")).to_be_visible()
    await expect(places.filter(has_text=re.compile("Reports|Word lists|People"))).to_have_count(0)
    desk.put("GET /session", signed_in_as("member", tea="moderator"))
    await mei.page.reload()
    await expect(mei.heading("Reports")).to_be_visible()
    await expect(places).to_have_text(
        [re.compile(each) for each in ("Reports", "Held messages", "Muted", "Room rules")]
    )
    assert desk.asked[-1]["query"]["room"] == "tea"
    desk.put("GET /session", signed_in_as("member"))
    await mei.page.reload()
    await expect(mei.page.get_by_text("Nothing to tend here yet")).to_be_visible()


async def test_on_a_phone_the_places_are_behind_a_button(curate: Attend) -> None:
    mei = await curate("/curate#/queue", desk=DeskStandIn(), device=PHONE)
    await mei.tap(mei.page.get_by_role("link", name="我没懂。"))
    await expect(mei.heading(re.compile("我没懂。"))).to_be_visible()
    await mei.tap(mei.page.get_by_role("link", name="‹ Queue"))
    await expect(mei.heading("Queue")).to_be_visible()
    await mei.tap(mei.page.get_by_role("button", name="Places"))
    await mei.tap(mei.page.get_by_role("navigation").get_by_role("link", name="Files"))
    await expect(mei.heading("Files")).to_be_visible()
    await expect(mei.page.get_by_role("navigation")).to_be_hidden()


async def test_a_server_that_is_silent_is_asked_again(curate: Attend) -> None:
    desk = DeskStandIn()
    desk.put("GET /glossary/usage", Refusal(503, "unavailable", "the store does not answer"))
    mei = await curate("/curate#/usage", desk=desk)
    await expect(mei.page.get_by_role("alert")).to_contain_text("the store does not answer")
    del desk.answers["GET /glossary/usage"]
    desk.put("GET /glossary/usage", {"entries": []})
    await mei.button("Try again").click()
    await expect(mei.page.get_by_text("No figures yet")).to_be_visible()
