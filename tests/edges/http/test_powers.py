"""Who may do what over HTTP (S7): every route of the application, seven kinds of people."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from itertools import count

import aiohttp
import pytest
import pytest_asyncio

from bridge.core.model import Role, RoomName, User
from bridge.edges.http.signed_in import COOKIE, CSRF
from bridge.edges.static import Static
from bridge.edges.tokens import digest, fresh, fresh_user
from bridge.resources import shipped
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import NOON, TEA
from tests.edges.http.curating_powers import CURATING
from tests.edges.http.peace_powers import PEACE
from tests.edges.http.powers import ROWS as OTHERS
from tests.edges.http.powers import Row
from tests.office import sign_in
from tests.server import Running, running

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROWS = (*OTHERS, *CURATING, *PEACE)
PRIVATE = tuple(row for row in ROWS if row.statuses[0] == 401)
WRITES = tuple(row for row in PRIVATE if row.method != "GET")
ELSEWHERE = RoomName("elsewhere")
LISTED = "https://blog.example"
PAGES = {"/", "/widget.js", "/curate"}
KINDS = (
    ("curator", Role.CURATOR, None),
    ("moderator-elsewhere", Role.MODERATOR, ELSEWHERE),
    ("moderator-here", Role.MODERATOR, TEA),
    ("moderator", Role.MODERATOR, None),
    ("admin", Role.ADMIN, None),
)


@dataclass(frozen=True)
class House:
    """A whole server, and a caller."""

    server: Running
    store: SqliteStore
    http: aiohttp.ClientSession
    numbers: "count[int]"

    async def people(self) -> list[Mapping[str, str]]:
        """The headers of: nobody, a guest, and somebody new of each of the kinds."""
        number = next(self.numbers)
        token = fresh()
        guest = User(fresh_user(), f"guest {number}")
        await self.store.add_user(guest, digest(token), NOON)
        callers = [
            await sign_in(self.store, self.http, "", f"{name} {number}", role, room)
            for name, role, room in KINDS
        ]
        as_guest = {"Cookie": f"{COOKIE}={token}", CSRF: token, "Authorization": f"Bearer {token}"}
        return [{}, as_guest, *(caller.headers for caller in callers)]

    async def ask(self, row: Row, headers: Mapping[str, str]) -> aiohttp.ClientResponse:
        body = None if row.method == "GET" else {}
        async with self.http.request(
            row.method, row.path, json=body, headers={**headers, **self.address()}
        ) as response:
            await response.read()
            return response

    def address(self) -> Mapping[str, str]:
        """Each request comes from one of its own: this is not about how often one may ask."""
        number = next(self.numbers)
        return {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}


def name_of(row: Row) -> str:
    return f"{row.method} {row.path}"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    data = tmp_path_factory.mktemp("data")
    async with (
        running(data, proxies=("127.0.0.1",), origins=(LISTED,)) as server,
        aiohttp.ClientSession(server.http) as http,
    ):
        # As another process would: what it changes counts at once.
        store = await SqliteStore.open(server.data / "rooms.db")
        await store.open_room(TEA, NOON, create=True)
        yield House(server, store, http, count())
        await store.close()


async def test_every_route_has_a_row(house: House) -> None:
    files = {route.path for route in Static(shipped("web")).routes()} - PAGES
    routes = {
        (route.method, route.resource.canonical)
        for route in house.server.app.web.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    routes = {(method, route) for method, route in routes if route not in files}
    assert routes == {(row.method, row.route) for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=name_of)
async def test_only_whoever_may(house: House, row: Row) -> None:
    people = await house.people()
    statuses = [(await house.ask(row, each)).status for each in people]
    assert tuple(statuses) == row.statuses


@pytest.mark.parametrize("row", WRITES, ids=name_of)
async def test_a_write_needs_the_token_and_our_own_page(house: House, row: Row) -> None:
    *_, admin = await house.people()
    for forged in (
        {CSRF: ""},
        {CSRF: "0" * 64},
        {"Origin": LISTED},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        response = await house.ask(row, {**admin, **forged})
        assert (response.status, forged) == (403, forged)


@pytest.mark.parametrize("row", PRIVATE, ids=name_of)
async def test_no_other_page_reads_what_one_signs_in_for_and_nobody_keeps_it(
    house: House, row: Row
) -> None:
    *_, admin = await house.people()
    response = await house.ask(row, {**admin, "Origin": LISTED})
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    asks = {"Origin": LISTED, "Access-Control-Request-Method": row.method}
    async with house.http.options(row.path, headers=asks | house.address()) as preflight:
        assert preflight.status == 403
