"""The page keeps to its own server and policy, and a normal visit leaves the console empty."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.server import Process

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
async def test_a_normal_visit_writes_nothing_on_the_console_and_asks_nobody_else(
    visit: Visit, server: Process, locale: str
) -> None:
    mei = await visit("小美", locale=locale)
    await mei.say("别画蛇添足了。 https://example.com/a")
    await expect(mei.messages.first).to_have_attribute("data-delivery", "sent")
    await mei.messages.first.get_by_role("button", name="画蛇添足").click()
    await expect(mei.page.get_by_role("dialog", name="画蛇添足")).to_contain_text("huà shé")
    await mei.page.keyboard.press("Escape")
    await mei.open_settings()
    await mei.page.keyboard.press("Escape")
    await mei.page.reload()
    await mei.is_in()
    assert mei.console == []
    ours = (server.http, server.ws)
    assert [address for address in mei.requests if not address.startswith(ours)] == []
    assert server.ws in mei.requests


async def test_the_policy_allows_the_page_its_own_socket_and_no_inline_script(
    visit: Visit, server: Process
) -> None:
    tom = await visit("Tom")
    answer = await tom.page.request.get(server.http)
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "connect-src 'self'"} <= set(policy)
    assert "require-trusted-types-for 'script'" in policy
    await tom.say("through the socket")
    await expect(tom.message("through the socket")).to_have_attribute("data-delivery", "sent")


async def test_a_room_is_named_in_the_address_and_going_back_goes_back(visit: Visit) -> None:
    tom = await visit("Tom", room="tea")
    await expect(tom.page.get_by_role("heading", name="tea", level=1)).to_be_visible()
    await tom.button("Invite").click()
    await tom.page.get_by_label("Go to another room").fill("coffee")
    await tom.button("Go").click()
    await expect(tom.page.get_by_role("heading", name="coffee", level=1)).to_be_visible()
    await expect(tom.page).to_have_url(re.compile(r"\?room=coffee$"))
    await tom.page.go_back()
    await expect(tom.page.get_by_role("heading", name="tea", level=1)).to_be_visible()


async def test_a_room_that_cannot_be_says_so(visit: Visit) -> None:
    tom = await visit("", room="No Such Room!")
    await tom.page.get_by_label("Nickname").fill("Tom")
    await tom.button("enter").click()
    await expect(tom.page.get_by_role("status").get_by_text("does not exist")).to_be_visible()
