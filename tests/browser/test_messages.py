"""What can be done with a message, and who is there while it is done."""

import re
import signal
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import PHONE, Person
from tests.server import Process
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def mei(server: Process, room: str) -> AsyncIterator[Talker]:
    """She has said something."""
    mei = await Talker.enter(server.ws, "Mei", "en", room)
    await mei.send("Shall we meet at nine?", "m1")
    yield mei
    await mei.leave()


async def said(tom: Person, text: str) -> Locator:
    """Tom's own message, once it is stored."""
    await tom.say(text)
    own = tom.message(text)
    await expect(own).to_have_attribute("data-delivery", "sent")
    return own


async def test_a_reply_quotes_and_leads_back_to_what_it_answers(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await tom.use(tom.message("at nine"), "Reply")
    await expect(tom.page.get_by_text("Replying to")).to_be_visible()
    await tom.say("Gladly.")
    assert (await mei.expect("message", reply_to=1))["seq"] == 2
    quote = tom.message("Gladly.").get_by_role("button", name="In reply to")
    await expect(quote).to_contain_text("Shall we meet at nine?")
    await quote.click()
    await expect(tom.messages.first).to_be_focused()


async def test_escape_gives_up_a_reply(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await tom.use(tom.message("at nine"), "Reply")
    await tom.composer.press("Escape")
    await expect(tom.page.get_by_text("Replying to")).to_be_hidden()
    await tom.say("Something else.")
    assert "reply_to" not in await mei.expect("message", seq=2)


async def test_a_reaction_is_put_counted_and_taken_back(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    theirs = tom.message("at nine")
    await tom.use(theirs, "React")
    await tom.page.get_by_role("button", name=re.compile("React with .*👍")).click()
    mine = theirs.get_by_role("button", name=re.compile("👍.* from .*Tom"))
    await expect(mine).to_have_attribute("aria-pressed", "true")
    await mei.say("react", id="r1", room=mei.room, seq=1, emoji="👍", on=True)
    both = theirs.get_by_role("button", name=re.compile("👍.* from .*Tom.* and .*Mei"))
    await expect(both).to_contain_text("2")
    await both.click()
    alone = theirs.get_by_role("button", name=re.compile("👍.* from .*Mei"))
    await expect(alone).to_have_attribute("aria-pressed", "false")
    await expect(alone).to_contain_text("1")


async def test_the_reactions_can_be_chosen_by_the_keyboard(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await tom.composer.focus()
    await tom.tab_to(tom.message("at nine"), "Shift+Tab")
    await tom.page.keyboard.press("Enter")
    await expect(tom.page.get_by_role("button", name="React", exact=True)).to_be_focused()
    await tom.page.keyboard.press("Enter")
    await tom.page.keyboard.press("ArrowRight")
    await expect(tom.page.get_by_role("button", name=re.compile("React with .*❤️"))).to_be_focused()
    await tom.page.keyboard.press("Enter")
    await expect(tom.page.get_by_role("button", name=re.compile("❤️.* from .*Tom"))).to_be_visible()
    await expect(tom.page.get_by_role("button", name="React", exact=True)).to_be_focused()


async def test_an_edit_changes_the_message_everywhere_and_says_so(
    visit: Visit, mei: Talker
) -> None:
    tom = await visit("Tom")
    own = await said(tom, "At tne?")
    await tom.use(own, "Edit")
    await expect(tom.composer).to_have_value("At tne?")
    await tom.say("At ten?")
    await expect(tom.message("At ten?")).to_contain_text("edited")
    assert text_of(await mei.expect("message", seq=2, rev=2)) == "At ten?"


async def test_the_up_arrow_edits_the_last_own_message_and_escape_leaves_it_as_it_was(
    visit: Visit, mei: Talker
) -> None:
    tom = await visit("Tom")
    await said(tom, "At ten?")
    await tom.composer.press("ArrowUp")
    await expect(tom.page.get_by_text("Editing your message")).to_be_visible()
    await tom.composer.fill("Never")
    await tom.composer.press("Escape")
    await expect(tom.composer).to_have_value("")
    await expect(tom.texts(tom.messages).last).to_have_text("At ten?")


async def test_a_message_is_deleted_only_after_a_question_and_then_for_everyone(
    visit: Visit, mei: Talker
) -> None:
    tom = await visit("Tom")
    own = await said(tom, "A secret.")
    await tom.use(own, "Delete")
    question = tom.page.get_by_role("dialog", name="Delete this message?")
    await expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    await tom.picture(PICTURES / "delete.png")
    await tom.page.keyboard.press("Escape")
    await expect(own).to_be_visible()
    await tom.use(own, "Delete")
    await question.get_by_role("button", name="Delete").click()
    await expect(tom.messages.last).to_contain_text("This message was deleted.")
    await expect(own).to_have_count(0)
    assert (await mei.expect("message", seq=2, deleted=True))["runs"] == []


async def test_what_can_be_done_shows_on_a_message_that_settled_under_the_pointer(
    visit: Visit, server: Process
) -> None:
    tom = await visit("Tom")
    server.process.send_signal(signal.SIGSTOP)
    try:
        await tom.say("Under the pointer.")
        own = tom.message("Under the pointer.")
        await expect(own).to_have_attribute("data-delivery", "pending")
        await own.hover()
    finally:
        server.process.send_signal(signal.SIGCONT)
    await expect(own.get_by_role("button", name="Edit")).to_be_visible()


async def test_nobody_is_offered_to_change_what_others_said(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    theirs = tom.message("at nine")
    await expect(await tom.tool(theirs, "Reply")).to_be_visible()
    await expect(theirs.get_by_role("button", name="Edit")).to_have_count(0)
    await expect(theirs.get_by_role("button", name="Delete")).to_have_count(0)


async def test_on_a_phone_a_tap_on_a_message_shows_what_can_be_done_with_it(
    visit: Visit, mei: Talker
) -> None:
    tom = await visit("Tom", device=PHONE)
    await tom.tap(tom.page.get_by_text("Shall we meet at nine?"))
    await tom.tap(tom.page.get_by_role("button", name="React", exact=True))
    await tom.picture(PICTURES / "reactions-phone.png")
    await tom.tap(tom.page.get_by_role("button", name=re.compile("React with .*🎉")))
    mine = tom.page.get_by_role("button", name=re.compile("🎉.* from .*Tom"))
    await tom.tap(mine)
    await expect(mine).to_be_hidden()


async def test_typing_shows_while_it_lasts(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    line = tom.page.get_by_text(re.compile("Mei.* is typing…"))
    await mei.say("typing", room=mei.room)
    await expect(line).to_be_visible()
    await mei.send("Well?", "m2")
    await expect(line).to_be_hidden()
    await tom.composer.press_sequentially("Yes")
    assert (await mei.expect("typing"))["user"]["name"] == "Tom"


async def test_people_are_shown_with_the_language_they_read_until_they_leave(
    visit: Visit, server: Process, room: str
) -> None:
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    tom = await visit("Tom")
    people = tom.page.get_by_role("complementary", name="People")
    await expect(people.get_by_role("listitem")).to_contain_text(["Tom (you)", "小美"])
    await expect(people.get_by_role("listitem").last).to_contain_text("中文")
    await mei.leave()
    await expect(people.get_by_role("listitem")).to_contain_text(["Tom (you)"])


async def test_one_sees_who_has_read_ones_words(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    own = await said(tom, "At ten?")
    await mei.say("read", room=mei.room, seq=2)
    await expect(own).to_contain_text(re.compile("Seen by .*Mei"))
