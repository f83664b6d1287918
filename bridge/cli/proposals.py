"""`bridge proposals`: what readers propose, decided on the command line."""

import asyncio
import getpass
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import click

from bridge.clock import SystemClock
from bridge.config import load
from bridge.core.proposals import Proposal, ProposalId, Stand
from bridge.desk import Desk
from bridge.errors import StoreError
from bridge.store.sqlite import SqliteStore

T = TypeVar("T")

_DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
)


@click.group()
def proposals() -> None:
    """List, approve and decline the corrections that readers propose.

    A server that runs on the same data folder uses an approved line within seconds.
    """


@proposals.command("list")
@click.option(
    "--all", "everything", is_flag=True, help="Also those that were approved or declined."
)
@_DATA
def list_proposals(everything: bool, data: Path | None) -> None:
    """Show the open proposals, oldest first."""
    stands = tuple(Stand) if everything else (Stand.OPEN,)

    async def of_all(desk: Desk) -> list[Proposal]:
        return [each for stand in stands for each in await desk.proposals(stand)]

    found = _at_the_desk(data, of_all)
    for each in sorted(found, key=lambda proposal: proposal.id):
        said = each.correction
        click.echo(
            f"{each.id}  {said.source_lang}→{said.target_lang}  {each.stand}  "
            f"room {each.room}, message {each.seq}"
        )
        click.echo(f"   said    {said.source}\n   shown   {said.shown or '(nothing)'}")
        click.echo(f"   better  {said.better}")
    if not found:
        click.echo("nothing waits", err=True)


@proposals.command()
@click.argument("number", type=int)
@click.option("--as", "better", help="Approve in these words instead.")
@click.option("--everywhere", is_flag=True, help="In every room, not only where it was said.")
@_DATA
def approve(number: int, better: str | None, everywhere: bool, data: Path | None) -> None:
    """Make proposal NUMBER a line of the phrasebook."""
    now = SystemClock().now()
    line = _at_the_desk(
        data,
        lambda desk: desk.approve(ProposalId(number), getpass.getuser(), better, everywhere, now),
    )
    if line is None:
        raise _unknown(number)
    where = f"in room {line.room}" if line.room else "everywhere"
    click.echo(f"{line.source} → {line.target}, {where}")


@proposals.command()
@click.argument("number", type=int)
@click.option("--because", required=True, help="The reason, for the record.")
@_DATA
def decline(number: int, because: str, data: Path | None) -> None:
    """Say no to proposal NUMBER."""
    now = SystemClock().now()
    if not _at_the_desk(
        data, lambda desk: desk.decline(ProposalId(number), getpass.getuser(), because, now)
    ):
        raise _unknown(number)
    click.echo(f"proposal {number} is declined")


def _unknown(number: int) -> StoreError:
    return StoreError(f"no open proposal has the number {number}; see `bridge proposals list`")


def _at_the_desk(data: Path | None, work: Callable[[Desk], Awaitable[T]]) -> T:
    """Do `work` on the data folder's database; a running server may have it open too."""
    path = load(os.environ, None, data=data).data / "rooms.db"
    if not path.exists():
        raise StoreError(f"there is no {path}; --data names the folder of the server")

    async def visit() -> T:
        store = await SqliteStore.open(path)
        try:
            return await work(store.desk())
        finally:
            await store.close()

    return asyncio.run(visit())
