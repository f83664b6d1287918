"""`bridge glossary resolve`: one side of a contradiction between new files and curators."""

from pathlib import Path

import click

from bridge.cli.glossary.options import (
    AS,
    DATA,
    FOLDER,
    data_folder,
    files,
    person,
    with_revisions,
)
from bridge.clock import SystemClock
from bridge.core.revisions import Change
from bridge.curation.exchange import present
from bridge.curation.meeting import Meeting, decided
from bridge.errors import GlossaryError
from bridge.ports.revisions import Revisions


@click.command()
@click.argument("entry")
@click.option("--curators", "side", flag_value="curators", help="The curators are right.")
@click.option("--files", "side", flag_value="files", help="The new files are right.")
@click.option("--why", required=True, help="The reason, for the history.")
@AS
@FOLDER
@DATA
def resolve(
    entry: str, side: str | None, why: str, name: str | None, folder: Path, data: Path | None
) -> None:
    """Settle what `build` shows of ENTRY (zh/idiom/…): where both contradict each other, the
    curators are right, or the files. For other words, edit the entry on /curate.
    """
    if side is None:
        raise click.UsageError("say --curators or --files")
    where, found = data_folder(data), files(folder).entries
    by, at = person(where, name), SystemClock().now()

    async def settle(revisions: Revisions) -> None:
        now = await present(found, revisions)
        meeting = _of(entry, now.met.conflicts)
        revision = meeting.revision
        wanted = decided(meeting, for_files=side == "files")
        change = Change(revision.id, wanted, revision.number, why)
        await revisions.revise([(change, meeting.theirs)], by, at)

    with_revisions(where, settle)
    click.echo(f"{entry} is settled for the {side}")


def _of(entry: str, conflicts: tuple[Meeting, ...]) -> Meeting:
    for meeting in conflicts:
        if meeting.revision.id == entry:
            return meeting
    raise GlossaryError(f"nothing contradicts on {entry}; `bridge glossary build` shows what does")
