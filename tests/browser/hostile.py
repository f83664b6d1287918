"""Texts that would be scripts if a page let them, and a server that says nothing else."""

import itertools
import json
from pathlib import Path
from typing import Any

from playwright.async_api import Page, WebSocketRoute

PAYLOADS = Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
MESSAGES = 40

Frame = dict[str, Any]

# What in the page's shadow tree could only come from a text: elements that it never makes, handlers
# and addresses in attributes, links that lead anywhere but to the web and to a mailbox.
FOREIGN = """(chat) => {
    const own = new Set([
        'a', 'aside', 'b', 'bdi', 'blockquote', 'button', 'circle', 'code', 'dd', 'details',
        'dialog', 'div', 'dl', 'dt', 'fieldset', 'form', 'h1', 'h2', 'header', 'i', 'input',
        'label', 'legend', 'li', 'main', 'ol', 'option', 'p', 'path', 'rt', 'ruby', 'section',
        'select', 'slot', 'span', 'strong', 'summary', 'svg', 'textarea', 'time', 'ul']);
    const bad = /^(on|style$|src|action|formaction|background|poster)/;
    const isBad = ({ name, value }) => bad.test(name)
        || (name === 'href' && !/^(https?:|mailto:)/.test(value));
    const isLoose = (node) => node.localName === 'a'
        && (node.target !== '_blank' || !/noopener noreferrer/.test(node.rel));
    return [...chat.shadowRoot.querySelectorAll('*')]
        .filter((node) => !own.has(node.localName) || isLoose(node)
            || [...node.attributes].some(isBad))
        .map((node) => node.cloneNode().outerHTML);
}"""


async def foreign(page: Page) -> list[str]:
    """What stands in the page that only a text can have made."""
    found: list[str] = await page.locator("chat-bridge").evaluate(FOREIGN)
    return found


class HostileServer:
    """Every string of every frame is a payload; the frames themselves are well formed."""

    def __init__(self) -> None:
        self._evil = itertools.cycle(PAYLOADS)

    def serve(self, socket: WebSocketRoute) -> None:
        """Stand between a page and its server."""
        socket.on_message(lambda raw: self._answer(socket, json.loads(raw)))

    def _answer(self, socket: WebSocketRoute, frame: Frame) -> None:
        if frame["type"] == "hello":
            socket.send(json.dumps(self._welcome()))
        elif frame["type"] == "join":
            for reply in self._room(frame["id"], frame["room"]):
                socket.send(json.dumps(reply))
        elif frame["type"] == "preview":
            socket.send(json.dumps(self._preview(frame["id"])))

    def _person(self) -> Frame:
        return {"id": next(self._evil), "name": next(self._evil)}

    def _welcome(self) -> Frame:
        languages = [
            {"code": code, "name": next(self._evil), "from": ["zh"]} for code in ("en", "zh")
        ]
        user = self._person() | {"role": next(self._evil)}
        limits = {"chars": 2000}
        return {"type": "welcome", "v": 1, "user": user, "token": next(self._evil), "beat": 25} | {
            "languages": languages,
            "limits": limits,
        }

    def _room(self, request: str, name: str) -> list[Frame]:
        room = {"name": name, "title": next(self._evil), "seq": MESSAGES, "read": 3}
        at = 2 * MESSAGES
        members = [self._person() | {"lang": lang} for lang in ("en", "en", "zh")]
        joined = {"type": "joined", "id": request, "room": room, "epoch": next(self._evil)}
        told = [frame for seq in range(1, MESSAGES + 1) for frame in self._message(name, seq)]
        return [
            joined | {"at": at, "recovered": False, "members": members},
            *told,
            {"type": "caught-up", "room": name, "at": at},
            {"type": "typing", "room": name, "user": self._person()},
            {"type": "error", "code": next(self._evil), "message": next(self._evil)},
        ]

    def _message(self, room: str, seq: int) -> list[Frame]:
        """One message and its translation."""
        runs = self._runs()
        both = {"room": room, "seq": seq, "rev": 1, "runs": runs}
        message = {
            "type": "message",
            "at": 2 * seq - 1,
            "id": next(self._evil),
            "from": self._person(),
            "sent": "2026-01-01T00:00:00.000Z",
            "lang": "zh",
            "reactions": [{"emoji": next(self._evil), "users": [next(self._evil)]}],
        }
        translation = {
            "type": "translation",
            "at": 2 * seq,
            "lang": "en",
            "status": "shaky" if seq % 2 else "failed",
            "reasons": [next(self._evil)],
            "by": "machine",
            "engine": next(self._evil),
            "words": [self._word(run["text"]) for run in runs],
        }
        return [message | both, translation | both]

    def _runs(self) -> list[Frame]:
        kinds = ("link", "mention", "code", "emoji", "tag")
        runs = [{"text": next(self._evil), "kind": kind} for kind in kinds]
        return [*runs, {"text": next(self._evil), "entry": next(self._evil)}]

    def _word(self, text: str) -> Frame:
        return {"text": text, "reading": next(self._evil), "meaning": next(self._evil)}

    def _preview(self, request: str) -> Frame:
        made = {"runs": self._runs(), "status": "shaky", "reasons": [next(self._evil)]}
        on = {"text": next(self._evil), "entry": next(self._evil)}
        return {
            "type": "preview",
            "id": request,
            "lang": "zh",
            "from": "en",
            "translation": made | {"by": "machine", "engine": next(self._evil)},
            "back": next(self._evil),
            "notes": self._runs(),
            "warnings": [
                {"kind": "idiom", "plain": next(self._evil), "note": next(self._evil)} | on,
                {"kind": "tone", "reads": "rude"} | on,
                {"kind": "doubt", "reasons": [next(self._evil)]},
            ],
        }
