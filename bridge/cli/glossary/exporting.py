"""`bridge glossary export`: the glossary in use as a file, or as the files that git holds."""

import sys
from pathlib import Path

import click

from bridge.cli.glossary.options import (
    DATA,
    FOLDER,
    KIND,
    LANG,
    counted,
    data_folder,
    files,
    looking,
)
from bridge.core.glossary import Entry
from bridge.curation.exchange import present
from bridge.curation.formats import format as formats
from bridge.curation.formats import xml
from bridge.errors import GlossaryError


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in formats.Format]),
    help="[default: what OUT is called, else toml]",
)
@LANG
@KIND
@FOLDER
@DATA
@click.argument("out", type=click.Path(path_type=Path), required=False)
def export(
    form: str | None,
    lang: str | None,
    kind: str | None,
    folder: Path,
    data: Path | None,
    out: Path | None,
) -> None:
    """Write the glossary in use to OUT, or to standard output.

    TOML of more than one language and kind goes into a folder, as <lang>/<kind>.toml, ready for a
    pull request. Everything else is one file.
    """
    wanted = formats.Format(form) if form else _of_name(out)
    shipped = files(folder).entries
    now = looking(data_folder(data), lambda revisions: present(shipped, revisions))
    entries = formats.chosen(now.met.entries, lang, kind)
    if wanted is formats.Format.TOML and out is not None and not out.name.endswith(".toml"):
        _write_folder(out, entries)
    else:
        written = formats.write(wanted, entries, now.revisions)
        most = xml.MOST_BYTES
        if wanted is formats.Format.TBX and len(written) > most:
            click.echo(
                f"more than the {most:,} bytes that an import takes; name --lang, --kind", err=True
            )
        if out is not None:
            out.write_bytes(written)
        else:
            sys.stdout.buffer.write(written)
    click.echo(f"{counted(len(entries))} written", err=True)


def _of_name(out: Path | None) -> formats.Format:
    found = formats.of_name(out.name) if out and out.suffix else formats.Format.TOML
    if found is None:
        raise GlossaryError(f"{out}: name it .toml, .csv or .tbx, or say --format")
    return found


def _write_folder(folder: Path, entries: tuple[Entry, ...]) -> None:
    for path, data in formats.folder(entries).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
