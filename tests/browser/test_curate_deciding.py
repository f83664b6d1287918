"""Proposals decided and entries edited at the curators' page, as a stand-in server sees it."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Attend
from tests.browser.desk_answers import LING, SNAKE
from tests.browser.desk_stand_in import DeskStandIn, Refusal

pytestmark = pytest.mark.asyncio(loop_scope="session")

EDITOR = f"/curate#/entries/{SNAKE['id']}"


async def test_the_effect_tells_what_comes_and_how_translations_would_read(
    curate: Attend,
) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue/17", desk=desk)
    effect = mei.page.get_by_role("region", name="What it would do")
    await expect(effect).to_contain_text("In the last 2,000 messages:")
    await expect(effect).to_contain_text("1 message gets the note")
    await expect(effect).to_contain_text("1 hit inside another word")
    await expect(effect.locator("del")).to_have_text(["absolutely"])
    await expect(effect.locator("ins")).to_have_text(["the absolute best"])
    [asked] = desk.sent("POST", "/glossary/effect")
    assert (asked["id"], asked["entry"]["term"]) == ("zh/slang/jue-jue-zi", "绝绝子")


async def test_an_approval_opens_the_next_one_and_is_said_aloud(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue/17", desk=desk)
    await expect(mei.heading(re.compile("绝绝子"))).to_be_focused()
    await mei.press("a")
    await mei.hears("Approved: \u2068绝绝子\u2069.")
    await expect(mei.heading(re.compile("我没懂。"))).to_be_focused()
    [sent] = desk.sent("POST", "/proposals/17/approve")
    assert (sent["entry"]["id"], sent["base"]) == ("zh/slang/jue-jue-zi", 0)


async def test_a_translation_is_made_better_still(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue/18", desk=desk)
    await expect(mei.heading(re.compile("我没懂。"))).to_be_focused()
    await mei.press("e")
    await mei.write("I didn't catch that.")
    await expect(mei.page.get_by_text("The entry has changed since.")).to_be_visible()
    await mei.page.get_by_label("Use it wherever this sentence is said").check()
    await mei.button("Approve with changes.*").click()
    await mei.hears("Approved")
    assert desk.sent("POST", "/proposals/18/approve") == [
        {"better": "I didn't catch that.", "everywhere": True}
    ]


async def test_declining_needs_a_reason(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue/17", desk=desk)
    await expect(mei.heading(re.compile("绝绝子"))).to_be_focused()
    await mei.press("d")
    reason = mei.page.get_by_label("Reason")
    await expect(reason).to_be_focused()
    await mei.press("ControlOrMeta+Enter")
    await expect(mei.page.get_by_text("Say why, in a few words.")).to_be_visible()
    await mei.write("Everybody knows this")
    await mei.press("ControlOrMeta+Enter")
    await mei.hears("Declined")
    assert desk.sent("POST", "/proposals/17/decline") == [{"reason": "Everybody knows this"}]


async def test_ones_own_proposal_is_for_somebody_else(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue/20", desk=desk)
    await expect(mei.page.get_by_text("so somebody else decides")).to_be_visible()
    await expect(mei.button("Approve.*")).to_have_count(0)
    await mei.press("a", "d")
    assert desk.sent("POST", "/proposals/20/.+") == []


async def test_what_somebody_else_has_taken_says_who(curate: Attend) -> None:
    desk = DeskStandIn()
    taken = Refusal(409, "claimed", "小玲 is at it until 10:15")
    desk.put("POST /proposals/17/claim", taken)
    mei = await curate("/curate#/queue/17", desk=desk)
    await mei.button("Take it.*").click()
    await expect(mei.page.get_by_role("alert").first).to_contain_text("小玲 is at it until")
    await mei.go("queue/19")
    await expect(mei.page.get_by_text(re.compile("小玲.* is at it, until"))).to_be_visible()


async def test_filters_are_asked_of_the_server_and_stay_in_the_address(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/queue", desk=desk)
    await mei.page.get_by_label("What").select_option("note")
    await mei.page.get_by_text("More filters").click()
    await mei.page.get_by_label("Taken by").focus()
    await mei.page.get_by_label("Taken by").select_option("free")
    await expect(mei.page).to_have_url(re.compile(r"kind=note&claimed=free$"))
    await expect(mei.page.get_by_label("Taken by")).to_be_focused()
    asked = [each["query"] for each in desk.asked if each["path"] == "/proposals"]
    assert asked[-1] == {"stand": "open", "kind": "note", "claimed": "free", "limit": "50"}


async def test_a_refused_entry_says_the_cure_beside_each_field(curate: Attend) -> None:
    desk = DeskStandIn()
    reasons = ["`hits`: 别画了。 holds no 画蛇添足", "for.en.gloss is too long"]
    more = {"error": {"code": "bad-entry", "message": "; ".join(reasons), "reasons": reasons}}
    desk.put("PUT /glossary/.+", Refusal(422, "bad-entry", "", more))
    mei = await curate(EDITOR, desk=desk)
    hits = mei.page.get_by_role("textbox", name="Must be found in")
    await hits.fill("别画了。")
    await mei.button("Save").click()
    await expect(hits).to_have_accessible_description(re.compile("holds no 画蛇添足"))
    meaning = mei.page.get_by_role("textbox", name="Meaning")
    await expect(meaning).to_have_accessible_description(re.compile("is too long"))
    await expect(hits).to_be_focused()


async def test_an_entry_that_wants_something_is_not_sent(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate#/entries/new?lang=zh&term=%E7%BB%9D", desk=desk)
    reading = mei.page.get_by_role("textbox", name="Reading")
    await reading.fill("jué")
    await expect(mei.page.get_by_role("textbox", name="Id", exact=True)).to_have_value("jue")
    await mei.button("Save").click()
    await expect(mei.page.get_by_role("textbox", name="Must be found in")).to_be_focused()
    await mei.page.get_by_role("textbox", name="Must be found in").fill("太绝了")
    await mei.page.get_by_role("textbox", name="Meaning").fill("superb")
    await mei.button("Save").click()
    await mei.hears("Saved")
    [sent] = desk.sent("PUT", "/glossary/entries/zh/slang/jue")
    assert (sent["base"], sent["entry"]["for"]["en"]["gloss"]) == (0, "superb")


async def test_two_at_one_entry_choose_field_by_field(curate: Attend) -> None:
    desk = DeskStandIn()
    theirs = SNAKE | {"tone": "critical", "reading": "huà shé tiānzú"}
    conflict = {
        "base": SNAKE,
        "yours": SNAKE | {"tone": "teasing"},
        "theirs": theirs,
        "merged": theirs | {"tone": "teasing"},
        "fields": ["tone"],
        "revision": 8,
        "by": LING,
    }
    desk.put("PUT /glossary/.+", Refusal(409, "conflict", "somebody was faster", conflict))
    mei = await curate(EDITOR, desk=desk)
    await mei.page.get_by_role("textbox", name="Tone").fill("teasing")
    await mei.button("Save").click()
    await expect(mei.page.get_by_role("heading", name="Somebody was faster")).to_be_focused()
    await mei.page.get_by_role("radio", name=re.compile("小玲")).check()
    await mei.button("Take this into the form").click()
    await expect(mei.page.get_by_role("textbox", name="Tone")).to_have_value("critical")
    reading = mei.page.get_by_role("textbox", name="Reading")
    await expect(reading).to_have_value("huà shé tiānzú")
    await reading.fill("huà shé tiān zú")
    desk.put("PUT /glossary/.+", {"entry": SNAKE, "revision": 9})
    await mei.button("Save").click()
    await mei.hears("Saved")
    assert desk.sent("PUT", "/glossary/.+")[-1]["base"] == 8


async def test_the_card_and_the_marks_follow_the_typing(curate: Attend) -> None:
    mei = await curate(EDITOR, desk=DeskStandIn())
    await mei.page.get_by_label("Text to try it on").fill("别画蛇添足啊")
    await expect(mei.page.get_by_text("The note is found.")).to_be_visible()
    await expect(mei.page.locator(".noted-this")).to_have_text("画蛇添足")
    await mei.page.get_by_role("textbox", name="Meaning").fill("to overdo it")
    await expect(mei.page.locator(".card-gloss")).to_have_text("to overdo it")
    await mei.page.get_by_label("Text to try it on").fill("别画了")
    await expect(mei.page.get_by_text("The note is not found here.")).to_be_visible()


async def test_an_unknown_word_becomes_an_entry_with_its_example(curate: Attend) -> None:
    mei = await curate("/curate#/unknown", desk=DeskStandIn())
    await expect(mei.page.get_by_text(re.compile("40.3.* times as often as usual"))).to_be_visible()
    await mei.press("j", "Enter")
    await expect(mei.page.get_by_role("textbox", name="Term")).to_have_value("尊嘟假嘟")
    hits = mei.page.get_by_role("textbox", name="Must be found in")
    await expect(hits).to_have_value("尊嘟假嘟？我不信。")


async def test_all_of_a_person_is_shown_before_it_is_taken_back(curate: Attend) -> None:
    desk = DeskStandIn()
    mei = await curate(f"{EDITOR}/history", desk=desk)
    await mei.page.get_by_role("link", name="小玲").click()
    await expect(mei.heading(re.compile("Changes by .*小玲"))).to_be_focused()
    await mei.page.get_by_label("Why").fill("vandalism")
    await mei.press("Enter")
    await expect(mei.button("Take back 1 entry")).to_be_focused()
    await mei.press("Enter")
    await mei.page.get_by_role("dialog").get_by_role("button", name="Take back").click()
    await mei.hears("1 entry is taken back.")
    sent = desk.sent("POST", "/glossary/rollback")
    assert [(each["user"], each["why"], each["dry"]) for each in sent] == [
        ("u-ling", "vandalism", True),
        ("u-ling", "vandalism", False),
    ]
