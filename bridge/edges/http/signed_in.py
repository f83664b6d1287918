"""Who asks, and may they: the session's cookie, and proof that our own page sent the request."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bridge.core.accounts import Account
from bridge.core.model import RoomName, User
from bridge.core.roles import Power, may
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.tokens import digest
from bridge.ports.accounts import Sessions
from bridge.ports.clock import Clock

COOKIE = "__Host-bridge"
CSRF = "X-CSRF-Token"
SAFE = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in: the cookie's secret, and whose it is."""

    secret: str
    account: Account

    @property
    def csrf(self) -> str:
        """What writes must carry in `X-CSRF-Token`; a page of another site cannot know it."""
        return digest(f"csrf {self.secret}")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Asked first by every route that is not for everybody. Roles are read at each request.

    `ended` is to be called after sign-ins ended: it closes the sockets that they opened.
    """

    sessions: Sessions
    clock: Clock
    ended: Callable[[], Awaitable[None]]

    async def require(
        self, request: web.Request, power: Power | None, room: RoomName | None = None
    ) -> User:
        """Whoever is signed in, with the role that they have (in `room`), when it gives them
        `power`; None asks for an account and nothing more. Raises Refused: 401 `signed-out`, 403
        `forbidden`."""
        account = (await self.session(request)).account
        role = account.role_in(room)
        if power is not None and not may(role, power):
            # Not where: what is asked about by number may be in a room that is none of theirs.
            raise Refused(HttpCode.FORBIDDEN, f"your account may not {power} there")
        return User(account.id, account.name, role)

    async def session(self, request: web.Request) -> Session:
        """The sign-in that the request belongs to. Raises Refused as above."""
        secret = request.cookies.get(COOKIE, "")
        account = None
        if secret:
            account = await self.sessions.signed_in(digest(secret), self.clock.now())
        if account is None:
            raise Refused(HttpCode.SIGNED_OUT, "sign in at /curate first")
        session = Session(secret, account)
        if request.method not in SAFE:
            from_our_page(request)
            told = digest(request.headers.get(CSRF, ""))
            if not hmac.compare_digest(told, digest(session.csrf)):
                missing = f"send the header {CSRF} with what GET /api/v1/session told"
                raise Refused(HttpCode.FORBIDDEN, missing)
        return session


def from_our_page(request: web.Request) -> None:
    """Refuse what a page of another site sent; a program that is no browser says nothing of
    either header. Raises Refused, 403 `forbidden`."""
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    own = f"{request.scheme}://{request.host}".lower()
    if site != "same-origin" or (origin is not None and origin.lower() != own):
        elsewhere = f"only pages of {own} may do this; behind a proxy, see PROXIES"
        raise Refused(HttpCode.FORBIDDEN, elsewhere)
