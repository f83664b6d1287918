"""Whatever people write stays text: no element, no script, no link but a harmless one (S12)."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.hostile import MESSAGES, PAYLOADS, HostileServer, foreign
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONGEST_NAME = 32

# Where the first and the last character of a text stand, in pixels from the left.
ENDS = """(node) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode();
    const left = (at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
    };
    return [left(0), left(text.length - 1)];
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def mallory(server: Process, room: str) -> AsyncIterator[Talker]:
    mallory = await Talker.enter(server.ws, "Mallory", "en", room)
    yield mallory
    await mallory.leave()


@pytest.mark.parametrize("part", range(4))
async def test_hostile_messages_are_shown_as_they_were_written(
    visit: Visit, mallory: Talker, part: int
) -> None:
    payloads = PAYLOADS[part::4]
    tom = await visit("Tom")
    for number, payload in enumerate(payloads):
        await mallory.send(payload, f"x{number}")
    shown = tom.messages.filter(has=tom.page.locator("[data-kind=original], [data-kind]"))
    await expect(shown).to_have_count(len(payloads))
    await tom.choose("Original, translation by a tap")
    told = await tom.texts(tom.messages).all_text_contents()
    assert [plain(each) for each in told] == [plain(each) for each in payloads]
    assert await foreign(tom.page) == []


def plain(text: str) -> str:
    """Without the marks of code, and the host that stands beside a disguised link."""
    return re.sub(r" \([^)]*xn--[^)]*\)", "", text).replace("`", "")


async def test_hostile_names_and_replies_stay_text(
    visit: Visit, server: Process, room: str
) -> None:
    tom = await visit("Tom")
    for payload in PAYLOADS[::3]:
        mallory = await Talker.enter(server.ws, payload[:LONGEST_NAME], "en", room)
        ack = await mallory.send(payload, "x")
        await mallory.say("react", id="r", room=room, seq=ack["seq"], emoji="👍", on=True)
        await mallory.send("again", "y", reply_to=ack["seq"])
        await mallory.say("typing", room=room)
        await mallory.leave()
    await expect(tom.messages).to_have_count(2 * len(PAYLOADS[::3]))
    await expect(tom.page.get_by_text("<script>alert(1)</script>").first).to_be_visible()
    assert await foreign(tom.page) == []


async def test_hostile_room_names_stay_text(visit: Visit) -> None:
    person = await visit(room=PAYLOADS[0])
    await expect(person.page.get_by_text(PAYLOADS[0])).to_be_visible()
    element = person.page.locator("chat-bridge")
    for payload in PAYLOADS[::2]:
        await element.evaluate("(node, room) => { node.room = room }", payload)
        await expect(person.page.get_by_text(payload)).to_be_visible()
    assert await foreign(person.page) == []


async def test_an_own_hostile_name_stays_text(visit: Visit) -> None:
    tom = await visit("<img src=x onerror=alert(1)>")
    await tom.say("Who am I?")
    await expect(tom.page.get_by_role("complementary")).to_contain_text("<img src=x onerror")
    assert await foreign(tom.page) == []


async def test_a_hostile_server_makes_nothing_but_text_either(visit: Visit) -> None:
    tom = await visit()
    await tom.page.route_web_socket(re.compile("/ws$"), HostileServer().serve)
    await tom.page.reload()
    await tom.come_in("Tom")
    await expect(tom.messages).to_have_count(MESSAGES)
    await tom.choose("Translation above original")
    await tom.messages.last.locator("[part~=note]").first.click()
    await expect(tom.page.get_by_role("dialog")).to_be_visible()
    assert await foreign(tom.page) == []
    await tom.composer.fill("How will this read?")
    await expect(tom.preview.get_by_role("button", name="Send it plainly")).to_be_visible()
    await tom.preview_line.click()
    await expect(tom.preview.get_by_text("The translation is uncertain")).to_be_visible()
    assert await foreign(tom.page) == []
    await tom.composer.press("Escape")
    await tom.use(tom.messages.last, "This is wrong")
    await expect(tom.page.get_by_role("dialog", name="What would be better?")).to_be_visible()
    assert await foreign(tom.page) == []
    await tom.picture(PICTURES / "hostile.png")


async def test_only_web_and_mail_addresses_become_links(visit: Visit, mallory: Talker) -> None:
    tom = await visit("Tom")
    await mallory.send(
        "https://example.com/a?b=1 www.example.com ann@example.com http://example.com/%22"
        " javascript:alert(1) data:text/html,x ftp://example.com https://user@evil.example/",
        "m1",
    )
    links = tom.messages.first.get_by_role("link")
    await expect(links.first).to_be_visible()
    assert [await each.get_attribute("href") for each in await links.all()] == [
        "https://example.com/a?b=1",
        "https://www.example.com/",
        "mailto:ann@example.com",
        "http://example.com/%22",
    ]
    for link in await links.all():
        await expect(link).to_have_attribute("target", "_blank")
        await expect(link).to_have_attribute("rel", re.compile("noopener noreferrer"))


async def ends(text: Locator) -> tuple[float, float]:
    first, last = await text.evaluate(ENDS)
    return first, last


async def test_a_text_that_turns_the_direction_turns_nothing_beside_it(
    visit: Visit, server: Process, room: str, mallory: Talker
) -> None:
    maryam = await Talker.enter(server.ws, "مريم", "en", room)
    await maryam.send("مرحبا بالجميع، كيف حالكم اليوم؟", "m1")
    await mallory.send("\u202eturned around", "x1")
    await mallory.send("after it", "x2")
    tom = await visit("Tom")
    await expect(tom.messages).to_have_count(3)
    arabic = tom.messages.first
    await expect(tom.texts(arabic)).to_have_css("direction", "rtl")
    name = await arabic.locator("[part~=name]").bounding_box()
    time = await arabic.locator("time").bounding_box()
    assert name is not None
    assert time is not None
    assert name["x"] < time["x"]
    for text in (arabic.locator("time"), tom.texts(tom.message("after it"))):
        first, last = await ends(text)
        assert first < last
    first, last = await ends(tom.texts(tom.message("turned around")))
    assert first > last
    await tom.picture(PICTURES / "right-to-left.png")
    await maryam.leave()
