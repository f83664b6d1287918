"""Enter while an input method composes accepts the word; only the next one sends."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

# What browsers do with an Enter that accepts a word, other than Chromium's way: both fire the
# keydown outside of any composition, so nothing but these marks tell it from one that sends.
ENTER_OF_OLD_BROWSERS = """field => {
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    field.dispatchEvent(new CompositionEvent('compositionend', { data: '你好' }));
    field.dispatchEvent(new KeyboardEvent('keyup', { key: '好' }));
    field.dispatchEvent(new KeyboardEvent('keydown', {
        key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));
}"""
ENTER_OF_SAFARI = """field => {
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    field.dispatchEvent(new CompositionEvent('compositionend', { data: '你好' }));
    field.dispatchEvent(new KeyboardEvent('keydown', {
        key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
    field.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', keyCode: 13 }));
}"""


async def test_enter_that_accepts_a_composed_word_does_not_send_and_the_next_sends_once(
    visit: Visit,
) -> None:
    mei = await visit("小美", locale="zh-CN")
    await mei.composer.focus()
    devtools = await mei.context.new_cdp_session(mei.page)
    await devtools.send(
        "Input.imeSetComposition", {"text": "ni hao", "selectionStart": 6, "selectionEnd": 6}
    )
    await expect(mei.composer).to_have_value("ni hao")
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    await devtools.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    await devtools.send("Input.insertText", {"text": "你好"})
    await devtools.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    await expect(mei.composer).to_have_value("你好")
    await mei.page.keyboard.press("Enter")
    await expect(mei.composer).to_have_value("")
    await expect(mei.messages.get_by_label("已发送", exact=True)).to_have_count(1)
    await expect(mei.texts(mei.messages)).to_have_text(["你好"])


@pytest.mark.parametrize("enter", [ENTER_OF_OLD_BROWSERS, ENTER_OF_SAFARI], ids=["old", "safari"])
async def test_enter_just_after_a_composition_belongs_to_it_in_other_browsers_too(
    visit: Visit, enter: str
) -> None:
    mei = await visit("小美", locale="zh-CN")
    await mei.composer.fill("你好")
    await mei.composer.evaluate(enter)
    await expect(mei.composer).to_have_value("你好")
    await mei.composer.press("Enter")
    await expect(mei.messages.get_by_label("已发送", exact=True)).to_have_count(1)
    await expect(mei.texts(mei.messages)).to_have_text(["你好"])


async def test_shift_and_enter_begin_a_new_line_of_the_same_message(visit: Visit) -> None:
    tom = await visit("Tom")
    await tom.composer.focus()
    await tom.page.keyboard.type("one")
    await tom.page.keyboard.press("Shift+Enter")
    await tom.page.keyboard.type("two")
    await expect(tom.composer).to_have_value("one\ntwo")
    await tom.page.keyboard.press("Enter")
    await expect(tom.messages).to_have_count(1)
    await expect(tom.texts(tom.messages)).to_have_text("one\ntwo", use_inner_text=True)


async def test_enter_in_an_empty_field_sends_nothing(visit: Visit) -> None:
    tom = await visit("Tom")
    await tom.say("   ")
    await tom.say("Hello!")
    await expect(tom.texts(tom.messages)).to_have_text(["Hello!"])


async def test_a_message_too_long_is_not_sent_and_says_by_how_much(visit: Visit) -> None:
    tom = await visit("Tom")
    await tom.composer.fill("x" * 2001)
    await expect(tom.composer).to_have_accessible_description("1 character too many")
    await expect(tom.button("send")).to_be_disabled()
    await tom.composer.press("Enter")
    await expect(tom.composer).to_have_value("x" * 2001)
