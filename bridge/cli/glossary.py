"""`bridge glossary`: are the files right, and what do they become?"""

from pathlib import Path

import click

from bridge.errors import GlossaryError
from bridge.library.check import check_folder
from bridge.library.database import GlossaryDatabase
from bridge.library.files import read_folder
from bridge.resources import shipped

_FOLDER = click.option(
    "--glossary",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: shipped("glossaries"),
    show_default="the glossaries that ship with the bridge",
    help="Folder with <lang>/<kind>.toml and phrases/<lang>-<lang>.tsv.",
)


@click.group()
def glossary() -> None:
    """Check glossary files, and build the database from them."""


@glossary.command()
@_FOLDER
def check(folder: Path) -> None:
    """Read every entry and phrase, and try the entries' hits and misses; for CI."""
    found = check_folder(folder)
    for problem in found.problems:
        click.echo(problem, err=True)
    if found.problems:
        raise GlossaryError(f"{len(found.problems)} problems in {found.counted} of {folder}")
    click.echo(f"{found.counted} are right")


@glossary.command()
@_FOLDER
@click.argument("database", type=click.Path(path_type=Path, dir_okay=False))
def build(folder: Path, database: Path) -> None:
    """Build DATABASE (SQLite) from the files."""
    found = read_folder(folder)
    if found.problems:
        raise GlossaryError(f"{found.problems[0]}; `bridge glossary check` tells them all")
    db = GlossaryDatabase(database)
    db.build(found.entries, found.revision)
    db.close()
    click.echo(f"{len(found.entries)} entries in {database}")
