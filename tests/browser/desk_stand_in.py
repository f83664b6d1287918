"""A server's `/api/v1` for the curators' page, in memory: its answers, and what it was asked."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import BrowserContext, Route

from tests.browser.desk_answers import SESSION
from tests.browser.desk_routes import ANSWERS

Json = Any
Ask = dict[str, Any]
Answer = Callable[[Ask], Json] | Json
PREFIX = "/api/v1"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is an error; `more` is what else stands beside it."""

    status: int
    code: str
    message: str = ""
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class DeskStandIn:
    """`answers` by `"METHOD /path"`, the path as a pattern; the one put in last wins. `asked` is
    what came, oldest first: method, path, query, body, headers."""

    answers: dict[str, Answer] = field(default_factory=lambda: dict(ANSWERS))
    asked: list[Ask] = field(default_factory=list)

    async def serve(self, context: BrowserContext) -> None:
        """Stand between every page of this context and the server."""
        await context.route(re.compile(PREFIX), lambda route: self._answer(route))

    def put(self, where: str, answer: Answer) -> None:
        """From now on, this is the answer."""
        self.answers.pop(where, None)
        self.answers[where] = answer

    def sign_out(self) -> None:
        """The session has ended; signing in works."""
        self.put("GET /session", Refusal(401, "signed-out"))

    def sent(self, method: str, path: str) -> list[Json]:
        """The bodies of the requests to this path."""
        matching = (each for each in self.asked if each["method"] == method)
        return [each["body"] for each in matching if re.fullmatch(path, each["path"])]

    async def _answer(self, route: Route) -> None:
        request = route.request
        address = urlsplit(request.url)
        asked = {
            "method": request.method,
            "path": address.path.removeprefix(PREFIX),
            "query": {name: values[0] for name, values in parse_qs(address.query).items()},
            "headers": request.headers,
            "body": _parsed(request.post_data_buffer),
        }
        self.asked.append(asked)
        answer = self._found(asked)
        if callable(answer):
            answer = answer(asked)
        await _fulfill(route, answer)

    def _found(self, asked: Ask) -> Answer:
        name = f"{asked['method']} {asked['path']}"
        for where, answer in reversed(self.answers.items()):
            if re.fullmatch(where, name):
                return answer
        return Refusal(404, "not-found", f"the stand-in has no answer to {name}")


def _parsed(body: bytes | None) -> Json:
    if not body:
        return None
    try:
        return json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace")


async def _fulfill(route: Route, answer: Json) -> None:
    if isinstance(answer, Refusal):
        error = {"error": {"code": answer.code, "message": answer.message}} | answer.more
        await route.fulfill(status=answer.status, json=error)
    elif answer is None:
        await route.fulfill(status=204)
    else:
        await route.fulfill(json=answer)


def signed_in_as(role: str, **rooms: str) -> Json:
    """A session of somebody with this role."""
    return SESSION | {"user": SESSION["user"] | {"role": role, "rooms": rooms}}
