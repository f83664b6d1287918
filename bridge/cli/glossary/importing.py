"""`bridge glossary import` and `preview`: a file, a dry run, and only then the change."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from bridge.cli.dictionary import import_dictionary, is_dictionary
from bridge.cli.glossary.options import (
    AS,
    DATA,
    FOLDER,
    KIND,
    LANG,
    counted,
    data_folder,
    files,
    looking,
    person,
    with_revisions,
)
from bridge.cli.glossary.shown import table
from bridge.clock import SystemClock
from bridge.core.glossary import Entry
from bridge.core.langs import name as name_of
from bridge.core.model import Lang
from bridge.core.promises import Annotate
from bridge.curation.exchange import Present, apply, past, present, tried
from bridge.curation.formats import bundle
from bridge.curation.formats import format as formats
from bridge.curation.formats.rows import Problem, Read
from bridge.curation.plan import Earlier, Plan, planned
from bridge.errors import GlossaryError
from bridge.library.matchers import Matchers
from bridge.ports.revisions import Revisions

_FILE = click.argument("file", type=click.Path(path_type=Path, exists=True))
_ALL = click.option("--all", "everything", is_flag=True, help="Show every row of the dry run.")


@click.command()
@_FILE
@LANG
@KIND
@_ALL
@FOLDER
@DATA
def preview(
    file: Path, lang: str | None, kind: str | None, everything: bool, folder: Path, data: Path
) -> None:
    """Show what importing FILE would do, and do nothing."""
    plan, _ = _dry_run(file, lang, kind, folder, data_folder(data))
    for line in table(plan, everything):
        click.echo(line)
    _refuse(plan)


@click.command("import")
@_FILE
@LANG
@KIND
@_ALL
@click.option("--yes", is_flag=True, help="Do not ask after the dry run.")
@click.option("--why", default="", help="The reason, for the history.  [default: the file's name]")
@AS
@FOLDER
@DATA
def import_(
    file: Path,
    lang: str | None,
    kind: str | None,
    everything: bool,
    yes: bool,
    why: str,
    name: str | None,
    folder: Path,
    data: Path | None,
) -> None:
    """Bring FILE into the glossary: TOML, CSV, TBX-Basic, or a folder or .zip of
    <lang>/<kind>.toml.

    First a dry run shows what becomes of every row, then you are asked. All of it is done or
    nothing; one row in error or in conflict stops it. A running server uses the notes at once.

    A dictionary in CC-CEDICT's format (cedict_ts.u8.gz) is brought in the same way.
    """
    where = data_folder(data)
    if is_dictionary(file):
        import_dictionary(file, where)
        return
    by = person(where, name)
    plan, now = _dry_run(file, lang, kind, folder, where)
    for line in table(plan, everything):
        click.echo(line)
    _refuse(plan)
    if not plan.to_do:
        click.echo("nothing to do")
        return
    if not yes:
        click.confirm(f"Change {counted(len(plan.to_do))}?", abort=True)
    reason = why or f"imported {file.name}"
    at = SystemClock().now()
    done = with_revisions(where, lambda revisions: apply(plan, now, revisions, by, reason, at))
    click.echo(f"{counted(done)} changed")


def _dry_run(
    file: Path, lang: str | None, kind: str | None, folder: Path, data: Path
) -> tuple[Plan, Present]:
    shipped = files(folder).entries
    read = _read_folder(file) if file.is_dir() else _read_file(file, lang, kind)

    async def look(revisions: Revisions) -> tuple[Present, Earlier]:
        now = await present(shipped, revisions)
        return now, await past(now, read, revisions)

    now, earlier = looking(data, look)
    total = len(read.rows) + len(read.problems)
    with click.progressbar(
        planned(now.known, read, earlier), length=total, label="dry run", file=sys.stderr
    ) as lines:
        plan = Plan(tuple(lines))
    if plan.to_do and plan.may_apply:
        click.echo("trying the sentences of what would change …", err=True)
    return tried(plan, now, _annotate), now


def _read_file(file: Path, lang: str | None, kind: str | None) -> Read:
    data = file.read_bytes()
    if bundle.is_bundle(data) and file.suffix == ".zip":
        return bundle.read(data)
    form = formats.of_name(file.name)
    if form is None:
        raise GlossaryError(f"{file.name}: the name ends in .toml, .zip, .csv, .tbx or .xml")
    if form is formats.Format.TOML and _is_placed(file):
        lang, kind = lang or file.absolute().parent.name, kind or file.stem
    return formats.read(form, data, lang, kind)


def _read_folder(folder: Path) -> Read:
    found = sorted(folder.glob("*/*.toml"))
    if not found:
        raise GlossaryError(f"{folder} holds no <lang>/<kind>.toml")
    reads = [(file, _read_file(file, None, None)) for file in found]
    problems = (
        Problem(problem.at, f"{file.parent.name}/{file.name}: {problem.what}")
        for file, read in reads
        for problem in read.problems
    )
    return Read(tuple(row for _, read in reads for row in read.rows), tuple(problems))


def _is_placed(file: Path) -> bool:
    """Whether its folder is called like a language: zh/idiom.toml."""
    folder = Lang(file.absolute().parent.name)
    return name_of(folder) != folder


def _annotate(entries: Iterable[Entry]) -> Annotate:
    return Matchers(tuple(entries)).annotate


def _refuse(plan: Plan) -> None:
    if not plan.may_apply:
        raise GlossaryError("nothing can be imported before these rows are mended")
