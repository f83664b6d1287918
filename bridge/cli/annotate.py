"""`bridge annotate`: lines in, lines out, with the glossary terms found in them."""

import json
import sys
from pathlib import Path

import click

from bridge.core.langs import canonical
from bridge.core.model import UND
from bridge.core.protect import protect
from bridge.core.wire_json import runs_json
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
    found = read_folder(folder or shipped("glossaries"))
    if found.problems:
        raise GlossaryError(f"{found.problems[0]}; `bridge glossary check` tells them all")
    matchers = Matchers(found.entries)
    langs = {entry.lang for entry in found.entries}
    detect = open_detector(matchers)
    for line in sys.stdin:
        text = line.rstrip("\n")
        runs = protect(text)
        spoken = canonical(lang) if lang else detect(runs, None, UND, langs)
        runs = matchers.annotate(runs, spoken)
        if as_json:
            click.echo(json.dumps({"text": text, "runs": runs_json(runs)}, ensure_ascii=False))
        else:
            click.echo("".join(f"[{r.text}]({r.entry})" if r.entry else r.text for r in runs))
