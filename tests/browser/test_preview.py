"""How a draft will read, shown while it is written: quietly, truly, never in the way of sending."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import PHONE, Person
from tests.browser.stand_in import Frame, StandIn
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

REST_MS = 500
CAKE = "en/idiom/a-piece-of-cake"
NOTE = "(a piece of cake: 非常容易的事)"
DRAFT = "It was a piece of cake, whatever."
IDIOM = {
    "kind": "idiom",
    "text": "a piece of cake",
    "entry": CAKE,
    "plain": "It was very easy, whatever.",
    "note": NOTE,
}
RUDE = {"kind": "tone", "text": "whatever", "entry": "en/slang/whatever", "reads": "rude"}
DOUBT = {"kind": "doubt", "reasons": ["it repeats itself"]}


@pytest_asyncio.fixture(loop_scope="session")
async def mei(server: Process, room: str) -> AsyncIterator[Talker]:
    """Somebody who reads Chinese is here."""
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    yield mei
    await mei.leave()


def preview(*warnings: Frame, **fields: Any) -> StandIn:
    """Somebody who answers every `preview` with this."""
    made = {
        "runs": [{"text": "那是"}, {"text": "小菜一碟", "entry": CAKE}, {"text": "。"}],
        "status": "ok",
        "reasons": [],
        "by": "machine",
        "engine": "test",
    }

    def answer(frame: Frame) -> Frame:
        said = {"lang": frame["lang"], "from": "en", "translation": made, "notes": []}
        back = {"back": "That was easy.", "warnings": list(warnings)}
        return {"type": "preview", "id": frame["id"], **said, **back, **fields}

    return StandIn({"preview": answer})


async def writes(visit: Visit, stand_in: StandIn, **how: Any) -> Person:
    """Tom has written his draft, and sees how it will read."""
    tom = await visit("Tom", stand_in=stand_in, **how)
    await tom.composer.press_sequentially(DRAFT)
    await expect(tom.preview).to_be_visible()
    return tom


async def test_a_draft_at_rest_shows_how_it_will_read_and_the_way_back(
    visit: Visit, mei: Talker
) -> None:
    stand_in = preview()
    tom = await writes(visit, stand_in)
    await expect(tom.preview).to_contain_text("那是小菜一碟。")
    await expect(tom.preview).to_contain_text("That was easy.")
    assert [(asked["text"], asked["lang"]) for asked in stand_in.asked] == [(DRAFT, "zh")]
    await tom.picture(PICTURES / "preview.png")


async def test_nothing_that_can_be_pressed_moves_when_it_comes(visit: Visit, mei: Talker) -> None:
    await mei.send("你好", "m1")
    tom = await visit("Tom", stand_in=preview(IDIOM, RUDE))
    await expect(tom.button("original")).to_be_visible()
    parts = (tom.composer, tom.button("send"), tom.messages.last)
    before = [await part.bounding_box() for part in parts]
    await tom.composer.press_sequentially(DRAFT)
    await expect(tom.preview.get_by_role("button", name="Send it plainly")).to_be_visible()
    assert [await part.bounding_box() for part in parts] == before


async def test_enter_sends_at_once_and_takes_the_preview_away(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(IDIOM))
    await tom.composer.press("Enter")
    await expect(tom.preview).to_be_hidden()
    assert (await mei.expect("message"))["runs"][0]["text"].startswith("It was")


async def test_sent_before_half_a_second_is_over_nothing_is_asked(
    visit: Visit, mei: Talker
) -> None:
    stand_in = preview()
    tom = await visit("Tom", stand_in=stand_in, clock=True)
    await tom.say(DRAFT)
    await tom.page.clock.run_for(4 * REST_MS)
    await expect(tom.message("It was")).to_be_visible()
    assert stand_in.asked == []


async def test_an_idiom_can_be_said_plainly(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(IDIOM))
    await tom.preview.get_by_role("button", name="Send it plainly").click()
    await expect(tom.composer).to_have_value(IDIOM["plain"])
    await expect(tom.composer).to_be_focused()


async def test_the_note_can_be_attached_and_is_then_asked_about_no_more(
    visit: Visit, mei: Talker
) -> None:
    stand_in = preview(IDIOM)
    tom = await writes(visit, stand_in)
    await tom.preview.get_by_role("button", name="Attach the note").click()
    await expect(tom.composer).to_have_value(f"{DRAFT} {NOTE}")
    await expect(tom.preview.get_by_role("button", name="Attach the note")).to_be_hidden()
    await expect(tom.preview).to_be_visible()
    assert stand_in.asked[-1]["text"] == f"{DRAFT} {NOTE}"


async def test_what_may_read_as_rude_is_said(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(RUDE))
    await expect(tom.preview).to_contain_text("can come across as rude in Chinese")


async def test_a_doubtful_translation_is_marked_and_says_why_when_asked(
    visit: Visit, mei: Talker
) -> None:
    tom = await writes(visit, preview(DOUBT))
    await expect(tom.preview_line).to_contain_text("Uncertain")
    await expect(tom.preview.get_by_text("it repeats itself")).to_be_hidden()
    await tom.preview_line.click()
    await expect(tom.preview.get_by_text("it repeats itself")).to_be_visible()


async def test_buttons_of_an_older_draft_cannot_be_pressed(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(IDIOM))
    plainly = tom.preview.get_by_role("button", name="Send it plainly")
    await expect(plainly).to_be_enabled()
    await tom.page.clock.install()
    await tom.composer.press_sequentially(" And")
    await expect(plainly).to_be_disabled()


async def test_escape_puts_it_away_until_the_next_message(visit: Visit, mei: Talker) -> None:
    stand_in = preview(IDIOM)
    tom = await writes(visit, stand_in)
    await tom.composer.press("Escape")
    await expect(tom.preview).to_be_hidden()
    await expect(tom.composer).to_have_value(DRAFT)
    asked = len(stand_in.asked)
    await tom.composer.press_sequentially(" Yes")
    await tom.page.wait_for_timeout(2 * REST_MS)
    assert len(stand_in.asked) == asked
    await tom.composer.press("Enter")
    await tom.composer.press_sequentially(DRAFT)
    await expect(tom.preview).to_be_visible()


async def test_it_is_used_with_the_keyboard_alone(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(IDIOM))
    await tom.tab_to(tom.preview.get_by_role("button", name="Attach the note"), "Shift+Tab")
    await tom.page.keyboard.press("Escape")
    await expect(tom.composer).to_be_focused()
    await expect(tom.preview).to_be_hidden()


async def test_only_what_may_be_misunderstood_is_said_aloud(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(IDIOM, RUDE))
    aloud = tom.page.get_by_role("status").filter(has_text="may be misunderstood")
    await expect(aloud).to_contain_text("a piece of cake")
    await expect(aloud).to_contain_text("whatever")


async def test_the_note_in_it_opens_its_card(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview())
    await tom.preview_line.click()
    await tom.preview.get_by_role("button", name="小菜一碟", exact=True).click()
    await expect(tom.page.get_by_role("dialog")).to_contain_text("a piece of cake")


async def test_switched_off_it_is_off_after_a_reload_too(visit: Visit, mei: Talker) -> None:
    stand_in = preview()
    tom = await writes(visit, stand_in)
    dialog = await tom.open_settings()
    await dialog.get_by_role("checkbox", name="While I write, show how it will read").uncheck()
    await expect(tom.preview).to_be_hidden()
    await tom.page.reload()
    await tom.is_in()
    asked = len(stand_in.asked)
    await tom.composer.press_sequentially(DRAFT)
    await tom.page.wait_for_timeout(2 * REST_MS)
    assert len(stand_in.asked) == asked


async def test_nothing_is_asked_where_all_read_the_same(visit: Visit) -> None:
    stand_in = preview()
    tom = await visit("Tom", stand_in=stand_in)
    await tom.composer.press_sequentially(DRAFT)
    await tom.page.wait_for_timeout(2 * REST_MS)
    assert stand_in.asked == []


async def test_nothing_is_asked_while_an_input_method_composes(visit: Visit, mei: Talker) -> None:
    stand_in = preview()
    tom = await visit("Tom", stand_in=stand_in)
    await tom.composer.focus()
    keyboard = await tom.context.new_cdp_session(tom.page)
    await keyboard.send(
        "Input.imeSetComposition", {"text": "ni hao", "selectionStart": 6, "selectionEnd": 6}
    )
    await tom.page.wait_for_timeout(3 * REST_MS)
    assert stand_in.asked == []
    await keyboard.send("Input.insertText", {"text": "你好"})
    await expect(tom.preview).to_be_visible()
    assert [asked["text"] for asked in stand_in.asked] == ["你好"]


async def test_on_a_phone_it_fits_and_leaves_the_button_free(visit: Visit, mei: Talker) -> None:
    tom = await writes(visit, preview(IDIOM, RUDE), device=PHONE)
    assert await tom.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    await tom.picture(PICTURES / "preview-phone.png")
    await tom.tap(tom.button("send"))
    await expect(tom.message("It was")).to_be_visible()
