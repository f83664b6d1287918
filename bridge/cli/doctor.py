"""`bridge doctor`: what is installed, what is missing, and what would help."""

import importlib.util
import os
import sqlite3
import sys
from pathlib import Path

import click

from bridge.config import load
from bridge.core.langs import name
from bridge.engines.packages import scan
from bridge.errors import BridgeError, EngineFailed
from bridge.library.check import check_folder
from bridge.library.dictionary import FILE, Dictionary
from bridge.resources import shipped
from bridge.translation import open_engines, packages_folder

HEAVY = ("torch", "stanza", "spacy")


@click.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Data folder.")
def doctor(data: Path | None) -> None:
    """Look at everything that the server needs, and try it."""
    settings = load(os.environ, None, data=data)
    click.echo(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    click.echo(f"Data folder: {settings.data}")
    wrong = [*_models(settings.data), *_glossaries(), *_page()]
    _dictionary(settings.data)
    for heavy in HEAVY:
        if importlib.util.find_spec(heavy) is not None:
            click.echo(
                f"· {heavy} is installed; the bridge never uses it, uninstall it to save space"
            )
    if wrong:
        raise BridgeError(f"{len(wrong)} things are wrong; the first: {wrong[0]}")
    click.echo("Everything is in order: `bridge serve`")


def _models(data: Path) -> list[str]:
    """Try every model on one word."""
    engines = open_engines(data, workers=1)
    wrong = list(scan(packages_folder(data)).problems)
    for source, target in sorted(engines.engine.pairs()):
        try:
            engines.engine.translate((source, target), ["OK"], careful=False)
        except EngineFailed as error:
            wrong.append(str(error))
        else:
            click.echo(f"✓ model {name(source)} → {name(target)}")
    if not engines.engine.pairs():
        wrong.append("no translation model is installed; try `bridge models install zh en`")
    return _crossed(wrong)


def _glossaries() -> list[str]:
    found = check_folder(shipped("glossaries"))
    if not found.problems:
        click.echo(f"✓ glossaries: {found.counted}")
    return _crossed(list(found.problems))


def _dictionary(data: Path) -> None:
    """It is welcome and not needed."""
    source = Dictionary(data / FILE).source
    if source is None:
        cure = "`bridge glossary import cedict_ts.u8.gz` installs CC-CEDICT"
        click.echo(f"· no dictionary: Chinese words show pinyin and no meaning; {cure}")
    else:
        click.echo(f"✓ dictionary: {source.attribution} ({source.licence or 'no licence named'})")


def _page() -> list[str]:
    page = shipped("web") / "index.html"
    if page.is_file():
        click.echo(f"✓ page: {page.parent}")
        return []
    return _crossed([f"{page} is missing; install the bridge again"])


def _crossed(problems: list[str]) -> list[str]:
    for problem in problems:
        click.echo(f"✗ {problem}")
    return problems
