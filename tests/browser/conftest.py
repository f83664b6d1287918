"""A Chromium, a server in a process of its own, and people who visit it."""

import os
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, NoReturn

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.curator import Curator
from tests.browser.person import Person
from tests.server import Process, process, ready

ARGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 15_000
PICTURES = Path(__file__).parents[2] / "artifacts" / "browser"
# All tests come from one address, and seed faster than people type.
LIMITS = {"BRIDGE_SOCKETS_PER_ADDRESS": "1000", "BRIDGE_SENDS_PER_5S": "5000"}

Visit = Callable[..., Awaitable[Person]]
Attend = Callable[..., Awaitable[Curator]]
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let fixtures know how the test went."""
    report = yield
    item.stash[FAILED] = report.failed
    return report


def missing(what: str) -> NoReturn:
    """Skip at home, fail where everything was to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"no {what} on this machine, and CI=true")
    pytest.skip(f"no {what} on this machine")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all: what must be apart gets a context of its own."""
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("Chromium")
    async with async_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory, models: Path) -> AsyncIterator[Process]:
    """One server for all: every test talks in a room of its own."""
    folder = tmp_path_factory.mktemp("browser")
    with process(folder / "data", log=folder / "server.log", **LIMITS) as server:
        await ready(server.http)
        yield server


@pytest.fixture
def room(request: pytest.FixtureRequest) -> str:
    """A room that no other test enters."""
    name = request.node.name.lower().replace("_", "-")
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))[-64:]


@pytest_asyncio.fixture(loop_scope="session")
async def visit(
    browser: Browser, server: Process, room: str, request: pytest.FixtureRequest
) -> AsyncIterator[Visit]:
    """`await visit("Tom")` opens the page in English and comes in; see `Person.arrive` for more.

    Afterwards nobody may have seen an error of the page's own; a test that failed leaves pictures.
    """
    people: list[Person] = []
    async with AsyncExitStack() as stack:

        async def arrive(name: str = "", **how: Any) -> Person:
            where = (how.pop("http", server.http), how.pop("room", room))
            person = await Person.arrive(browser, *where, name, **how)
            stack.push_async_callback(person.context.close)
            people.append(person)
            return person

        yield arrive
        for number, person in enumerate(people):
            if request.node.stash.get(FAILED, False) and not person.page.is_closed():
                await person.picture(PICTURES / "failed" / f"{room}-{number}.png")
            assert person.errors == []


@pytest_asyncio.fixture(loop_scope="session")
async def curate(
    browser: Browser, server: Process, request: pytest.FixtureRequest
) -> AsyncIterator[Attend]:
    """`await curate("/curate#/queue", desk=…)` opens the curators' page; see `Curator.come`.

    Afterwards nobody may have seen an error of the page's own; a test that failed leaves pictures.
    """
    people: list[Curator] = []
    async with AsyncExitStack() as stack:

        async def come(address: str = "/curate", **how: Any) -> Curator:
            curator = await Curator.come(browser, how.pop("http", server.http), address, **how)
            stack.push_async_callback(curator.context.close)
            people.append(curator)
            return curator

        yield come
        for number, curator in enumerate(people):
            if request.node.stash.get(FAILED, False) and not curator.page.is_closed():
                name = re.sub(r"\W+", "-", request.node.name)
                await curator.picture(PICTURES / "failed" / f"{name}-{number}.png")
            assert curator.errors == []
