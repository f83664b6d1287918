"""What curators, moderators and askers write stays text in the chat, too (S12)."""

import json
import re
from typing import Any

import pytest
from playwright.async_api import Route, WebSocketRoute, expect

from tests.browser.conftest import PICTURES, Visit
from tests.browser.hostile import MESSAGES, PAYLOADS, Frame, HostileServer, foreign
from tests.browser.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="session")

ABOUT = {"lang": "zh", "for": "en"}


class HostileRoom(HostileServer):
    """Also asks, answers, silences and refuses, in payloads; everything that is asked of it is
    refused with one."""

    def __init__(self, standing: Frame) -> None:
        super().__init__()
        self._standing = standing
        self._socket: WebSocketRoute | None = None

    def serve(self, socket: WebSocketRoute) -> None:
        self._socket = socket
        super().serve(socket)

    def mute(self, room: str, until: str, reason: str) -> None:
        """Tell whoever came last that they are muted."""
        assert self._socket is not None
        told = {"type": "standing", "room": room, "muted_until": until, "may_moderate": False}
        self._socket.send(json.dumps(told | {"reason": reason}))

    def _room(self, request: str, name: str) -> list[Frame]:
        told = super()._room(request, name)
        room = {"room": name}
        asked = [self._question(number) | room for number in range(1, MESSAGES + 1)]
        standing = {"type": "standing", "reason": next(self._evil)} | room | self._standing
        return [*told, *asked, standing]

    def _question(self, number: int) -> Frame:
        about = {"question": number, "seq": number, "text": next(self._evil)} | ABOUT
        asked = {"type": "question", "from": self._person()} | about
        said = {"by": self._person(), "gloss": next(self._evil), "body": next(self._evil)}
        return asked if number % 8 == 0 else asked | {"type": "answered"} | said

    def _answer(self, socket: WebSocketRoute, frame: Frame) -> None:
        super()._answer(socket, frame)
        if frame["type"] in ("report", "moderate", "ask", "answer", "propose"):
            refused = {"type": "error", "id": frame["id"], "message": next(self._evil)}
            socket.send(json.dumps(refused | {"code": next(self._evil)}))


async def entries(route: Route) -> None:
    """Every card is written in payloads."""
    evil = iter(PAYLOADS * 2)
    card = {"id": "zh/slang/x", "lang": "zh", "for": "en", "keep": False}
    names = ("kind", "term", "reading", "literal", "plain", "tone", "caution", "gloss")
    told = {name: next(evil) for name in (*names, "equivalent", "body", "example")}
    lists = {name: [next(evil) for _ in range(5)] for name in ("variants", "sources")}
    await route.fulfill(json=card | told | lists)


async def readings(route: Route) -> None:
    """Every character is a word; what the dictionary says of it is a payload."""
    evil = iter(PAYLOADS * 40)
    texts = route.request.post_data_json["texts"]
    said = [{"reading": PAYLOADS[0], "senses": PAYLOADS[:3]}]
    words = [
        [{"text": each, "reading": next(evil), "meanings": said} for each in text] for text in texts
    ]
    licence = {"name": PAYLOADS[1], "url": "javascript:alert(1)", "attribution": PAYLOADS[2]}
    await route.fulfill(json={"texts": words, "licence": licence | {"lang": "en"}})


async def come(visit: Visit, **standing: Any) -> tuple[Person, HostileRoom]:
    """Into a room where everything is hostile."""
    tom = await visit()
    await tom.page.route("**/api/v1/entries/**", entries)
    await tom.page.route("**/api/v1/words", readings)
    usual = {"muted_until": None, "may_moderate": False}
    server = HostileRoom(usual | standing)
    await tom.page.route_web_socket(re.compile("/ws$"), server.serve)
    await tom.page.reload()
    await tom.come_in("Tom")
    await expect(tom.messages).to_have_count(MESSAGES)
    return tom, server


async def test_questions_and_answers_stay_text(visit: Visit) -> None:
    tom, _ = await come(visit)
    answers = tom.messages.locator("summary")
    await expect(answers).not_to_have_count(0)
    await answers.evaluate_all("all => all.forEach((each) => each.click())")
    shown = await tom.messages.locator("details").all_inner_texts()
    assert "<script>alert(1)</script>" in "".join(shown)
    assert await foreign(tom.page) == []
    await tom.use(tom.messages.last, "What is this")
    dialog = tom.page.get_by_role("dialog", name="What is this?")
    await expect(dialog).to_be_visible()
    assert await foreign(tom.page) == []
    await tom.picture(PICTURES / "hostile-questions.png")


async def test_cards_of_entries_stay_text(visit: Visit) -> None:
    tom, _ = await come(visit)
    await tom.choose("Translation above original")
    await tom.messages.last.locator("[part~=note]").first.click()
    card = tom.page.get_by_role("dialog")
    await expect(card).to_contain_text("<script>alert(1)</script>")
    assert await foreign(tom.page) == []
    await tom.picture(PICTURES / "hostile-card.png")


async def test_what_a_moderator_is_refused_with_stays_text(visit: Visit) -> None:
    tom, _ = await come(visit, may_moderate=True)
    await tom.use(tom.messages.last, "Moderate")
    dialog = tom.page.get_by_role("dialog", name="what should happen")
    await dialog.get_by_role("button", name="Unmute").click()
    await expect(dialog.get_by_role("alert")).not_to_be_empty()
    assert await foreign(tom.page) == []


async def test_what_a_report_is_refused_with_stays_text(visit: Visit) -> None:
    tom, _ = await come(visit)
    await (await tom.tool(tom.messages.last, "Report to the moderators")).press("Enter")
    dialog = tom.page.get_by_role("dialog", name="Report this message")
    await dialog.get_by_role("button", name="Report", exact=True).click()
    await expect(dialog.get_by_role("alert")).not_to_be_empty()
    assert await foreign(tom.page) == []


async def test_the_reason_of_a_mute_stays_text(visit: Visit, room: str) -> None:
    tom, server = await come(visit)
    told = tom.page.get_by_role("status").filter(has_text="Reason:")
    for number, payload in enumerate(PAYLOADS):
        server.mute(room, f"2030-01-01T00:{number // 60:02}:{number % 60:02}.000Z", payload)
        await expect(told).to_contain_text(payload)
        assert await foreign(tom.page) == []
    await tom.picture(PICTURES / "hostile-muted.png")
