"""`bridge glossary`: are the files right, what do they become, and the ways in and out."""

from pathlib import Path

import click

from bridge.cli.glossary.building import build
from bridge.cli.glossary.exporting import export
from bridge.cli.glossary.importing import import_, preview
from bridge.cli.glossary.options import FOLDER
from bridge.cli.glossary.resolving import resolve
from bridge.errors import GlossaryError
from bridge.library.check import check_folder


@click.group()
def glossary() -> None:
    """Check and build the glossaries; bring files in and out.

    The files ship with the bridge; what curators change since then lies in the data folder, and
    everything here but `check` sees both.
    """


@glossary.command()
@FOLDER
def check(folder: Path) -> None:
    """Read every entry and phrase, and try the entries' hits and misses; for CI."""
    found = check_folder(folder)
    for problem in found.problems:
        click.echo(problem, err=True)
    if found.problems:
        raise GlossaryError(f"{len(found.problems)} problems in {found.counted} of {folder}")
    click.echo(f"{found.counted} are right")


for _command in (build, preview, import_, export, resolve):
    glossary.add_command(_command)
