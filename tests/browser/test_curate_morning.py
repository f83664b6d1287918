"""A curator's morning at the page, start to finish, by keyboard alone, on a real server."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.conftest import LIMITS, Attend, Visit
from tests.browser.curator import Curator, link_for
from tests.server import Process, process, ready
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

PASSWORD = "three blind mice"
TERM = "月亮鸭"
SNAKE = "zh/idiom/hua-she-tian-zu"
LONG_FORM_TABS = 40

# What another curator's browser does meanwhile.
SAVE_TONE = """async ([id, tone]) => {
    const { csrf } = await (await fetch('/api/v1/session')).json();
    const address = `/api/v1/glossary/entries/${id}`;
    const { entry, revision } = await (await fetch(address)).json();
    const answer = await fetch(address, {
        method: 'PUT', headers: { 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' },
        body: JSON.stringify({ entry: { ...entry, tone }, base: revision, why: 'softer' }),
    });
    return answer.status;
}"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("morning") / "data"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bridge(data: Path, models: Path) -> AsyncIterator[Process]:
    """A server of its own: its queue holds what this morning brings, and nothing else."""
    with process(data, log=data.parent / "server.log", **LIMITS) as server:
        await ready(server.http)
        yield server


async def come_in(curate: Attend, name: str, bridge: Process, data: Path) -> Curator:
    """By the link, with a new password."""
    curator = await curate(link_for(name, "curator", bridge, data), http=bridge.http)
    await expect(curator.page.get_by_label("New password")).to_be_focused()
    assert "welcome" not in curator.page.url
    await curator.write(PASSWORD)
    await curator.press("Tab")
    await curator.write(PASSWORD)
    await curator.press("Enter")
    await expect(curator.heading("Queue")).to_be_visible()
    return curator


async def reach(curator: Curator, wanted: Locator, key: str = "Tab") -> None:
    """Press one key until this has the focus."""
    for _ in range(LONG_FORM_TABS):
        if await wanted.evaluate("node => node.matches(':focus')"):
            return
        await curator.press(key)
    await expect(wanted).to_be_focused()


@pytest_asyncio.fixture(loop_scope="session")
async def question(bridge: Process) -> AsyncIterator[None]:
    """Somebody asked what a word means, and somebody answered."""
    ling = await Talker.enter(bridge.ws, "小玲", "zh", "tea")
    tom = await Talker.enter(bridge.ws, "Tom", "en", "tea")
    ack = await ling.send(f"我们都是{TERM}。", "m1")
    await tom.say("ask", id="q", room="tea", seq=ack["seq"], text=TERM, lang="en")
    asked = await ling.expect("question")
    answer = {"question": asked["question"], "gloss": "night owl", "body": "Up late."}
    await ling.say("answer", id="a", room="tea", **answer)
    await ling.expect("ack", id="a")
    yield
    await ling.leave()
    await tom.leave()


async def test_a_curators_morning_by_keyboard_alone(
    curate: Attend, visit: Visit, bridge: Process, data: Path, question: None
) -> None:
    ann = await visit("Ann", http=bridge.http, room="tea")
    mei = await come_in(curate, "mei", bridge, data)
    ling = await come_in(curate, "ling", bridge, data)
    await approve_with_changes(mei)
    told = ann.messages.first.get_by_role("button", name=TERM)
    await expect(told).to_be_visible()
    await told.click()
    await expect(ann.page.get_by_role("dialog")).to_contain_text("a night owl, always up late")
    await meet_another(mei, ling)
    await take_back(mei)
    await exchange_files(mei, data.parent)
    await go_home(mei)


async def approve_with_changes(mei: Curator) -> None:
    await mei.press("j")
    await expect(mei.focused).to_contain_text(TERM)
    await mei.press("Enter")
    await expect(mei.heading(re.compile(TERM))).to_be_focused()
    await mei.press("c")
    await mei.hears("It is yours")
    await mei.press("v")
    await expect(mei.page.get_by_text("1 message gets the note")).to_be_visible()
    await mei.press("e")
    meaning = mei.page.get_by_role("textbox", name="Meaning").first
    await reach(mei, meaning)
    await mei.write("a night owl, always up late")
    await mei.press("Escape", "a")
    await mei.hears(re.compile(f"Approved: .*{TERM}.*Nothing waits"))
    await expect(mei.heading("Queue")).to_be_focused()


async def meet_another(mei: Curator, ling: Curator) -> None:
    await mei.press("g", "e")
    await expect(mei.page.get_by_role("searchbox", name="Search the entries")).to_be_focused()
    await mei.write("画蛇添足")
    await expect(mei.page.get_by_role("link", name="画蛇添足")).to_have_count(1)
    await mei.press("ArrowDown", "Enter")
    await expect(mei.heading("画蛇添足")).to_be_focused()
    await mei.press("e")
    tone = mei.page.get_by_role("textbox", name="Tone")
    await reach(mei, tone)
    await mei.write("teasing")
    assert await ling.page.evaluate(SAVE_TONE, [SNAKE, "gentle criticism"]) == 200
    await mei.press("ControlOrMeta+Enter")
    await expect(mei.page.get_by_role("heading", name="Somebody was faster")).to_be_focused()
    await expect(mei.page.get_by_role("radio", name="By \u2068ling\u2069")).to_be_visible()
    await reach(mei, mei.page.get_by_role("button", name="Take this into the form"))
    await mei.press("Enter")
    await expect(tone).to_have_value("teasing")
    await expect(mei.page.get_by_role("button", name="Save")).to_be_focused()
    await mei.press("Enter")
    await mei.hears(re.compile("Saved: .*画蛇添足"))


async def take_back(mei: Curator) -> None:
    await expect(mei.heading("画蛇添足")).to_be_focused()
    await mei.press("h")
    await expect(mei.heading(re.compile("History of .*画蛇添足"))).to_be_focused()
    await expect(mei.page.get_by_role("listitem").get_by_text("teasing")).to_be_visible()
    await reach(mei, mei.page.get_by_role("button", name="Take this change back").first)
    await mei.press("Enter")
    await mei.hears("is taken back")
    await mei.press("h")
    await expect(mei.page.get_by_role("textbox", name="Tone")).to_have_value("gentle criticism")


async def exchange_files(mei: Curator, folder: Path) -> None:
    await mei.press("g", "f")
    await expect(mei.heading("Files")).to_be_focused()
    await reach(mei, mei.page.get_by_label("Format").last)
    await mei.page.keyboard.type("CSV")
    await reach(mei, mei.page.get_by_role("link", name="Download"))
    async with mei.page.expect_download() as downloading:
        await mei.press("Enter")
    file = folder / "glossary.csv"
    await (await downloading.value).save_as(file)
    text = file.read_text(encoding="utf-8")
    assert "a night owl, always up late" in text
    file.write_text(text.replace("a night owl, always up late", "night owl"), encoding="utf-8")
    field = mei.page.get_by_label("File", exact=True)
    await reach(mei, field, "Shift+Tab")
    await mei.choose(file)
    await reach(mei, mei.page.get_by_role("button", name="Show what would happen"))
    await mei.press("Enter")
    await expect(mei.page.get_by_text("All rows can be imported.")).to_be_focused()
    await reach(mei, mei.page.get_by_role("button", name="Import 1 row"))
    await mei.press("Enter")
    await mei.hears("Imported: \u2068glossary.csv\u2069.")


async def go_home(mei: Curator) -> None:
    await reach(mei, mei.page.get_by_role("button", name="Account"), "Shift+Tab")
    await mei.press("Enter")
    await reach(mei, mei.page.get_by_role("button", name="Sign out"))
    await mei.press("Enter")
    await expect(mei.heading("Sign in")).to_be_visible()
    assert await mei.page.evaluate("fetch('/api/v1/session').then(({ status }) => status)") == 401
