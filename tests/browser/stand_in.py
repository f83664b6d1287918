"""Somebody between the page and the server, who answers some frames in the server's place."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import WebSocketRoute

Frame = dict[str, Any]
Make = Callable[[Frame], Frame]


def listen(frame: Frame) -> None:
    """An answer that is none: the frame is only kept in `asked`, and goes on to the server."""


@dataclass(slots=True)
class StandIn:
    """`answers`: by type of the page's frame, what is answered instead of passing it on.
    `changes`: by type of the server's frame, what it becomes. `asked`: what `answers` saw."""

    answers: dict[str, Callable[[Frame], Frame | None]] = field(default_factory=dict)
    changes: dict[str, Make] = field(default_factory=dict)
    asked: list[Frame] = field(default_factory=list)

    def connect(self, page: WebSocketRoute) -> None:
        """Stand between this socket of the page and the server's."""
        server = page.connect_to_server()
        page.on_message(lambda text: self._asked(page, server, text))
        server.on_message(lambda text: self._said(page, text))

    def _asked(self, page: WebSocketRoute, server: WebSocketRoute, text: str | bytes) -> None:
        frame = json.loads(text)
        make = self.answers.get(frame["type"])
        if make is not None:
            self.asked.append(frame)
        answer = make(frame) if make else None
        if answer is None:
            server.send(text)
        else:
            page.send(json.dumps(answer))

    def _said(self, page: WebSocketRoute, text: str | bytes) -> None:
        frame = json.loads(text)
        make = self.changes.get(frame["type"])
        page.send(text if make is None else json.dumps(make(frame)))
