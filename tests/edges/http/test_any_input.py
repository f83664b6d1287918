"""Anything in any field of any route is answered, and never by 500 (S22, S23)."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bridge.core.model import Role, RoomName
from bridge.edges.tokens import fresh_user
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import NOON
from tests.edges.http.anything import BODY, Field, fields
from tests.office import Caller, sign_in
from tests.server import Running, running

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIELDS = tuple(fields())
EXAMPLES = 10
HOSTILE = "'\";-- NEAR( t:* ^ ((( % _ \\ \x00 ORDER BY 1 UNION SELECT 9223372036854775808 -x ＝"
letters = st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=("Cs",)))
anything = st.text(letters, max_size=60)
values = anything | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
values |= st.none() | st.booleans() | st.lists(anything, max_size=2)
values |= st.lists(st.dictionaries(anything, anything, max_size=2), max_size=2)


class Asker:
    """An administrator, whose every request comes from an address of its own."""

    def __init__(self, server: Running, http: aiohttp.ClientSession, admin: Caller) -> None:
        self._server = server
        self._http = http
        self._admin = admin
        self._numbers = count(1)

    async def status(self, field: Field, value: object) -> int:
        """What is answered to `value` in this field; all others are well."""
        number = next(self._numbers)
        address = {"X-Forwarded-For": f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"}
        text = value if isinstance(value, str) else repr(value)
        url = f"{self._server.http}{field.path(text)}"
        more: dict[str, Any] = {"params": {field.name: text}} if field.where == "query" else {}
        if field.body is not None:
            more["json"] = field.body | ({field.name: value} if field.where == BODY else {})
        headers = {**self._admin.headers, **address}
        async with self._http.request(field.method, url, headers=headers, **more) as response:
            await response.read()
            return response.status


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    data = tmp_path_factory.mktemp("data")
    async with running(data, proxies=("127.0.0.1",)) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def asker(server: Running) -> AsyncIterator[Asker]:
    store = await SqliteStore.open(server.data / "rooms.db")
    await store.open_room(RoomName("a"), NOON, create=True)
    async with aiohttp.ClientSession() as http:
        yield Asker(server, http, await sign_in(store, http, "", fresh_user(), Role.ADMIN))
    await store.close()


async def test_every_route_that_takes_anything_is_asked() -> None:
    assert {each.where for each in FIELDS} == {"path", "query", BODY}
    assert len(FIELDS) > 100


@pytest.mark.parametrize("field", FIELDS, ids=str)
async def test_anything_is_answered(asker: Asker, field: Field) -> None:
    loop = asyncio.get_running_loop()

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(value=values)
    @example(value=HOSTILE)
    @example(value="9223372036854775808")
    @example(value=9_223_372_036_854_775_808)
    @example(value=-1)
    @example(value="\u202eadmin\r\nX: y")
    def ask(value: object) -> None:
        asked = asyncio.run_coroutine_threadsafe(asker.status(field, value), loop)
        assert asked.result(30) < 500

    await asyncio.to_thread(ask)
