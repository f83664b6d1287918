"""A dictionary in CC-CEDICT's format, from the command line: part of `bridge glossary import`."""

from pathlib import Path

import click

from bridge.library.cedict import import_cedict


def is_dictionary(file: Path) -> bool:
    """Whether the name is that of a dictionary (`cedict_ts.u8.gz`, `handedict.u8`), not of a
    glossary."""
    name = file.name.lower().removesuffix(".gz")
    return name.endswith(".u8") or "cedict" in name


def import_dictionary(file: Path, data: Path) -> None:
    """Make the file the dictionary of the data folder, with a progress bar, and tell what came of
    it. Raises GlossaryError, and then nothing has changed."""
    with click.progressbar(length=1, label=file.name) as bar:

        def show(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        found = import_cedict(file, data, show)
    for problem in found.problems:
        click.echo(f"{file.name}:{problem}", err=True)
    if found.wrong > len(found.problems):
        click.echo(f"… and {found.wrong - len(found.problems):,} more lines", err=True)
    left_out = f"; {found.wrong:,} lines were left out" if found.wrong else ""
    source = found.source
    click.echo(f"{found.headwords:,} words of {source.attribution}{left_out}")
    click.echo(f"Licence: {source.licence or 'the file names none'} {source.licence_url}".rstrip())
    click.echo("A server that runs uses them from now on.")
