"""Reporting a message, and what moderators do in the room, on the page itself."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bridge.core.model import Role, RoomName
from bridge.store.sqlite import SqliteStore
from tests.browser.conftest import LIMITS, PICTURES
from tests.browser.person import DESKTOP, PHONE, Person
from tests.server import Process, process, ready
from tests.staff import token_of
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

# What is filled in is isolated by characters that nobody sees.
ABOUT_TOM = re.compile("Tom.?: what should happen")


@dataclass(frozen=True)
class House:
    """A server of its own, its store, and its visitors."""

    server: Process
    store: SqliteStore
    browser: Browser
    room: str

    async def visit(self, name: str, **how: Any) -> Person:
        return await Person.arrive(self.browser, self.server.http, self.room, name, **how)

    async def moderator(self, name: str, **how: Any) -> Person:
        """Somebody whose page has the token of an account that moderates here."""
        user, token = await token_of(self.store, name, Role.MODERATOR, self.room)
        device, locale = how.pop("device", DESKTOP), how.pop("locale", "en-GB")
        context = await self.browser.new_context(
            locale=locale,
            color_scheme=how.pop("scheme", "light"),
            reduced_motion="reduce",
            **device,
        )
        address = f"{self.server.http.replace('http', 'ws', 1)}/ws"
        kept = json.dumps({"token": token, "user": {"id": user, "name": name, "role": "member"}})
        await context.add_init_script(
            f"localStorage.setItem('chat-bridge:{address}:identity', {json.dumps(kept)})"
        )
        person = await self.visit("", context=context, locale=locale)
        await person.come_in(name)
        return person


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def place(
    tmp_path_factory: pytest.TempPathFactory, models: object
) -> AsyncIterator[tuple[Process, SqliteStore]]:
    data = tmp_path_factory.mktemp("order") / "data"
    with process(data, **LIMITS) as server:
        await ready(server.http)
        store = await SqliteStore.open(data / "rooms.db")
        yield server, store
        await store.close()


@pytest.fixture
def house(place: tuple[Process, SqliteStore], browser: Browser, room: str) -> House:
    return House(*place, browser, room)


async def test_a_message_is_reported_with_a_reason(house: House) -> None:
    rude = await Talker.enter(house.server.ws, "Rude", "en", house.room)
    await rude.send("buy my coins", "m1")
    tom = await house.visit("Tom")
    await tom.use(tom.message("buy my coins"), "Report to the moderators")
    dialog = tom.page.get_by_role("dialog", name="Report this message")
    await dialog.get_by_label("What is wrong with it?").fill("spam")
    await tom.picture(PICTURES / "report.png")
    await dialog.get_by_role("button", name="Report", exact=True).click()
    await expect(dialog).to_be_hidden()
    (report,) = await house.store.rulings().reports(True, RoomName(house.room), 10)
    assert (report.reason, report.by.name) == ("spam", "Tom")
    await tom.context.close()


async def test_a_moderator_mutes_and_the_muted_see_for_how_long(house: House) -> None:
    tom = await house.visit("Tom")
    await tom.say("hello")
    mei = await house.moderator("Mei M")
    await mei.use(mei.message("hello"), "Moderate")
    dialog = mei.page.get_by_role("dialog", name=ABOUT_TOM)
    await dialog.get_by_label("Reason, told to them").fill("calm down")
    await mei.picture(PICTURES / "moderate.png")
    await dialog.get_by_role("button", name="Mute for 10 minutes").click()
    await expect(dialog).to_be_hidden()
    told = re.compile("may not write here for another .?10 min.*calm down")
    await expect(tom.page.get_by_role("status").filter(has_text=told)).to_have_count(1)
    await expect(tom.composer).to_have_attribute("readonly", "")
    await tom.picture(PICTURES / "muted.png")
    await mei.use(mei.message("hello"), "Moderate")
    await dialog.get_by_role("button", name="Unmute").click()
    await expect(tom.composer).to_be_editable()
    await tom.say("thanks")
    await tom.context.close()
    await mei.context.close()


async def test_a_moderator_deletes_and_bans_by_keyboard(house: House) -> None:
    tom = await house.visit("Tom")
    await tom.say("rubbish")
    mei = await house.moderator("Mei K")
    await (await mei.tool(mei.message("rubbish"), "Moderate")).focus()
    await mei.page.keyboard.press("Enter")
    dialog = mei.page.get_by_role("dialog", name=ABOUT_TOM)
    await expect(dialog.get_by_label("Reason, told to them")).to_be_focused()
    await mei.page.keyboard.press("Tab")
    await expect(dialog.get_by_role("button", name="Delete the message")).to_be_focused()
    await mei.page.keyboard.press("Enter")
    await expect(tom.messages).to_contain_text("deleted")
    await tom.say("more rubbish")
    await mei.use(mei.message("more rubbish"), "Moderate")
    await dialog.get_by_label("Reason, told to them").fill("spam")
    await dialog.get_by_role("button", name="Ban from this room").click()
    told = re.compile("You are banned from this room. Reason: .?spam")
    await expect(tom.page.get_by_text(told)).to_be_visible()
    await tom.picture(PICTURES / "banned.png")
    await tom.context.close()
    await mei.context.close()


async def test_a_slow_and_a_read_only_room_are_shown_in_chinese_on_a_dark_phone(
    house: House,
) -> None:
    lin = await house.visit("小林", locale="zh-CN", device=PHONE, scheme="dark")
    mei = await house.moderator("Mei R")
    await mei.page.get_by_role("button", name="How to speak here").click()
    dialog = mei.page.get_by_role("dialog", name="How to speak here")
    await dialog.get_by_label("Time between two messages").select_option("60")
    await expect(lin.page.get_by_role("status").filter(has_text="慢速模式")).to_have_count(1)
    await lin.picture(PICTURES / "slow-zh-dark-phone.png")
    await dialog.get_by_label("Only moderators write").check()
    await mei.picture(PICTURES / "room-rules.png")
    await expect(lin.page.get_by_role("status").filter(has_text="只有管理员")).to_have_count(1)
    await expect(lin.composer).to_have_attribute("readonly", "")
    await lin.picture(PICTURES / "read-only-zh-dark-phone.png")
    await lin.context.close()
    await mei.context.close()


async def test_a_name_that_is_taken_is_offered_another(house: House) -> None:
    ann = await Talker.enter(house.server.ws, "Ann", "en", house.room)
    fake = await house.visit("")
    await fake.page.get_by_label("Nickname").fill("Аnn")
    await fake.button("enter").click()
    await fake.page.get_by_role("button", name=re.compile("Come in as .?ann 2")).click()
    await expect(fake.composer).to_be_visible()
    await fake.say("it is me")
    await ann.expect("message")
    await fake.context.close()
