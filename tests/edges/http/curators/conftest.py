"""A whole server with two curators who are signed in, and readers who talk in rooms."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bridge.core.model import Role
from bridge.store.sqlite import SqliteStore
from tests.office import Caller, sign_in
from tests.server import Running, running
from tests.talker import Talker


@dataclass(frozen=True)
class Bureau:
    """Where curators work."""

    server: Running
    store: SqliteStore
    http: aiohttp.ClientSession
    numbers: "count[int]"

    async def curator(self, name: str, role: Role = Role.CURATOR) -> Caller:
        """A new account, signed in; every caller comes from an address of its own."""
        number = next(self.numbers)
        caller = await sign_in(self.store, self.http, self.server.http, f"{name} {number}", role)
        address = {"X-Forwarded-For": f"192.0.2.{number % 250}"}
        return Caller(
            self.http, caller.base, {**caller.headers, **address}, caller.user, caller.session
        )

    async def talker(self, name: str, lang: str, room: str) -> Talker:
        """Somebody in a room."""
        return await Talker.enter(self.server.ws, name, lang, room)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bureau(tmp_path_factory: pytest.TempPathFactory, models: Any) -> AsyncIterator[Bureau]:
    """One for all tests of a module: each has rooms and curators of its own."""
    data = tmp_path_factory.mktemp("data")
    async with running(data, sockets_per_address=1000, proxies=("127.0.0.1",)) as server:
        await server.app.warmed()
        store = await SqliteStore.open(data / "rooms.db")
        async with aiohttp.ClientSession() as http:
            yield Bureau(server, store, http, count(1))
        await store.close()


@pytest_asyncio.fixture(loop_scope="module")
async def ann(bureau: Bureau) -> Caller:
    """A curator."""
    return await bureau.curator("Ann")


@pytest_asyncio.fixture(loop_scope="module")
async def bob(bureau: Bureau) -> Caller:
    """Another one."""
    return await bureau.curator("Bob")


@pytest_asyncio.fixture(loop_scope="module")
async def lin(bureau: Bureau, room: str) -> AsyncIterator[Talker]:
    """Writes Chinese."""
    talker = await bureau.talker("小林", "zh", room)
    yield talker
    await talker.leave()


@pytest_asyncio.fixture(loop_scope="module")
async def tom(bureau: Bureau, room: str) -> AsyncIterator[Talker]:
    """Reads English."""
    talker = await bureau.talker("Tom", "en", room)
    yield talker
    await talker.leave()
