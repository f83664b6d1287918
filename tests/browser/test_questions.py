"""What is this? Selected, asked, answered and read, by pointer and by keyboard."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.person import PHONE, Person
from tests.browser.stand_in import StandIn, listen
from tests.server import Process
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAID = "你也太卷了吧。"
# 太卷, in whatever pieces the text is drawn.
SELECT = """node => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const chars = [];
  while (walker.nextNode()) {
    [...walker.currentNode.data].forEach((_, i) => chars.push([walker.currentNode, i]));
  }
  const [[start, from], [end, to]] = [chars[2], chars[3]];
  document.getSelection().setBaseAndExtent(start, from, end, to + 1);
}"""

SELECTED = """() => {
  const { shadowRoot } = document.querySelector('chat-bridge');
  const [found] = document.getSelection().getComposedRanges({ shadowRoots: [shadowRoot] });
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.toString();
}"""
SNAKE = {"text": "画蛇添足", "entry": "zh/idiom/hua-she-tian-zu"}
ROLL = {"text": "太卷", "entry": "zh/slang/juan"}


@pytest_asyncio.fixture(loop_scope="session")
async def lin(server: Process, room: str) -> AsyncIterator[Talker]:
    """He has said something that no note explains."""
    lin = await Talker.enter(server.ws, "小林", "zh", room)
    await lin.send(SAID, "m1")
    yield lin
    await lin.leave()


async def show_originals(tom: Person) -> Locator:
    """The first message's text as it was written."""
    await tom.choose("Original, translation by a tap")
    text = tom.messages.first.locator("[data-kind=original]")
    await expect(text).to_have_text(SAID)
    return text


async def asked(tom: Person) -> None:
    """He has selected 太卷 and asked."""
    await (await show_originals(tom)).evaluate(SELECT)
    await tom.page.get_by_role("button", name="What is this? 太卷").click()
    await expect(tom.messages.first).to_contain_text("You asked what")


async def test_a_selected_stretch_is_asked_about_and_answered(visit: Visit, lin: Talker) -> None:
    tom = await visit("Tom")
    mei = await visit("小美", locale="zh-CN", device=PHONE, scheme="dark")
    await asked(tom)
    card = mei.page.get_by_role("region", name="有人在问")
    await expect(card).to_contain_text("太卷")
    await mei.picture(PICTURES / "question.png")
    await card.get_by_role("button", name="我来解释").click()
    await card.get_by_role("textbox", name="简单说说它的意思").fill("far too eager")
    await card.get_by_role("textbox", name="想补充的话").fill("They never rest.")
    await mei.picture(PICTURES / "question-answering.png")
    await card.get_by_role("button", name="回答").click()
    await expect(card).to_be_hidden()
    note = tom.messages.first.locator("details")
    await expect(note).to_contain_text("explained, not yet checked")
    await note.locator("summary").click()
    await expect(note).to_contain_text("far too eager")
    await expect(note).to_contain_text("They never rest.")
    await tom.picture(PICTURES / "question-answered.png")
    await expect(mei.messages.first.locator("details")).to_be_visible()


async def test_the_keyboard_asks_by_the_menu_of_a_message(visit: Visit, lin: Talker) -> None:
    tom = await visit("Tom")
    tool = await tom.tool(tom.messages.first, "What is this")
    await tool.focus()
    await tom.page.keyboard.press("Enter")
    dialog = tom.page.get_by_role("dialog", name="What is this?")
    field = dialog.get_by_role("textbox", name="Words you want")
    await expect(field).to_be_focused()
    await field.fill("躺平")
    await tom.page.keyboard.press("Enter")
    await expect(dialog.get_by_role("alert")).to_have_text("Take words that stand in the message.")
    await tom.picture(PICTURES / "question-menu.png")
    await field.fill("太卷")
    await tom.page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    assert (await lin.expect("question"))["text"] == "太卷"


async def test_words_selected_in_the_dialog_are_filled_in(visit: Visit, lin: Talker) -> None:
    tom = await visit("Tom")
    await tom.use(tom.messages.first, "What is this")
    dialog = tom.page.get_by_role("dialog", name="What is this?")
    sentence = dialog.get_by_role("textbox", name="The message")
    await sentence.evaluate("node => { node.focus(); node.setSelectionRange(2, 4); }")
    await expect(dialog.get_by_role("textbox", name="Words you want")).to_have_value("太卷")


async def test_a_question_put_aside_is_gone(visit: Visit, lin: Talker, room: str) -> None:
    mei = await visit("小美", locale="zh-CN")
    await lin.say("ask", id="q", room=room, seq=1, text="太卷", lang="en")
    card = mei.page.get_by_role("region", name="有人在问")
    await card.get_by_role("button", name="以后再说").click()
    await expect(card).to_be_hidden()


async def test_a_note_that_helped_and_one_that_is_wrong_are_told(visit: Visit, lin: Talker) -> None:
    await lin.send("别画蛇添足了。", "m2")
    stand_in = StandIn({"note": listen, "propose": listen})
    tom = await visit("Tom", stand_in=stand_in)
    await tom.choose("Original, translation by a tap")
    await tom.messages.nth(1).get_by_role("button", name="画蛇添足").click()
    card = tom.page.get_by_role("dialog", name="Note on")
    await card.get_by_role("button", name="This helped").click()
    await expect(card.get_by_role("button", name="This helped")).to_have_attribute(
        "aria-pressed", "true"
    )
    await tom.picture(PICTURES / "note-feedback.png")
    await card.get_by_role("button", name="Wrong here").click()
    dialog = tom.page.get_by_role("dialog", name="What is wrong with the note here?")
    await dialog.get_by_role("textbox", name="Why it does not fit").fill("He draws a snake.")
    await dialog.get_by_role("button", name="Suggest it").click()
    await expect(dialog).to_be_hidden()
    entry = "zh/idiom/hua-she-tian-zu"
    told = [(frame["type"], frame["entry"]) for frame in stand_in.asked]
    assert told == [("note", entry), ("note", entry), ("propose", entry)]
    assert [frame.get("what") for frame in stand_in.asked] == ["opened", "helpful", None]


async def test_new_notes_on_a_message_leave_its_open_card_and_what_is_selected(
    visit: Visit, lin: Talker, room: str
) -> None:
    await lin.send("别画蛇添足，你也太卷了吧。", "m2")
    noted = [{"text": "别"}, SNAKE, {"text": "，"}, {"text": "你也"}, ROLL, {"text": "了吧。"}]
    changes = {"message": lambda frame: frame | {"runs": noted} if "reactions" in frame else frame}
    tom = await visit("Tom", stand_in=StandIn(changes=changes))
    await tom.choose("Original, translation by a tap")
    message = tom.messages.nth(1)
    await message.get_by_role("button", name="画蛇添足").click()
    card = tom.page.get_by_role("dialog", name="Note on")
    await expect(card).to_contain_text("gild the lily")
    await message.locator("[data-kind=original]").evaluate(SELECT)
    await lin.say("react", id="r", room=room, seq=2, emoji="👍", on=True)
    await expect(message.get_by_role("button", name="太卷")).to_be_visible()
    await expect(card).to_contain_text("gild the lily")
    assert await tom.page.evaluate(SELECTED) == "蛇添"
