"""A site with a real store behind the sign-in, and a clock that stands still."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bridge.core.model import Millis, Role, RoomName
from bridge.edges.enrolment import Enrolment
from bridge.edges.expiry import Expiry
from bridge.edges.http.signed_in import SignedIn
from bridge.ports.reader import Reader
from bridge.store.sqlite import SqliteStore
from bridge.wiring.private import account_routes
from tests.edges.conftest import Serve, Site
from tests.office import Caller, sign_in


class StillClock:
    """Keeps `ports.Clock`; stands until it is set."""

    def __init__(self) -> None:
        self.millis = 1_800_000_000_000

    def now(self) -> Millis:
        return Millis(self.millis)

    def monotonic(self) -> float:
        return self.millis / 1000


@dataclass(frozen=True)
class Office:
    """A site, its accounts, and people who are signed in."""

    site: Site
    store: SqliteStore
    clock: StillClock

    @property
    def stranger(self) -> Caller:
        """Somebody who is not signed in."""
        return Caller(self.site.client, "")

    async def someone(self, name: str, role: Role, room: RoomName | None = None) -> Caller:
        """A new account, signed in."""
        return await sign_in(self.store, self.site.client, "", name, role, room, self.clock)

    async def link(self, name: str, role: Role = Role.CURATOR) -> str:
        """The secret of a new account's link."""
        enrolment = Enrolment(self.store.accounts(), self.clock)
        return (await enrolment.add(name, role, None, None))[1]

    async def with_password(self, name: str, password: str) -> None:
        """A new account that has chosen its password."""
        welcome = {"token": await self.link(name), "password": password}
        assert (await self.stranger.post("/session/link", welcome)).status == 200


def nobody() -> Sequence[Reader]:
    return ()


@pytest.fixture
async def office(serve: Serve, tmp_path: Path) -> AsyncIterator[Office]:
    """Nobody has an account yet."""
    clock = StillClock()
    store = await SqliteStore.open(tmp_path / "rooms.db")
    expiry = Expiry(nobody, store.sessions(), clock)
    signed_in = SignedIn(store.sessions(), clock, expiry.look)
    routes = account_routes(store, signed_in, clock)
    site = await serve(private=routes, proxies=("127.0.0.1",))
    yield Office(site, store, clock)
    await store.close()
