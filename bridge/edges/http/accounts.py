"""`/api/v1/accounts`: who has an account, and what they may do; for administrators."""

from dataclasses import dataclass
from typing import Any

import msgspec
from aiohttp import web

from bridge.core.accounts import Account
from bridge.core.model import Role, RoomName, User, UserId
from bridge.core.roles import Power
from bridge.core.wire_json import timestamp
from bridge.edges.enrolment import Enrolment, address
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.session import account_json
from bridge.edges.http.signed_in import SignedIn
from bridge.ports.accounts import NameTaken, NotGranted


class NewAccount(msgspec.Struct, frozen=True):
    """A name, and a role everywhere or in one room."""

    name: str
    role: Role
    room: str | None = None


class Grant(msgspec.Struct, frozen=True):
    """A role everywhere or in one room; `member` takes what was given there."""

    role: Role
    room: str | None = None


@dataclass(frozen=True, slots=True)
class AccountRoutes:
    """Nobody changes their own: whoever gives themselves away could never come back."""

    signed_in: SignedIn
    enrolment: Enrolment

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.get("/api/v1/accounts", self.all),
            web.post("/api/v1/accounts", self.add),
            web.patch("/api/v1/accounts/{id}", self.grant),
            web.delete("/api/v1/accounts/{id}", self.remove),
            web.post("/api/v1/accounts/{id}/link", self.link),
        )

    async def all(self, request: web.Request) -> web.Response:
        """All accounts, by name."""
        await self._administrator(request)
        found = await self.enrolment.accounts.accounts()
        return answer({"accounts": [_json(each) for each in found]})

    async def add(self, request: web.Request) -> web.Response:
        """A new account, and the link by which its owner comes in."""
        admin = await self._administrator(request)
        asked = await inputs.body(request, NewAccount)
        try:
            account, secret = await self.enrolment.add(
                asked.name, asked.role, _room(asked.room), admin.id
            )
        except NameTaken as error:
            raise Refused(HttpCode.NAME_TAKEN, str(error)) from None
        except NotGranted as error:
            raise Refused(HttpCode.BAD_REQUEST, str(error)) from None
        return answer({"account": _json(account), "link": _link(request, secret)}, status=201)

    async def grant(self, request: web.Request) -> web.Response:
        """Another role, at once."""
        admin = await self._administrator(request)
        user = _not_own(request, admin)
        asked = await inputs.body(request, Grant)
        try:
            await self.enrolment.grant(user, asked.role, _room(asked.room), admin.id)
        except NotGranted as error:
            raise Refused(HttpCode.BAD_REQUEST, str(error)) from None
        account = await self.enrolment.accounts.account(user)
        if account is None:
            raise _nobody()
        return answer({"account": _json(account)})

    async def remove(self, request: web.Request) -> web.Response:
        """No account any more; sessions and sockets end."""
        admin = await self._administrator(request)
        user = _not_own(request, admin)
        now = self.signed_in.clock.now()
        if not await self.enrolment.accounts.remove(user, admin.id, now):
            raise _nobody()
        await self.signed_in.ended()
        return web.Response(status=204, headers={"Cache-Control": "no-store"})

    async def link(self, request: web.Request) -> web.Response:
        """A new link, for a forgotten password."""
        admin = await self._administrator(request)
        secret = await self.enrolment.link(UserId(request.match_info["id"]), admin.id)
        if secret is None:
            raise _nobody()
        return answer({"link": _link(request, secret)}, status=201)

    async def _administrator(self, request: web.Request) -> User:
        return await self.signed_in.require(request, Power.ADMINISTER)


def _json(account: Account) -> dict[str, Any]:
    seen = None if account.seen is None else timestamp(account.seen)
    return account_json(account) | {
        "made": timestamp(account.made),
        "seen": seen,
        "chosen": account.chosen,
    }


def _link(request: web.Request, secret: str) -> str:
    return address(f"{request.scheme}://{request.host}", secret)


def _room(name: str | None) -> RoomName | None:
    return None if name is None else RoomName(name)


def _not_own(request: web.Request, admin: User) -> UserId:
    user = UserId(request.match_info["id"])
    if user == admin.id:
        raise Refused(HttpCode.NOT_YOUR_OWN, "another administrator has to change your own account")
    return user


def _nobody() -> Refused:
    return Refused(HttpCode.NO_SUCH_ACCOUNT, "there is no such account; GET /api/v1/accounts")
