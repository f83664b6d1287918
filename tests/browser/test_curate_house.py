"""An administrator at the curators' page of a real server: reports, mutes, words, the room."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import LIMITS, Attend
from tests.browser.curator import Curator, link_for
from tests.server import Process, process, ready
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house") / "data"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bridge(data: Path, models: Path) -> AsyncIterator[Process]:
    with process(data, log=data.parent / "server.log", **LIMITS) as server:
        await ready(server.http)
        yield server


@pytest_asyncio.fixture(loop_scope="session")
async def root(
    curate: Attend, bridge: Process, data: Path, request: pytest.FixtureRequest
) -> Curator:
    """An administrator, signed in; another one in each test."""
    name = "root" if "house" in request.node.name else "host"
    curator = await curate(link_for(name, "admin", bridge, data), http=bridge.http)
    await curator.page.get_by_label("New password").fill("three blind mice")
    await curator.page.get_by_label("The same once more").fill("three blind mice")
    await curator.press("Enter")
    await expect(curator.heading("Queue")).to_be_visible()
    return curator


async def test_the_house_is_kept_from_the_page(root: Curator, bridge: Process) -> None:
    mallory = await Talker.enter(bridge.ws, "Mallory", "en", "tea")
    tom = await Talker.enter(bridge.ws, "Tom", "en", "tea")
    ack = await mallory.send("you are all fools", "m1")
    await tom.say("report", id="r", room="tea", seq=ack["seq"], reason="insults")
    await tom.expect("done", id="r")
    await root.go("word-lists")
    await root.page.get_by_label("Language").select_option("en")
    await root.page.get_by_label("Hold the message until a moderator has seen it").fill("gadzooks")
    await root.button("Save").click()
    await root.hears("Saved: 1 word.")
    await tom.say("send", id="h", room="tea", text="gadzooks!")
    await tom.expect("error", code="held")
    await root.go("held")
    await root.button("Let it through.*").click()
    await root.hears("Let through.")
    await mallory.expect("message", seq=2)
    await root.go("reports")
    await expect(root.page.get_by_text("you are all fools")).to_be_visible()
    await root.press("j", "m")
    await root.page.get_by_role("dialog").get_by_label("Reason").fill("insults")
    await root.press("Enter")
    await root.hears("Dealt with.")
    standing = await mallory.expect("standing")
    assert standing["muted_until"] is not None
    await rule_and_welcome(root, tom)
    await mallory.leave()
    await tom.leave()


async def rule_and_welcome(root: Curator, tom: Talker) -> None:
    await root.go("rooms/tea")
    await root.page.get_by_label("Read-only").check()
    await root.button("Save").click()
    await root.hears("are saved")
    assert (await tom.expect("rules"))["read_only"] is True
    await root.go("accounts")
    await root.page.get_by_label("Name").fill("Ling")
    await root.press("Enter")
    await expect(root.page.get_by_role("textbox", name="One-time link")).to_have_value(
        re.compile("#welcome=")
    )
    await root.press("Escape")
    await root.go("log")
    await expect(root.page.get_by_role("cell", name="muted", exact=True)).to_be_visible()
    await expect(root.page.get_by_role("cell", name="let a held message through")).to_be_visible()


async def test_the_account_goes_to_the_room_under_its_name(
    root: Curator,
) -> None:
    await root.page.get_by_role("button", name="Account").click()
    await root.button("Go to the room as .*").click()
    await expect(root.page.locator("header[data-connection=online]")).to_be_visible()
    await root.say("Good morning!")
    message = root.message("Good morning!")
    await expect(message).to_have_attribute("data-delivery", "sent")
    user = await root.page.evaluate(
        "JSON.parse(Object.entries(localStorage).find(([key]) => /identity/.test(key))[1]).user"
    )
    assert (user["name"], user["role"]) == ("host", "admin")
