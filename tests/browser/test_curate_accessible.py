"""axe finds nothing on any screen of the curators' page, in both languages, themes and sizes."""

import re
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Attend
from tests.browser.curator import Curator
from tests.browser.desk_answers import SNAKE
from tests.browser.desk_stand_in import DeskStandIn, Refusal
from tests.browser.test_accessibility import SKINS, axe

__all__ = ["axe"]
pytestmark = pytest.mark.asyncio(loop_scope="session")

SCREENS = (
    "queue",
    "queue/17",
    "queue/18",
    "queue/19",
    "queue/20",
    "entries",
    f"entries/{SNAKE['id']}",
    f"entries/{SNAKE['id']}/history",
    "entries/new",
    "unknown",
    "usage",
    "conflicts",
    "files",
    "changes/u-ling?name=Ling",
    "reports",
    "held",
    "sanctions",
    "word-lists",
    "rooms",
    "accounts",
    "log",
)
EMPTY: dict[str, Any] = {
    "GET /proposals": {
        "proposals": [],
        "counts": {"open": 0, "note": 0, "translation": 0, "dispute": 0},
        "more": False,
    },
    "GET /reports": {"reports": []},
    "GET /conflicts": {"conflicts": []},
    "GET /audit": Refusal(503, "unavailable", "the store does not answer just now"),
}
FINDINGS = """axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
        `${id}: ${target.join(' ')}: ${failureSummary}`)))"""


async def look(curator: Curator, axe: str, name: str) -> None:
    """Take a picture; axe finds nothing, and nothing reaches over the side."""
    await expect(curator.page.locator("[aria-busy]")).to_have_count(0)
    await curator.picture(PICTURES / "curate" / f"{re.sub(r'[^a-z0-9-]+', '-', name)}.png")
    devtools = await curator.context.new_cdp_session(curator.page)
    await devtools.send("Runtime.evaluate", {"expression": axe})
    answer: dict[str, Any] = await devtools.send(
        "Runtime.evaluate", {"expression": FINDINGS, "awaitPromise": True, "returnByValue": True}
    )
    assert answer["result"]["value"] == [], name
    over = await curator.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over == 0, name


@pytest.mark.parametrize("skin", SKINS)
async def test_every_screen_is_accessible_and_has_a_heading_and_a_title(
    curate: Attend, axe: str, skin: str
) -> None:
    mei = await curate("/curate", desk=DeskStandIn(), **SKINS[skin])
    titles = set()
    for screen in SCREENS:
        await mei.go(screen)
        await expect(mei.page.locator("main h1:visible").last).not_to_be_empty()
        await look(mei, axe, f"{screen}-{skin}")
        titles.add(await mei.page.title())
    assert len(titles) == len(SCREENS) - 1  # two of the proposals are of the same word


@pytest.mark.parametrize("skin", SKINS)
async def test_signing_in_dialogs_and_empty_screens_are_accessible(
    curate: Attend, axe: str, skin: str
) -> None:
    desk = DeskStandIn()
    desk.sign_out()
    mei = await curate("/curate", desk=desk, **SKINS[skin])
    await expect(mei.page.get_by_label(re.compile("Password|密码"))).to_be_visible()
    await look(mei, axe, f"sign-in-{skin}")
    await mei.press("Enter")
    await look(mei, axe, f"sign-in-refused-{skin}")
    desk.answers.update(EMPTY)
    await mei.write("Mei")
    await mei.press("Tab")
    await mei.write("password")
    await mei.press("Enter")
    await expect(
        mei.page.get_by_text(re.compile(r"Nothing waits\.|没有待处理的。"))
    ).to_be_visible()
    await look(mei, axe, f"queue-empty-{skin}")
    await mei.press("?")
    await expect(mei.page.get_by_role("dialog")).to_be_visible()
    await look(mei, axe, f"keys-{skin}")
    await mei.press("Escape")
    await mei.page.get_by_role("button", name=re.compile("Account|账号")).click()
    await look(mei, axe, f"account-{skin}")
    await mei.press("Escape")
    await mei.go("log")
    await expect(mei.page.get_by_role("alert")).to_be_visible()
    await look(mei, axe, f"refused-{skin}")


async def test_at_320_pixels_everything_still_fits(curate: Attend) -> None:
    narrow = {"viewport": {"width": 320, "height": 568}}
    mei = await curate("/curate", desk=DeskStandIn(), device=narrow)
    for screen in SCREENS:
        await mei.go(screen)
        await expect(mei.page.locator("[aria-busy]")).to_have_count(0)
        over = await mei.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over == 0, screen
