"""Keeping the peace is accessible in both languages, themes and sizes; what is held, and lost
powers, are told on the page."""

import re
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import expect

from bridge.core.model import Millis, Role, RoomName, UserId
from tests.browser.conftest import PICTURES
from tests.browser.test_accessibility import SKINS, axe, look
from tests.browser.test_order import House, house, place
from tests.office import Caller, sign_in
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

__all__ = ["axe", "house", "place"]  # Fixtures are used by their names.
WORD = "zorblefrump"
LOOKS = re.compile("A moderator looks at this first|管理员")


@pytest_asyncio.fixture(loop_scope="session")
async def desk(house: House) -> AsyncIterator[Caller]:
    """A moderator at the desk, who holds a word."""
    async with aiohttp.ClientSession() as http:
        name = house.room[-12:]
        caller = await sign_in(house.store, http, house.server.http, name, Role.MODERATOR)
        listed = {"words": [{"text": WORD, "act": "hold"}]}
        assert (await caller.ask("PUT", "/wordlists/en", listed)).status < 300
        yield caller


async def decide(house: House, desk: Caller, release: bool, reason: str = "") -> None:
    """What was said in this room and is held."""
    (held,) = [x for x in await house.store.rulings().held() if x.utterance.room == house.room]
    answer = {"release": release, "reason": reason}
    assert (await desk.post(f"/held/{held.id}", answer)).status < 300


async def test_what_is_held_says_so_and_appears_when_it_is_let_through(
    house: House, desk: Caller
) -> None:
    tom = await house.visit("Tom")
    ann = await Talker.enter(house.server.ws, "Ann", "en", house.room)
    await tom.say(f"the {WORD} plan")
    await expect(tom.message(WORD)).to_contain_text("A moderator looks at this first")
    await expect(tom.message(WORD).get_by_role("button", name="Try again")).to_have_count(0)
    await tom.picture(PICTURES / "held.png")
    await decide(house, desk, release=True)
    await ann.expect("message", seq=1)
    await expect(tom.message(WORD)).to_have_attribute("data-delivery", "sent")
    await expect(tom.messages).to_have_count(1)
    await expect(tom.message(WORD)).not_to_contain_text("A moderator looks at this first")
    await tom.context.close()
    await ann.leave()


async def test_whoever_is_declined_is_told_why_and_may_take_it_away(
    house: House, desk: Caller
) -> None:
    tom = await house.visit("Tom")
    await tom.say(f"the {WORD} plan")
    await expect(tom.message(WORD)).to_contain_text("A moderator looks at this first")
    await decide(house, desk, release=False, reason="not in here")
    await expect(tom.message(WORD)).to_contain_text("did not let this through")
    await expect(tom.message(WORD)).to_contain_text("not in here")
    await expect(tom.message(WORD).get_by_role("button", name="Try again")).to_have_count(0)
    await tom.picture(PICTURES / "declined.png")
    await tom.message(WORD).get_by_role("button", name="Discard").click()
    await expect(tom.messages).to_have_count(0)
    await tom.context.close()


async def test_a_role_that_is_taken_takes_the_tools_from_the_open_page(house: House) -> None:
    tom = await Talker.enter(house.server.ws, "Tom", "en", house.room)
    await tom.send("hello", "m1")
    mei = await house.moderator("Mei D")
    shield = mei.page.get_by_role("button", name="How to speak here")
    await expect(shield).to_be_visible()
    account = await house.store.accounts().holder("Mei D")
    assert account is not None
    here = RoomName(house.room)
    await house.store.accounts().grant(UserId(account.id), Role.MEMBER, here, None, Millis(0))
    await expect(shield).to_be_hidden()
    await mei.message("hello").hover()
    await expect(mei.page.get_by_role("button", name="Moderate")).to_have_count(0)
    await mei.context.close()
    await tom.leave()


@pytest.mark.parametrize("skin", SKINS)
async def test_what_moderators_see_is_accessible(house: House, axe: str, skin: str) -> None:
    tom = await Talker.enter(house.server.ws, "Tom", "en", house.room)
    await tom.send("hello", "m1")
    mei = await house.moderator(f"Mei {skin}", **SKINS[skin])
    await mei.messages.first.locator("[part~=text]").click()
    tool = mei.messages.first.get_by_role("button", name=re.compile("^(Moderate|管理)$"))
    await tool.press("Enter")
    await expect(mei.page.get_by_role("dialog")).to_be_visible()
    await look(mei, axe, f"moderate-{skin}")
    await mei.page.keyboard.press("Escape")
    await expect(tool).to_be_focused()
    await mei.page.get_by_role("button", name=re.compile("How to speak here|发言规则")).click()
    await expect(mei.page.get_by_role("dialog")).to_be_visible()
    await look(mei, axe, f"rules-{skin}")
    await mei.page.keyboard.press("Escape")
    await expect(mei.page.get_by_role("dialog")).to_have_count(0)
    await mei.context.close()
    await tom.leave()


@pytest.mark.parametrize("skin", SKINS)
async def test_what_everybody_else_sees_of_it_is_accessible(
    house: House, desk: Caller, axe: str, skin: str
) -> None:
    rude = await Talker.enter(house.server.ws, "Rude", "en", house.room)
    await rude.send("hello", "m1")
    tom = await house.visit("Tom", **SKINS[skin])
    await tom.messages.first.locator("[part~=text]").click()
    tool = tom.messages.first.get_by_role("button", name=re.compile("^(Report to|向管理员举报)"))
    await tool.press("Enter")
    await expect(tom.page.get_by_role("dialog")).to_be_visible()
    await look(tom, axe, f"report-{skin}")
    await tom.page.keyboard.press("Escape")
    await expect(tool).to_be_focused()
    await tom.say(f"the {WORD} plan")
    await expect(tom.message(WORD)).to_contain_text(LOOKS)
    await look(tom, axe, f"held-{skin}")
    rules = f"/rooms/{house.room}/rules"
    usual = {"packs_off": [], "hidden_cautions": [], "slow_s": 60, "read_only": False}
    line = tom.page.locator("[part~=rules]")
    await desk.ask("PUT", rules, usual)
    await expect(line).to_be_visible()
    await look(tom, axe, f"slow-{skin}")
    await desk.ask("PUT", rules, usual | {"read_only": True})
    await expect(tom.composer).to_have_attribute("readonly", "")
    await look(tom, axe, f"read-only-{skin}")
    await desk.ask("PUT", rules, usual | {"slow_s": 0})
    (held,) = [x for x in await house.store.rulings().held() if x.utterance.room == house.room]
    user = held.utterance.author.id
    act = {"act": "mute", "user": user, "room": house.room, "minutes": 60, "reason": "calm down"}
    assert (await desk.post("/sanctions", act)).status == 201
    await expect(line).to_contain_text("calm down")
    await look(tom, axe, f"muted-{skin}")
    await tom.context.close()
    await rude.leave()
