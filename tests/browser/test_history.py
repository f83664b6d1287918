"""A long room: earlier messages, new ones below, where reading stopped."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import PHONE
from tests.browser.stand_in import StandIn, listen
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

MANY = 120
LINES = [f"line {number:03}" for number in range(1, MANY + 1)]

# Scrolls near to the top, and tells by how many pixels the row read there moved, at the most in
# any frame, until rows came in above it; and how many came.
SCROLL_UP = """async (log) => {
    const rows = log.getElementsByClassName('message');
    const [first, before] = [rows[0], rows.length];
    log.scrollTop = 300;
    const frame = () => new Promise(requestAnimationFrame);
    const seen = [...rows].find((row) => row.getBoundingClientRect().bottom > log.offsetTop + 60);
    const at = seen.getBoundingClientRect().top;
    let moved = 0;
    for (let still = 0; still < 10; still += rows[0] !== first) {
        await frame();
        moved = Math.max(moved, Math.abs(seen.getBoundingClientRect().top - at));
    }
    return { moved, came: rows.length - before };
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def mei(server: Process, room: str) -> AsyncIterator[Talker]:
    """She has said 120 lines."""
    mei = await Talker.enter(server.ws, "Mei", "en", room)
    for line in LINES:
        await mei.send(line, line)
    yield mei
    await mei.leave()


async def test_scrolling_up_brings_all_earlier_messages_in_order(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await expect(tom.messages.last).to_be_in_viewport()
    await expect(tom.messages.last).to_contain_text("line 120")
    await tom.page.mouse.move(400, 400)
    for earlier in ("line 071", "line 021", "line 001"):
        await tom.page.mouse.wheel(0, -100_000)
        await expect(tom.message(earlier)).to_be_attached()
    await expect(tom.texts(tom.messages)).to_have_text(LINES)
    await tom.page.mouse.wheel(0, -100_000)
    await expect(tom.page.get_by_text("This is where the conversation begins.")).to_be_in_viewport()


@pytest.mark.parametrize("device", [{}, {"device": PHONE}], ids=["desktop", "phone"])
async def test_what_is_being_read_does_not_jump_when_earlier_messages_come_in(
    visit: Visit, mei: Talker, device: dict[str, object]
) -> None:
    tom = await visit("Tom", **device)
    await expect(tom.messages.last).to_be_in_viewport()
    moved = await tom.page.get_by_role("log").evaluate(SCROLL_UP)
    assert moved["came"] == 50
    assert moved["moved"] <= 1


async def test_messages_below_are_counted_and_one_press_away(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await expect(tom.messages.last).to_be_in_viewport()
    await tom.messages.first.scroll_into_view_if_needed()
    for number in (1, 2, 3):
        await mei.send(f"new {number}", f"n{number}")
    pill = tom.page.get_by_role("button", name="3 new messages")
    await expect(pill).to_be_visible()
    await expect(tom.message("new 3")).not_to_be_in_viewport()
    await expect(tom.page).to_have_title(r"(3) " + tom_title(mei))
    await tom.picture(PICTURES / "new-below.png")
    await pill.click()
    await expect(tom.message("new 3")).to_be_in_viewport()
    await expect(pill).to_be_hidden()
    await expect(tom.page).to_have_title(tom_title(mei))


def tom_title(mei: Talker) -> str:
    return f"{mei.room} · Culture Bridge"


async def test_new_messages_are_followed_while_the_reader_is_at_the_end(
    visit: Visit, mei: Talker
) -> None:
    tom = await visit("Tom")
    await expect(tom.messages.last).to_be_in_viewport()
    await mei.send("one more", "n1")
    await expect(tom.message("one more")).to_be_in_viewport()


async def test_own_words_bring_the_reader_to_the_end(visit: Visit, mei: Talker) -> None:
    tom = await visit("Tom")
    await expect(tom.messages.last).to_be_in_viewport()
    await tom.messages.first.scroll_into_view_if_needed()
    await tom.say("I am back.")
    await expect(tom.message("I am back.")).to_be_in_viewport()


async def test_who_comes_back_finds_where_reading_stopped(
    visit: Visit, server: Process, room: str
) -> None:
    mei = await Talker.enter(server.ws, "Mei", "en", room)
    await mei.send("read", "m1")
    tom = await visit("Tom")
    await expect(tom.message("read")).to_be_visible()
    await mei.expect("read", seq=1)
    await tom.page.goto("about:blank")
    await mei.send("unread one", "m2")
    await mei.send("unread two", "m3")
    await tom.page.go_back()
    await tom.is_in()
    await expect(tom.page.get_by_role("log").get_by_role("listitem")).to_contain_text(
        ["Today", "read", "New", "unread one", "unread two"]
    )
    await mei.leave()


async def test_after_a_change_of_language_older_messages_are_translated_when_looked_at(
    visit: Visit, server: Process, room: str
) -> None:
    mei = await Talker.enter(server.ws, "小美", "zh", room)
    for number in range(100):
        await mei.send(f"第{number}天我都很喜欢喝茶。", f"z{number}")
    heard = StandIn({"translate": listen})
    tom = await visit("汤姆", locale="zh-CN", stand_in=heard)
    await tom.page.mouse.move(400, 400)
    await tom.page.mouse.wheel(0, -100_000)
    await expect(tom.messages).to_have_count(100)
    await tom.messages.last.scroll_into_view_if_needed()
    dialog = await tom.open_settings()
    await dialog.get_by_label("阅读语言").select_option("en")
    await tom.button("done").click()
    await expect(tom.texts(tom.messages.last)).to_have_attribute("lang", "en")
    assert heard.asked == []
    await tom.messages.first.scroll_into_view_if_needed()
    await expect(tom.texts(tom.messages.first)).to_have_attribute("lang", "en")
    await expect(tom.messages.nth(30)).not_to_be_in_viewport()
    assert {asked["lang"] for asked in heard.asked} == {"en"}
    assert max(asked["seq"] for asked in heard.asked) < 50
    assert len(heard.asked) == len({asked["seq"] for asked in heard.asked})
    await mei.leave()
