"""People who sign in, for tests: accounts in a store, and what they ask over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bridge.clock import SystemClock
from bridge.core.model import Role, RoomName
from bridge.edges.enrolment import Enrolment
from bridge.edges.http.signed_in import COOKIE, CSRF, Session
from bridge.edges.tokens import digest, fresh
from bridge.ports.clock import Clock
from bridge.store.sqlite import SqliteStore
from tests.edges.http.documented import check_json


@dataclass(frozen=True)
class Told:
    """An answer; `json` is None when it had no body."""

    status: int
    json: Any
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Caller:
    """Asks as one person, or as nobody, and holds every answer against the OpenAPI document."""

    http: aiohttp.ClientSession
    base: str
    headers: Mapping[str, str] = field(default_factory=dict)
    user: str = ""
    session: str = ""

    async def ask(self, method: str, path: str, json: Any = None, **more: str) -> Told:
        """`path` below /api/v1; `more` are headers, with _ for -."""
        headers = {**self.headers, **{name.replace("_", "-"): each for name, each in more.items()}}
        address = f"/api/v1{path}"
        async with self.http.request(
            method, self.base + address, json=json, headers=headers
        ) as response:
            is_json = response.content_type == "application/json"
            value = await response.json() if is_json else None
            check_json(method, address, response.status, value)
            return Told(response.status, value, response.headers)

    async def get(self, path: str) -> Told:
        return await self.ask("GET", path)

    async def post(self, path: str, json: Any = None) -> Told:
        return await self.ask("POST", path, {} if json is None else json)


async def sign_in(
    store: SqliteStore,
    http: aiohttp.ClientSession,
    base: str,
    name: str,
    role: Role,
    room: RoomName | None = None,
    clock: Clock | None = None,
) -> Caller:
    """A new account (with its role in `room` alone, where one is given), signed in without the
    password: nobody has to wait for argon2."""
    clock = clock or SystemClock()
    account, _ = await Enrolment(store.accounts(), clock).add(name, role, room, None)
    secret = fresh()
    await store.sessions().begin(account.id, digest(secret), clock.now(), None)
    headers = {"Cookie": f"{COOKIE}={secret}", CSRF: Session(secret, account).csrf}
    return Caller(http, base, headers, account.id, secret)
