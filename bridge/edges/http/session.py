"""`/api/v1/session`: sign in, choose a password, sign out, and talk as the one who is signed in."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.accounts import LONGEST_MS, MOST_PASSWORD, Account, unfit
from bridge.core.limits import Rate
from bridge.core.skeleton import skeleton
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.passwords import Passwords
from bridge.edges.http.rates import Rates
from bridge.edges.http.signed_in import COOKIE, Session, SignedIn, from_our_page
from bridge.edges.tokens import digest, fresh

PER_ACCOUNT = Rate(per_s=5 / 60, burst=5)
PER_ADDRESS = Rate(per_s=20 / 60, burst=20)
"""Attempts to sign in, right or wrong (S11)."""

Password = Annotated[str, Meta(max_length=2 * MOST_PASSWORD)]
Name = Annotated[str, Meta(max_length=256)]


class SignInRequest(msgspec.Struct, frozen=True):
    """A name and its password."""

    name: Name
    password: Password


class WelcomeRequest(msgspec.Struct, frozen=True):
    """The token of a one-time link, and the password that is to be."""

    token: Annotated[str, Meta(max_length=256)]
    password: Password


@dataclass(frozen=True, slots=True)
class SignIns:
    """How one comes in and goes out."""

    signed_in: SignedIn
    passwords: Passwords = field(default_factory=Passwords)
    per_account: Rates = field(default_factory=lambda: Rates(PER_ACCOUNT))
    per_address: Rates = field(default_factory=lambda: Rates(PER_ADDRESS))

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        address = "/api/v1/session"
        return (
            web.get(address, self.show),
            web.post(address, self.sign_in),
            web.delete(address, self.sign_out),
            web.post(f"{address}/link", self.choose_password),
            web.post(f"{address}/chat", self.chat),
        )

    async def show(self, request: web.Request) -> web.Response:
        """Who is signed in."""
        return answer(_json(await self.signed_in.session(request)))

    async def sign_in(self, request: web.Request) -> web.Response:
        """A name that is not known is answered as a wrong password is, as late."""
        self._from_a_place_that_keeps_cookies(request)
        asked = await inputs.body(request, SignInRequest)
        self._not_too_often(self.per_account, skeleton(asked.name))
        secret = await self.signed_in.sessions.secret(asked.name)
        known = None if secret is None else secret.password
        if not await self.passwords.matches(asked.password, known) or secret is None:
            wrong = "the name or the password is wrong; whoever runs the bridge can give a new link"
            raise Refused(HttpCode.BAD_CREDENTIALS, wrong)
        session = fresh()
        now = self.signed_in.clock.now()
        instead = request.cookies.get(COOKIE)
        await self.signed_in.sessions.begin(
            secret.user, digest(session), now, digest(instead) if instead else None
        )
        if instead:
            await self.signed_in.ended()
        return await self._welcome(session)

    async def choose_password(self, request: web.Request) -> web.Response:
        """Use a one-time link up; whoever does is signed in."""
        self._from_a_place_that_keeps_cookies(request)
        asked = await inputs.body(request, WelcomeRequest)
        sessions, now = self.signed_in.sessions, self.signed_in.clock.now()
        account = await sessions.offered(digest(asked.token), now)
        if account is None:
            raise _used_up()
        if why := unfit(asked.password, account.name):
            raise Refused(HttpCode.BAD_REQUEST, why)
        password = await self.passwords.hash(asked.password)
        session = fresh()
        if not await sessions.redeem(digest(asked.token), password, digest(session), now):
            raise _used_up()
        await self.signed_in.ended()
        return await self._welcome(session)

    async def sign_out(self, request: web.Request) -> web.Response:
        """End the session, its tokens and their sockets."""
        session = await self.signed_in.session(request)
        await self.signed_in.sessions.end(digest(session.secret))
        await self.signed_in.ended()
        response = web.Response(status=204, headers={"Cache-Control": "no-store"})
        _set_cookie(response, "", seconds=0)
        return response

    async def chat(self, request: web.Request) -> web.Response:
        """A token for the socket's `hello`: whoever comes in by it is this account."""
        session = await self.signed_in.session(request)
        token = fresh()
        now = self.signed_in.clock.now()
        if not await self.signed_in.sessions.give_token(digest(session.secret), digest(token), now):
            raise Refused(HttpCode.SIGNED_OUT, "sign in at /curate first")
        return answer({"token": token, "name": session.account.name})

    async def _welcome(self, secret: str) -> web.Response:
        account = await self.signed_in.sessions.signed_in(
            digest(secret), self.signed_in.clock.now()
        )
        if account is None:
            raise Refused(HttpCode.SIGNED_OUT, "the account was removed just now")
        response = answer(_json(Session(secret, account)))
        _set_cookie(response, secret, seconds=LONGEST_MS // 1000)
        return response

    def _from_a_place_that_keeps_cookies(self, request: web.Request) -> None:
        from_our_page(request)
        if request.scheme != "https" and not _is_loopback(request.url.host or ""):
            raise Refused(
                HttpCode.NEEDS_HTTPS,
                "sign in over HTTPS: over plain HTTP a browser keeps no sign-in. Put the bridge"
                " behind a proxy with a certificate (and name that in PROXIES), or open it on the"
                " machine where it runs, at http://localhost",
            )
        self._not_too_often(self.per_address, request.remote or "")

    def _not_too_often(self, rates: Rates, key: str) -> None:
        wait = rates.take(key)
        if wait > 0:
            slower = f"too many attempts to sign in; try again in {wait:.0f} s"
            raise Refused(HttpCode.TOO_FAST, slower, retry_after=wait)


def _json(session: Session) -> dict[str, Any]:
    return {"user": account_json(session.account), "csrf": session.csrf}


def account_json(account: Account) -> dict[str, Any]:
    """An account as everybody who is signed in may see it."""
    return {
        "id": account.id,
        "name": account.name,
        "role": account.role,
        "rooms": account.rooms,
    }


def _set_cookie(response: web.Response, secret: str, seconds: int) -> None:
    response.set_cookie(
        COOKIE, secret, max_age=seconds, path="/", secure=True, httponly=True, samesite="Strict"
    )


def _used_up() -> Refused:
    ended = "this link was used already, or has ended; ask for a new one"
    return Refused(HttpCode.BAD_CREDENTIALS, ended)


def _is_loopback(host: str) -> bool:
    """Where browsers take plain HTTP for safe, and keep cookies that are for HTTPS alone."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
