"""Somebody at the curators' page, who may have no mouse."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error, Locator, expect

from tests.browser.desk_stand_in import DeskStandIn
from tests.browser.person import CHINESE, DESKTOP, ENGLISH, Person
from tests.server import Process


@dataclass(frozen=True, slots=True)
class Curator(Person):
    """As a person in the room, with another page."""

    @classmethod
    async def come(
        cls,
        browser: Browser,
        http: str,
        address: str = "/curate",
        desk: DeskStandIn | None = None,
        locale: str = "en-GB",
        device: dict[str, Any] = DESKTOP,
        scheme: str = "light",
    ) -> "Curator":
        """Open the page. A `desk` answers in the server's place."""
        context = await browser.new_context(
            locale=locale, color_scheme=scheme, reduced_motion="reduce", **device
        )
        context.set_default_timeout(20_000)
        if desk is not None:
            await desk.serve(context)
        page = await context.new_page()
        curator = cls(context, page, CHINESE if locale.startswith("zh") else ENGLISH)
        curator._listen()
        await page.goto(f"{http}{address}")
        return curator

    async def go(self, screen: str) -> None:
        """To a screen, as a link would."""
        await self.page.evaluate("hash => { location.hash = hash }", f"#/{screen}")

    async def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def write(self, text: str) -> None:
        """In place of what stands in the field that has the focus."""
        await self.page.keyboard.press("ControlOrMeta+a")
        await self.page.keyboard.insert_text(text)

    async def choose(self, file: Path) -> None:
        """A file, in the field that has the focus. Headless Chromium now and then opens no dialog
        for a page that it takes to be in the background: then once more."""
        for patience_ms in (2_000, 5_000, 20_000):
            await self.page.bring_to_front()
            try:
                async with self.page.expect_file_chooser(timeout=patience_ms) as choosing:
                    await self.press("Enter")
            except Error:
                continue
            await (await choosing.value).set_files(file)
            return
        raise AssertionError("no dialog opened")

    def heading(self, name: str | re.Pattern[str]) -> Locator:
        """What the open screen, or the open part of it, is called."""
        return self.page.get_by_role("heading", name=name, level=1)

    async def hears(self, text: str | re.Pattern[str]) -> None:
        """A screen reader is told this."""
        await expect(self.page.locator("[role=status][aria-live]")).to_contain_text(text)

    @property
    def focused(self) -> Locator:
        return self.page.locator(":focus")


def link_for(name: str, role: str, bridge: Process, data: Path) -> str:
    """As whoever looks after the server makes one: the address without the server's."""
    command = [sys.executable, "-m", "bridge", "users", "add", name, "--role", role]
    where = ["--url", bridge.http, "--data", str(data)]
    done = subprocess.run([*command, *where], capture_output=True, text=True, check=True)
    return done.stdout.strip().removeprefix(bridge.http)
