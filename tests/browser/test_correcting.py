"""Saying that a translation is wrong, and reading word by word where there is none."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import DESKTOP, PHONE, Person
from tests.browser.stand_in import Frame, StandIn
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAID = "别画蛇添足了。"
WORDS = [
    {"text": "别", "reading": "bié", "meaning": "don't"},
    {"text": "画蛇添足", "reading": "huà shé tiān zú", "meaning": "to spoil by overdoing"},
    {"text": "了", "reading": "le"},
]
FAILED = {"runs": [], "status": "failed", "reasons": ["it repeats itself"], "words": WORDS}


@pytest_asyncio.fixture(loop_scope="session")
async def mei(server: Process, room: str) -> AsyncIterator[Talker]:
    """She has said an idiom."""
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await mei.send(SAID, "m1")
    yield mei
    await mei.leave()


def taken(frame: Frame) -> Frame:
    sent = {"at": 1, "sent": "2026-11-24T00:00:00.000Z"}
    return {"type": "ack", "id": frame["id"], "room": frame["room"], "seq": frame["seq"], **sent}


def refused(frame: Frame) -> Frame:
    return {"type": "error", "id": frame["id"], "code": "muted", "message": "you are muted"}


def made(**fields: Any) -> StandIn:
    """Somebody who changes every translation to this."""
    return StandIn(changes={"translation": lambda frame: frame | fields})


async def wrong(tom: Person) -> Locator:
    """The dialog about the first message's translation."""
    await expect(tom.button("original").first).to_be_visible()
    await tom.use(tom.messages.first, "This is wrong")
    return tom.page.get_by_role("dialog", name="What would be better?")


async def test_a_better_translation_is_handed_in_with_its_sentence(
    visit: Visit, mei: Talker
) -> None:
    stand_in = StandIn({"propose": taken})
    tom = await visit("Tom", stand_in=stand_in)
    dialog = await wrong(tom)
    await expect(dialog).to_contain_text(SAID)
    field = dialog.get_by_role("textbox", name="A better translation into English")
    await expect(field).to_be_focused()
    await field.fill("Don't overdo it.")
    await tom.picture(PICTURES / "wrong.png")
    await dialog.get_by_role("button", name="Suggest it").click()
    await expect(dialog).to_be_hidden()
    await expect(tom.page.get_by_role("status").filter(has_text="Thank you!")).to_have_count(1)
    (asked,) = stand_in.asked
    asked.pop("id")
    assert asked == {
        "type": "propose",
        "room": tom.page.url.split("room=")[1],
        "seq": 1,
        "lang": "en",
        "text": "Don't overdo it.",
        "kind": "translation",
    }


async def test_the_same_again_is_no_suggestion(visit: Visit, mei: Talker) -> None:
    stand_in = StandIn({"propose": taken})
    tom = await visit("Tom", stand_in=stand_in)
    dialog = await wrong(tom)
    await dialog.get_by_role("button", name="Suggest it").click()
    await expect(dialog.get_by_role("alert")).to_have_text("Write what it should say instead.")
    assert stand_in.asked == []


