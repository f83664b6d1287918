"""`bridge proposals`: what readers propose, listed, and better translations decided on."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from bridge.clock import SystemClock
from bridge.config import load
from bridge.core.proposals import (
    Correction,
    Dispute,
    Matter,
    Note,
    Proposal,
    ProposalId,
    Stand,
)
from bridge.errors import StoreError
from bridge.ports.desk import Desk
from bridge.store.sqlite import SqliteStore

T = TypeVar("T")

_DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
)


@click.group()
def proposals() -> None:
    """List what readers propose, and approve or decline better translations.

    A server that runs on the same data folder uses an approved line within seconds. New notes and
    notes that are wrong somewhere become entries on the curators' page, /curate; here they can be
    declined.
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
        click.echo(
            f"{each.id}  {_what(each.matter)}  {each.stand}  room {each.room}, message {each.seq}"
        )
        for label, words in _said(each.matter):
            click.echo(f"   {label:<8}{words or '(nothing)'}")
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
        lambda desk: desk.approve(ProposalId(number), None, better, everywhere, now),
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
    if not _at_the_desk(data, lambda desk: desk.decline(ProposalId(number), None, because, now)):
        raise _unknown(number)
    click.echo(f"proposal {number} is declined")


def _what(matter: Matter) -> str:
    match matter:
        case Correction(source_lang=source, target_lang=target):
            return f"translation {source}→{target}"
        case Note(lang=lang, readers=readers):
            return f"new note {lang}, for {readers}"
        case Dispute(entry=entry):
            return f"wrong note {entry}"


def _said(matter: Matter) -> Sequence[tuple[str, str]]:
    match matter:
        case Correction(source=source, shown=shown, better=better):
            return (("said", source), ("shown", shown), ("better", better))
        case Note(term=term, gloss=gloss, body=body):
            return (("term", term), ("means", gloss), ("more", body))
        case Dispute(term=term, why=why):
            return (("on", term), ("why", why))


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
