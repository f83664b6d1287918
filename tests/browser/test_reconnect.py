"""The server dies, the network goes: nothing written is lost or doubled, nothing said is missed."""

import re
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import LIMITS, PICTURES, Visit
from tests.browser.person import Person
from tests.server import Process, process
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

Start = Callable[..., Awaitable[Process]]


@pytest_asyncio.fixture(loop_scope="session")
async def start(tmp_path: Path, models: Path) -> AsyncIterator[Start]:
    """`await start(port)` runs a server on the same data, again and again."""
    with ExitStack() as stack:

        async def serve(port: int = 0) -> Process:
            return stack.enter_context(process(tmp_path / "data", port, **LIMITS))

        yield serve


def port_of(server: Process) -> int:
    return int(server.http.rpartition(":")[2])


async def stored(server: Process, room: str) -> list[str]:
    """Every message of the room, as somebody who comes anew gets them."""
    judge = await Talker.enter(server.ws, "Judge", "en", room)
    await judge.leave()
    return [text_of(frame) for frame in judge.seen if frame["type"] == "message"]


async def settled(person: Person, text: str) -> None:
    """Wait until the server has it."""
    await expect(person.message(text)).to_have_attribute("data-delivery", "sent")


async def test_what_was_written_while_the_server_was_dead_goes_out_once(
    visit: Visit, start: Start, room: str
) -> None:
    server = await start()
    tom = await visit("Tom", http=server.http)
    await tom.say("before")
    await settled(tom, "before")
    server.kill()
    await expect(tom.page.get_by_text("Connection lost.")).to_be_visible()
    await tom.say("meanwhile one")
    await tom.say("meanwhile two")
    await expect(tom.message("meanwhile two")).to_have_attribute("data-delivery", "pending")
    await tom.picture(PICTURES / "connection-lost.png")
    again = await start(port_of(server))
    await settled(tom, "meanwhile two")
    await expect(tom.page.get_by_text("Connection lost.")).to_be_hidden()
    assert await stored(again, room) == ["before", "meanwhile one", "meanwhile two"]
    await expect(tom.texts(tom.messages)).to_have_text(["before", "meanwhile one", "meanwhile two"])


async def test_what_others_said_meanwhile_comes_once_and_in_order(
    visit: Visit, start: Start, room: str
) -> None:
    server = await start()
    tom = await visit("Tom", http=server.http)
    await tom.say("before")
    await settled(tom, "before")
    await tom.context.set_offline(True)
    server.kill()
    await expect(tom.page.get_by_text("You are offline.")).to_be_visible()
    await tom.say("mine")
    again = await start(port_of(server))
    mei = await Talker.enter(again.ws, "Mei", "en", room)
    await mei.send("missed one", "m1")
    await mei.send("missed two", "m2")
    await tom.context.set_offline(False)
    await expect(tom.texts(tom.messages)).to_have_text(
        ["before", "missed one", "missed two", "mine"]
    )
    await settled(tom, "mine")
    await expect(tom.page.get_by_text("You are offline.")).to_be_hidden()
    await mei.leave()


async def test_what_waited_when_the_tab_was_closed_goes_out_with_the_next_visit(
    visit: Visit, server: Process, room: str
) -> None:
    tom = await visit("Tom")
    server.process.send_signal(signal.SIGSTOP)
    try:
        await tom.say("first")
        await tom.say("second")
        await expect(tom.message("second")).to_have_attribute("data-delivery", "pending")
        await tom.page.close()
    finally:
        server.process.send_signal(signal.SIGCONT)
    back = await visit(context=tom.context)
    await settled(back, "second")
    assert await stored(server, room) == ["first", "second"]
    await expect(back.texts(back.messages)).to_have_text(["first", "second"])


async def test_a_message_the_server_refuses_says_why_and_can_be_discarded(visit: Visit) -> None:
    tom = await visit("Tom")
    # The page counts 1,990 characters; the server counts after NFC, which makes three of each.
    await tom.say("\U0001d160" * 1990)
    refused = tom.page.get_by_text(re.compile("Not sent: .*too long"))
    await expect(refused).to_be_visible()
    await tom.picture(PICTURES / "refused.png")
    await tom.button("Discard").click()
    await expect(tom.messages).to_have_count(0)
