"""The moderators' and administrators' screens of the curators' page."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Attend
from tests.browser.desk_stand_in import DeskStandIn

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_report_leads_to_a_mute_and_the_next_report(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/reports", desk=desk)
    await expect(mei.page.get_by_text("You are all idiots").first).to_be_visible()
    await mei.press("j", "m")
    dialog = mei.page.get_by_role("dialog", name=re.compile("Mute .*小玲"))
    await dialog.get_by_label("Reason").fill("insults")
    await mei.press("Enter")
    await mei.hears("Dealt with.")
    await expect(mei.page.get_by_text("You are all idiots")).to_have_count(1)
    await expect(mei.focused).to_contain_text("You are all idiots")
    assert desk.sent("POST", "/sanctions") == [
        {"act": "mute", "user": "u-ling", "reason": "insults", "room": "tea", "minutes": 60}
    ]
    assert "delete" not in desk.sent("POST", "/reports/4/resolve")[0]


async def test_a_ban_may_be_for_the_address_and_everywhere(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/reports", desk=desk)
    await mei.button("Ban: 小玲").first.click()
    await mei.page.get_by_label("What").select_option("ban-address")
    await mei.page.get_by_label("Where").select_option("")
    await mei.page.get_by_label("Reason").fill("came back again")
    await mei.page.get_by_role("dialog").get_by_role("button", name="Ban").click()
    await mei.hears("Dealt with.")
    assert desk.sent("POST", "/sanctions") == [
        {"act": "ban-address", "address_of": "u-ling", "reason": "came back again"}
    ]


async def test_a_reported_message_is_deleted_with_the_report(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/reports", desk=desk)
    await mei.button("Delete the message.*").first.click()
    await mei.hears("Dealt with.")
    assert desk.sent("POST", "/reports/4/resolve")[0]["delete"] is True


async def test_a_held_message_is_let_through(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/held", desk=desk)
    await expect(mei.page.get_by_text("笨蛋们好")).to_be_visible()
    await mei.press("j", "a")
    await mei.hears("Let through.")
    await expect(mei.heading("Held messages")).to_be_focused()
    assert desk.sent("POST", "/held/1") == [{"release": True, "reason": ""}]


async def test_a_sanction_is_lifted_with_a_reason(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/sanctions", desk=desk)
    await mei.button("Lift it: 小玲").click()
    await mei.page.get_by_label("Reason").fill("apologised")
    await mei.page.get_by_role("dialog").get_by_role("button", name="Lift it").click()
    await mei.hears("Lifted.")
    assert desk.sent("DELETE", "/sanctions/2") == [{"reason": "apologised"}]


async def test_a_word_list_is_saved_whole_and_not_lost_by_another_language(
    curate: Attend,
) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/word-lists", desk=desk)
    hold = mei.page.get_by_label("Hold the message until a moderator has seen it")
    await expect(mei.page.get_by_label("Mask the word")).to_have_value("笨蛋")
    await hold.fill("傻瓜\n\n 蠢货 ")
    await mei.page.get_by_label("Language").select_option("en")
    await expect(mei.page.get_by_role("alert")).to_contain_text("Save first")
    await expect(mei.page.get_by_label("Language")).to_have_value("zh")
    await mei.button("Save").click()
    await mei.hears("Saved: 3 words.")
    assert desk.sent("PUT", "/wordlists/zh") == [
        {
            "words": [
                {"text": "傻瓜", "act": "hold"},
                {"text": "蠢货", "act": "hold"},
                {"text": "笨蛋", "act": "mask"},
            ]
        }
    ]


async def test_the_rules_of_a_room_are_saved_whole(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/rooms", desk=desk)
    await mei.page.get_by_label("Chinese: slang").uncheck()
    await mei.page.get_by_label("insulting").check()
    await mei.page.get_by_label("Slow mode").select_option("60")
    await mei.page.get_by_label("Read-only").check()
    await mei.button("Save").click()
    await mei.hears("The rules of \u2068tea\u2069 are saved.")
    assert desk.sent("PUT", "/rooms/tea/rules") == [
        {
            "slow_s": 60,
            "read_only": True,
            "packs_off": ["zh/slang"],
            "hidden_cautions": ["insulting", "vulgar"],
        }
    ]


async def test_a_one_time_link_is_shown_once(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/accounts", desk=desk)
    await mei.page.get_by_label("Name").fill("Tom")
    await mei.press("Enter")
    link = mei.page.get_by_role("dialog").get_by_label("One-time link")
    await expect(link).to_have_value(re.compile(r"^http.+/curate#welcome=abc$"))
    await mei.press("Escape")
    await expect(link).to_have_count(0)
    assert desk.sent("POST", "/accounts") == [{"name": "Tom", "role": "curator"}]


async def test_the_log_is_filtered_by_what_and_who(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/log", desk=desk)
    await expect(mei.page.get_by_role("cell", name="edited an entry")).to_be_visible()
    await mei.page.get_by_label("Who").select_option("小玲")
    await mei.page.get_by_label("What").select_option("entry-edit")
    await expect(mei.page).to_have_url(re.compile("by=u-ling&act=entry-edit"))
    assert desk.asked[-1]["query"] == {"by": "u-ling", "act": "entry-edit", "limit": "100"}
