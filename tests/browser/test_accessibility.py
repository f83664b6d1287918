"""axe finds nothing serious on any state of the page, in both languages, themes and sizes."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Visit, missing
from tests.browser.person import DESKTOP, PHONE, Person
from tests.browser.test_correcting import FAILED
from tests.browser.test_preview import DOUBT, IDIOM, RUDE, preview
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

AXE = Path(__file__).parents[1] / "web" / "node_modules" / "axe-core" / "axe.min.js"

SKINS = {
    "desktop-light-en": {"locale": "en-GB", "device": DESKTOP, "scheme": "light"},
    "desktop-dark-zh": {"locale": "zh-CN", "device": DESKTOP, "scheme": "dark"},
    "phone-light-zh": {"locale": "zh-CN", "device": PHONE, "scheme": "light"},
    "phone-dark-en": {"locale": "en-GB", "device": PHONE, "scheme": "dark"},
}
FINDINGS = """axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
            `${id}: ${target.join(' ')}: ${failureSummary}`)))"""


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        missing("axe-core (npm install in tests/web)")
    return AXE.read_text(encoding="utf-8")


@pytest_asyncio.fixture(loop_scope="session")
async def talk(server: Process, room: str) -> AsyncIterator[None]:
    """A conversation with something of everything in it."""
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    tom = await Talker.enter(server.ws, "Tom", "en", room)
    await mei.send("你好，你今天好吗？", "m1")
    await tom.send("I'm fine! The exam was a piece of cake.", "t1")
    await mei.send("太好了！不过别画蛇添足，早点回家吧。", "m2")
    await mei.send("🎉", "m3")
    await tom.send("Look: https://example.com/exam, `print(1)`, and @小美 too.", "t2")
    await mei.send("我没懂。", "m4", reply_to=5)
    await tom.say("react", id="r1", room=room, seq=3, emoji="👍", on=True)
    await mei.say("react", id="r2", room=room, seq=3, emoji="😂", on=True)
    await tom.send("To be deleted.", "t3")
    await tom.say("delete", id="d1", room=room, seq=7)
    await tom.send("Same time tomorrow?", "t4")
    await tom.say("edit", id="e1", room=room, seq=8, text="Same place tomorrow?")
    yield
    await mei.leave()
    await tom.leave()


async def look(person: Person, axe: str, name: str) -> None:
    """Take a picture, and let axe look."""
    await person.picture(PICTURES / "states" / f"{name}.png")
    devtools = await person.context.new_cdp_session(person.page)
    # Through the debugger: the page's own policy keeps scripts out.
    await devtools.send("Runtime.evaluate", {"expression": axe})
    answer: dict[str, Any] = await devtools.send(
        "Runtime.evaluate", {"expression": FINDINGS, "awaitPromise": True, "returnByValue": True}
    )
    assert answer["result"]["value"] == [], name


@pytest.mark.parametrize("skin", SKINS)
async def test_a_first_visit_is_accessible(visit: Visit, axe: str, skin: str) -> None:
    person = await visit(**SKINS[skin])
    await expect(person.button("enter")).to_be_visible()
    await look(person, axe, f"welcome-{skin}")
    await person.button("enter").click()
    await look(person, axe, f"welcome-refused-{skin}")


@pytest.mark.parametrize("skin", SKINS)
async def test_a_room_and_everything_that_opens_in_it_is_accessible(
    visit: Visit, talk: None, axe: str, skin: str
) -> None:
    ann = await visit("Ann", **SKINS[skin])
    await expect(ann.messages).to_have_count(8)
    await expect(ann.page.get_by_text(re.compile("Translating…|正在翻译…"))).to_have_count(0)
    await ann.say("My own words, my own side.")
    await expect(ann.messages.last).to_have_attribute("data-delivery", "sent")
    await look(ann, axe, f"room-{skin}")
    translated = ann.messages.filter(has=ann.button("original")).last
    await translated.locator("[part~=text]").click()
    await ann.button("original").last.click()
    await look(ann, axe, f"room-original-{skin}")
    await ann.messages.locator("[part~=note]").first.click()
    await expect(ann.page.get_by_role("dialog")).to_contain_text(re.compile("Tone|语气"))
    await look(ann, axe, f"note-{skin}")
    await ann.page.keyboard.press("Escape")
    await ann.open_settings()
    await look(ann, axe, f"settings-{skin}")
    await ann.page.keyboard.press("Escape")
    await ann.button("Invite|邀请").click()
    await look(ann, axe, f"invite-{skin}")


@pytest.mark.parametrize("skin", SKINS)
async def test_what_is_shown_while_one_writes_and_what_is_wrong_is_accessible(
    visit: Visit, talk: None, axe: str, skin: str
) -> None:
    stand_in = preview(IDIOM, RUDE, DOUBT, lang="zh" if skin.endswith("en") else "en")
    stand_in.changes["translation"] = lambda frame: frame | FAILED
    ann = await visit("Ann", stand_in=stand_in, **SKINS[skin])
    await expect(ann.messages).to_have_count(8)
    await expect(ann.page.get_by_text(re.compile("Translating…|正在翻译…"))).to_have_count(0)
    await look(ann, axe, f"words-{skin}")
    await ann.composer.press_sequentially("It was a piece of cake, whatever.")
    await expect(ann.preview).to_be_visible()
    await look(ann, axe, f"preview-{skin}")
    await ann.preview_line.click()
    await look(ann, axe, f"preview-whole-{skin}")
    await ann.page.keyboard.press("Escape")
    await ann.messages.last.focus()
    wrong = ann.messages.last.get_by_role("button", name=re.compile("This is wrong|翻译有误"))
    await wrong.press("Enter")
    await expect(ann.page.get_by_role("dialog")).to_be_visible()
    await look(ann, axe, f"wrong-{skin}")


@pytest.mark.parametrize("skin", ["phone-light-zh", "phone-dark-en"])
async def test_on_a_phone_the_people_are_a_press_away(
    visit: Visit, talk: None, axe: str, skin: str
) -> None:
    ann = await visit("Ann", **SKINS[skin])
    await ann.tap(ann.page.get_by_role("button", name=re.compile("3 people here|3 人在线")))
    dialog = ann.page.get_by_role("dialog")
    await expect(dialog.get_by_role("listitem")).to_have_count(3)
    await look(ann, axe, f"people-{skin}")


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_nothing_reaches_over_the_side_of_the_window(
    visit: Visit, talk: None, server: Process, room: str, device: dict[str, Any]
) -> None:
    mallory = await Talker.enter(server.ws, "W" * 32, "en", room)
    await mallory.send("w" * 500, "w1")
    await mallory.send("https://example.com/" + "w" * 300, "w2")
    await mallory.send("`" + "w " * 150 + "`", "w3")
    ann = await visit("Ann", device=device)
    await expect(ann.messages).to_have_count(11)
    log = ann.page.get_by_role("log")
    assert await log.evaluate("node => node.scrollWidth - node.clientWidth") == 0
    assert await ann.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    await ann.picture(PICTURES / f"long-{device['viewport']['width']}.png")
    await mallory.leave()


async def test_at_320_pixels_everything_still_fits(visit: Visit, talk: None) -> None:
    ann = await visit("Ann", device={"viewport": {"width": 320, "height": 568}})
    await expect(ann.messages).to_have_count(8)
    assert await ann.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    await expect(ann.button("settings")).to_be_in_viewport(ratio=1)
    await expect(ann.button("send")).to_be_in_viewport(ratio=1)
    await ann.picture(PICTURES / "narrow.png")
