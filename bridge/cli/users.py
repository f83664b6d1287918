"""`bridge users`: who has an account, and what they may do."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from bridge.clock import SystemClock
from bridge.config import Settings, load
from bridge.core.accounts import GRANTED, Account
from bridge.core.model import Role, RoomName
from bridge.edges.enrolment import Enrolment, address
from bridge.ports.accounts import NotGranted
from bridge.store.sqlite import SqliteStore

T = TypeVar("T")

_DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
)
_URL = click.option(
    "--url",
    help="Where people open the bridge, for the link.  [default: its host and port]",
)
_ROOM = click.option("--room", help="Only in this room; not in all of them.")
_ROLE = click.Choice([role.value for role in GRANTED])


@click.group()
def users() -> None:
    """Give people accounts, roles and new links.

    An account is for those who look after the notes (curator), the rooms (moderator) or the
    accounts (admin); each may do what the ones before may. To talk, nobody needs one. The server
    may run meanwhile; whatever is done here counts at once.
    """


@users.command()
@click.argument("name")
@click.option("--role", type=_ROLE, default=Role.MEMBER.value, show_default=True)
@_ROOM
@_URL
@_DATA
def add(name: str, role: str, room: str | None, url: str | None, data: Path | None) -> None:
    """Make an account for NAME, and print the link by which they choose a password."""
    settings = _settings(data)
    _, secret = _with_accounts(
        settings, lambda enrolment: enrolment.add(name, Role(role), _room(room), None)
    )
    _tell_link(name, settings, url, secret)


@users.command("list")
@_DATA
def list_users(data: Path | None) -> None:
    """Show all accounts."""
    found = _with_accounts(_settings(data), lambda enrolment: enrolment.accounts.accounts())
    for each in found:
        rooms = "".join(f", {role} in {room}" for room, role in each.rooms.items())
        click.echo(f"{each.name}  {each.role}{rooms}  {_last(each)}")
    if not found:
        click.echo("there are no accounts; `bridge users add NAME --role admin`", err=True)


@users.command()
@click.argument("name")
@click.argument("role", type=_ROLE)
@_ROOM
@_DATA
def role(name: str, role: str, room: str | None, data: Path | None) -> None:
    """Make NAME a ROLE, in place of what they were there. A member has no powers."""

    async def change(enrolment: Enrolment) -> Account:
        account = await _account(enrolment, name)
        await enrolment.grant(account.id, Role(role), _room(room), None)
        return account

    account = _with_accounts(_settings(data), change)
    click.echo(f"{account.name} is {role}{f' in {room}' if room else ''} now")


@users.command()
@click.argument("name")
@_DATA
def remove(name: str, data: Path | None) -> None:
    """Take NAME's account. What they wrote stays."""

    async def take(enrolment: Enrolment) -> Account:
        account = await _account(enrolment, name)
        await enrolment.accounts.remove(account.id, None, enrolment.clock.now())
        return account

    click.echo(f"{_with_accounts(_settings(data), take).name} has no account any more")


@users.command()
@click.argument("name")
@_URL
@_DATA
def link(name: str, url: str | None, data: Path | None) -> None:
    """Print a new link for NAME, who forgot the password. The old one works until then."""

    async def offer(enrolment: Enrolment) -> str | None:
        return await enrolment.link((await _account(enrolment, name)).id, None)

    settings = _settings(data)
    secret = _with_accounts(settings, offer)
    if secret is None:
        raise NotGranted(f"the account {name} was removed just now")
    _tell_link(name, settings, url, secret)


def _tell_link(name: str, settings: Settings, url: str | None, secret: str) -> None:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    base = url or f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
    click.echo(address(base, secret))
    click.echo(f"Give this link to {name}. It works once, within 48 hours.", err=True)


def _last(account: Account) -> str:
    if account.seen is None:
        return "signed in before" if account.chosen else "has not chosen a password yet"
    return f"last signed in {datetime.fromtimestamp(account.seen / 1000, UTC):%Y-%m-%d}"


async def _account(enrolment: Enrolment, name: str) -> Account:
    account = await enrolment.accounts.holder(name)
    if account is None:
        raise NotGranted(f"there is no account named {name}; see `bridge users list`")
    return account


def _room(name: str | None) -> RoomName | None:
    return None if name is None else RoomName(name)


def _settings(data: Path | None) -> Settings:
    return load(os.environ, None, data=data)


def _with_accounts(settings: Settings, work: Callable[[Enrolment], Awaitable[T]]) -> T:
    """Do `work` on the data folder's database, made if there is none; a running server may have it
    open too."""

    async def visit() -> T:
        store = await SqliteStore.open(settings.data / "rooms.db")
        try:
            return await work(Enrolment(store.accounts(), SystemClock()))
        finally:
            await store.close()

    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return asyncio.run(visit())
