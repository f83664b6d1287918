"""Somebody in front of the page: what they do and see, by the names that a screen reader says."""

import re
from asyncio import gather
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.async_api import (
    Browser,
    BrowserContext,
    Error,
    FloatRect,
    Locator,
    Page,
    expect,
)

from tests.browser.stand_in import StandIn

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}

ENGLISH = {
    "nickname": "Nickname",
    "reads": "I read",
    "enter": "Come in",
    "compose": "Message",
    "send": "Send",
    "sent": "Sent",
    "pending": "Being sent",
    "settings": "Settings",
    "people": "People",
    "done": "Done",
    "close": "Close",
    "original": "Translated. Show the .*original",
    "preview": "How it will read",
    "actions": "Message actions",
}
CHINESE = {
    "nickname": "昵称",
    "reads": "我阅读的语言",
    "enter": "进入聊天",
    "compose": "消息",
    "send": "发送",
    "sent": "已发送",
    "pending": "发送中",
    "settings": "设置",
    "people": "在线成员",
    "done": "完成",
    "close": "关闭",
    "original": "译文。查看.*原文",
    "preview": "对方会读到什么",
    "actions": "消息操作",
}
TABS = 30
SOON_MS = 3_000
LOOKS = 30
LOOK_MS = 100


@dataclass(frozen=True, slots=True)
class Person:
    """A context of their own (storage, locale, device) and the page in it.

    `errors` is what the page threw, what its policy refused, and what asked for attention by a
    dialog; `console` is every warning and error of the console; `requests` every address asked.
    """

    context: BrowserContext
    page: Page
    words: dict[str, str]
    errors: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    async def arrive(
        cls,
        browser: Browser,
        http: str,
        room: str,
        name: str,
        locale: str = "en-GB",
        device: dict[str, Any] = DESKTOP,
        scheme: str = "light",
        clock: bool = False,
        context: BrowserContext | None = None,
        stand_in: StandIn | None = None,
    ) -> "Person":
        """Open the page; with a `name`, come in. `clock`: time can be moved on by `page.clock`.

        With the `context` of somebody, it is a second tab of theirs. A `stand_in` answers in the
        server's place.
        """
        if context is None:
            context = await browser.new_context(
                locale=locale, color_scheme=scheme, reduced_motion="reduce", **device
            )
        context.set_default_timeout(20_000)
        if stand_in is not None:
            await context.route_web_socket(
                re.compile("/ws$"), lambda socket: stand_in.connect(socket)
            )
        page = await context.new_page()
        person = cls(context, page, CHINESE if locale.startswith("zh") else ENGLISH)
        person._listen()
        if clock:
            await page.clock.install()
        await page.goto(f"{http}/?{urlencode({'room': room})}")
        if name:
            await person.come_in(name)
        return person

    def _listen(self) -> None:
        page = self.page
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: self.errors.append(f"{dialog.type}: {dialog.message}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", lambda message: self._hear(message.type, message.text))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.console.append(text)
        if re.search("Content Security Policy|Trusted ?Type|Refused to", text):
            self.errors.append(text)

    async def come_in(self, name: str) -> None:
        """Fill in the form of a first visit, and wait to be in the room."""
        await self.page.get_by_label(self.words["nickname"]).fill(name)
        await self.button("enter").click()
        await self.is_in()

    async def is_in(self) -> None:
        """Wait until the room has told who is here, oneself included."""
        await expect(self.page.locator("header[data-connection=online]")).to_be_visible()

    def button(self, word: str) -> Locator:
        """The button of this name in the reader's language."""
        name = self.words.get(word, word)
        return self.page.get_by_role("button", name=re.compile(f"^{name}$"))

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("textbox", name=self.words["compose"], exact=True)

    async def say(self, text: str) -> None:
        """Write and press Enter."""
        await self.composer.fill(text)
        await self.composer.press("Enter")

    @property
    def messages(self) -> Locator:
        """All messages in view, oldest first, without separators."""
        return self.page.get_by_role("log").locator("li.message")

    @property
    def preview(self) -> Locator:
        """What is said about the draft: the line and the box."""
        return self.page.get_by_role("region", name=self.words["preview"])

    @property
    def preview_line(self) -> Locator:
        return self.preview.locator("button[aria-expanded]")

    async def tool(self, message: Locator, name: str) -> Locator:
        """One of the buttons that show while the pointer is on a message."""
        await message.hover()
        tools = message.get_by_role("group", name=self.words["actions"])
        return tools.get_by_role("button", name=re.compile(name))

    async def use(self, message: Locator, name: str) -> None:
        """Press one of these buttons, and follow it: what arrives moves the list under a pointer
        at rest, which then is on another message.
        """
        for _ in range(LOOKS):
            tool = await self.tool(message, name)
            with suppress(Error):
                return await tool.click(timeout=SOON_MS)
        raise AssertionError(f"no pointer reaches it: {tool}")

    async def tap(self, wanted: Locator, position: tuple[float, float] | None = None) -> None:
        """Touch it for a moment, at `position` in it or in its middle, once it is at rest.

        Playwright's tap waits between its two halves, and on a busy machine so long that a long
        press comes of it, which selects a word. Here both are on their way at once.
        """
        box = await self._at_rest(wanted)
        x, y = position or (box["width"] / 2, box["height"] / 2)
        touch = {"type": "touchStart", "touchPoints": [{"x": box["x"] + x, "y": box["y"] + y}]}
        lift = {"type": "touchEnd", "touchPoints": []}
        session = await self.context.new_cdp_session(self.page)
        await gather(*(session.send("Input.dispatchTouchEvent", half) for half in (touch, lift)))
        await session.detach()

    async def _at_rest(self, wanted: Locator) -> FloatRect:
        """Where it is in view, the same two times running: it may be drawn anew meanwhile."""
        before = None
        for _ in range(LOOKS):
            with suppress(Error):
                await wanted.scroll_into_view_if_needed(timeout=SOON_MS)
            box = await wanted.bounding_box()
            if box is not None and box == before:
                return box
            before = box
            await self.page.wait_for_timeout(LOOK_MS)
        raise AssertionError(f"it does not come to rest: {wanted}")

    def message(self, text: str) -> Locator:
        """The message that shows `text`."""
        return self.messages.filter(has_text=text)

    def texts(self, message: Locator) -> Locator:
        """What a message shows: its translation, its original, or both, in this order."""
        return message.locator("[part~=text]")

    async def open_settings(self) -> Locator:
        """The dialog of settings."""
        await self.button("settings").click()
        dialog = self.page.get_by_role("dialog", name=self.words["settings"])
        await expect(dialog).to_be_visible()
        return dialog

    async def choose(self, words: str) -> None:
        """Choose one of the settings' round buttons, and go back to the room."""
        dialog = await self.open_settings()
        await dialog.get_by_role("radio", name=words, exact=True).check()
        await self.button("done").click()

    async def tab_to(self, wanted: Locator, key: str = "Tab") -> None:
        """Press Tab until this has the focus."""
        for _ in range(TABS):
            if await wanted.evaluate("node => node.matches(':focus')"):
                return
            await self.page.keyboard.press(key)
        await expect(wanted).to_be_focused()

    async def picture(self, path: Path) -> None:
        """Keep what is on the screen now."""
        path.parent.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(path=path)
