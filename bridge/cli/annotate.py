"""`bridge annotate`: lines in, lines out, with the glossary terms found in them."""

import json
import sys
from pathlib import Path

import click

from bridge.core.langs import canonical
from bridge.core.model import UND, Run
from bridge.core.protect import protect
from bridge.core.words_json import runs_json
from bridge.errors import GlossaryError
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers
from bridge.resources import shipped
from bridge.translation import open_detector


@click.command()
@click.option("--lang", help="Language of the lines; found out for each line when not given.")
@click.option(
    "--glossary",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with <lang>/<kind>.toml, in place of the one that ships.",
)
@click.option("--json", "as_json", is_flag=True, help='One {"text","runs"} a line.')
def annotate(lang: str | None, folder: Path | None, as_json: bool) -> None:
    """Find idioms, slang and references in the lines on standard input."""
    folder = folder or shipped("glossaries")
    found = read_folder(folder)
    if found.problems and not found.entries:
        raise GlossaryError(f"no entry can be used: {found.problems[0]}")
    if found.problems:
        click.echo(
            f"bridge: {len(found.problems)} problems in {folder}, such as {found.problems[0]}; "
            "going on with what can be used; `bridge glossary check` names them all",
            err=True,
        )
    matchers = Matchers(found.entries)
    langs = {entry.lang for entry in found.entries}
    detect = open_detector(matchers)
    # Whatever comes in is answered: what is no UTF-8 is shown as such.
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        runs = protect(text)
        spoken = canonical(lang) if lang else detect(runs, None, UND, langs)
        runs = matchers.annotate(runs, spoken)
        if as_json:
            click.echo(json.dumps({"text": text, "runs": runs_json(runs)}, ensure_ascii=False))
        else:
            click.echo("".join(map(_shown, runs)))


def _shown(run: Run) -> str:
    """`[term](entry)`, with all senses, and a question mark where the words may mean just what
    they say."""
    if run.entry is None:
        return run.text
    return f"[{run.text}]({' '.join((run.entry, *run.also))}{'?' if run.doubtful else ''})"