async def test_a_suggestion_that_is_refused_says_why_and_is_kept(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom", stand_in=StandIn({"propose": refused}))
    dialog = await wrong(tom)
    field = dialog.get_by_role("textbox")
    await field.fill("Don't overdo it.")
    await dialog.get_by_role("button", name="Suggest it").click()
    await expect(dialog.get_by_role("alert")).to_have_text("You may not write here at the moment.")
    await expect(field).to_have_value("Don't overdo it.")


async def test_the_language_of_a_message_is_corrected(visit: Visit, mei: Talker) -> None:
    again = StandIn({"translate": refused})
    tom = await visit("Tom", stand_in=again)
    dialog = await wrong(tom)
    await expect(dialog.get_by_label("This message is written in")).to_have_value("zh")
    await dialog.get_by_label("This message is written in").select_option("en")
    await dialog.get_by_role("button", name="Translate again").click()
    await expect(tom.texts(tom.messages)).to_have_text(SAID)
    await expect(tom.texts(tom.messages)).to_have_attribute("lang", "en")
    await expect(tom.page.get_by_text("Translating…")).to_have_count(0)


async def test_what_is_wrong_can_be_said_with_the_keyboard_alone(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await expect(tom.button("original")).to_be_visible()
    await tom.composer.focus()
    await tom.tab_to(tom.messages.first, "Shift+Tab")
    await tom.page.keyboard.press("Enter")
    await tom.tab_to(tom.messages.first.get_by_role("button", name="This is wrong"))
    # The note that opened in passing takes the first Escape while it is there.
    await expect(tom.page.get_by_role("dialog", name="画蛇添足")).to_be_hidden()
    await tom.page.keyboard.press("Enter")
    await expect(tom.page.get_by_role("dialog", name="What would be better?")).to_be_visible()
    await tom.page.keyboard.press("Escape")
    await expect(tom.messages.first.get_by_role("button", name="This is wrong")).to_be_focused()


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_a_failed_translation_shows_the_original_word_by_word(
    visit: Visit, mei: Talker, device: dict[str, Any]
) -> None:
    tom = await visit("Tom", stand_in=made(**FAILED), device=device)
    text = tom.texts(tom.messages)
    await expect(text.locator("rt")).to_have_text([word["reading"] for word in WORDS])
    await expect(text.locator("[part=word]").nth(1)).to_contain_text("to spoil by overdoing")
    await expect(text).to_contain_text("。")
    assert await tom.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    await tom.picture(PICTURES / f"words-{device['viewport']['width']}.png")
    await text.get_by_role("button", name="画蛇添足").click()
    await expect(tom.page.get_by_role("dialog")).to_contain_text("by adding what it does not need")


async def test_a_translation_by_people_says_so(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom", stand_in=made(by="person"))
    await expect(tom.messages.first).to_contain_text("Corrected by a person")


async def test_a_term_in_the_translation_opens_the_same_card(visit: Visit, mei: Talker) -> None:
    entry = "zh/idiom/hua-she-tian-zu"
    runs = [{"text": "Don't "}, {"text": "overdo it", "entry": entry}, {"text": "."}]
    tom = await visit("Tom", stand_in=made(runs=runs, status="ok"))
    await tom.messages.first.get_by_role("button", name="overdo it").click()
    await expect(tom.page.get_by_role("dialog")).to_contain_text("huà shé tiān zú")
    await expect(tom.messages.first.locator("[part~=note]")).to_have_count(1)


async def test_a_mixed_message_in_ones_own_language_is_shown_in_its_translation(
    visit: Visit, server: Process, room: str
) -> None:
    def mixed(frame: Frame) -> Frame:
        return frame | {"lang": "en"}

    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await mei.send("我今天好累", "m1")
    tom = await visit("Tom", stand_in=StandIn(changes={"message": mixed}))
    await expect(tom.texts(tom.messages)).to_have_attribute("data-kind", "translation")
    await mei.leave()


async def test_the_server_keeps_a_suggestion(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    dialog = await wrong(tom)
    await dialog.get_by_role("textbox").fill("Don't overdo it.")
    await dialog.get_by_role("button", name="Suggest it").click()
    await expect(tom.page.get_by_role("status").filter(has_text="Thank you!")).to_have_count(1)
    await expect(dialog).to_be_hidden()


async def test_the_author_tells_everybody_which_language_it_is(
    visit: Visit, server: Process, room: str
) -> None:
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    tom = await visit("Tom")
    await tom.say("Gift gut Rat Tag")
    said = (await mei.expect("message"))["lang"]
    await tom.use(tom.messages.last, "This is wrong")
    dialog = tom.page.get_by_role("dialog")
    await dialog.get_by_label("This message is written in").select_option("zh")
    await dialog.get_by_role("button", name="Translate again").click()
    assert (await mei.expect("message"))["lang"] == "zh" != said
    await mei.leave()


async def test_another_reader_corrects_the_language_for_themselves_alone(
    visit: Visit, server: Process, room: str
) -> None:
    bo = await Talker.enter(server.ws, "Bo", "en", room)
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    await bo.send("Good morning, how are you today?", "b1")
    await mei.expect("message")
    tom = await visit("Tom")
    await tom.use(tom.messages.first, "This is wrong")
    dialog = tom.page.get_by_role("dialog", name="Which language is this?")
    await dialog.get_by_label("This message is written in").select_option("zh")
    await dialog.get_by_role("button", name="Translate again").click()
    await expect(tom.messages.first.get_by_text("Chinese original")).to_be_visible()
    await mei.say("history", id="h", room=room)
    (message,) = (await mei.expect("history"))["messages"]
    assert message["lang"] == "en"
    await bo.leave()
    await mei.leave()
