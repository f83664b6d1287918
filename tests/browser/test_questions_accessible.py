"""axe finds nothing serious where one asks and answers, in both languages, themes and sizes."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import SKINS, axe, look
from tests.browser.test_questions import SELECT
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

__all__ = ["axe"]
EXPLAIN = re.compile("I can explain|我来解释")
LEARNT = re.compile("What it means|简单说说")


@pytest_asyncio.fixture(loop_scope="session")
async def talk(server: Process, room: str) -> AsyncIterator[None]:
    """Each side said something, and was asked about it; one question is answered."""
    lin = await Talker.enter(server.ws, "小林", "zh", room)
    bob = await Talker.enter(server.ws, "Bob", "en", room)
    await lin.send("你也太卷了吧。", "m1")
    await bob.send("It was a long and winding zorble.", "m2")
    for talker, seq, words, lang in ((bob, 1, "卷了", "en"), (lin, 2, "zorble", "zh")):
        await talker.say("ask", id=f"q{seq}", room=room, seq=seq, text=words, lang=lang)
        await talker.expect("ack", id=f"q{seq}")
    await bob.say("ask", id="q3", room=room, seq=1, text="吧", lang="en")
    question = await lin.expect("question", text="吧")
    number = question["question"]
    await lin.say("answer", id="a", room=room, question=number, gloss="I guess", body="Softens it.")
    await lin.expect("ack", id="a")
    yield
    await lin.leave()
    await bob.leave()


@pytest.mark.parametrize("skin", SKINS)
async def test_asking_and_answering_is_accessible(
    visit: Visit, talk: None, axe: str, skin: str
) -> None:
    mei = await visit("Mei", **SKINS[skin])
    await expect(mei.page.get_by_role("button", name=EXPLAIN)).to_be_visible()
    await mei.messages.first.locator("summary").click()
    await look(mei, axe, f"question-{skin}")
    await mei.page.get_by_role("button", name=EXPLAIN).click()
    await expect(mei.page.get_by_role("textbox", name=LEARNT)).to_be_focused()
    await look(mei, axe, f"question-answering-{skin}")
    await mei.messages.nth(1).locator("[part~=text]").click()
    await (
        mei.messages.nth(1).get_by_role("button", name=re.compile("What is this|这是什么")).click()
    )
    await look(mei, axe, f"question-asking-{skin}")
    await mei.page.keyboard.press("Escape")
    await mei.choose("Original, translation by a tap" if "-en" in skin else "原文，点一下看译文")
    await mei.messages.first.locator("[data-kind=original]").evaluate(SELECT)
    name = re.compile("太卷$")
    await expect(mei.page.get_by_role("button", name=name)).to_be_visible()
    await look(mei, axe, f"question-selected-{skin}")
