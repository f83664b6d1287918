"""`bridge glossary build`: new files and what curators changed become one glossary."""

from pathlib import Path

import click

from bridge.cli.glossary.options import DATA, FOLDER, counted, data_folder, files, looking
from bridge.cli.glossary.shown import conflict
from bridge.core.revisions import RevisionNumber
from bridge.curation.exchange import Present, present
from bridge.errors import GlossaryError
from bridge.library.database import GlossaryDatabase
from bridge.ports.revisions import Revisions


@click.command()
@FOLDER
@DATA
@click.argument("database", type=click.Path(path_type=Path, dir_okay=False), required=False)
def build(folder: Path, data: Path | None, database: Path | None) -> None:
    """Build DATABASE (SQLite) from the files and what curators changed since.

    Entry by entry and field by field, by revision. Where new files and curators say different
    things of one field, both are shown, nothing is chosen and nothing is built: settle it on
    /curate, or with `bridge glossary resolve`. DATABASE is by default the one of the data folder.
    """
    found, where = files(folder), data_folder(data)

    async def look(revisions: Revisions) -> tuple[Present, RevisionNumber]:
        newest = await revisions.newest()
        return await present(found.entries, revisions), newest

    now, newest = looking(where, look)
    for meeting in now.met.conflicts:
        for line in conflict(meeting):
            click.echo(line)
    if now.met.conflicts:
        raise GlossaryError(
            f"new files and curators contradict each other on {counted(len(now.met.conflicts))}; "
            "settle them on /curate or with `bridge glossary resolve`"
        )
    target = database or where / "glossary.db"
    db = GlossaryDatabase(target)
    db.build(now.met.entries, f"{found.revision}+{newest}" if newest else found.revision)
    db.close()
    click.echo(
        f"{counted(len(now.met.entries))} in {target}, {len(now.latest):,} changed by curators"
    )
