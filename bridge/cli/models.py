"""`bridge models`: see, install and remove the packages that translate."""

import asyncio
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from bridge.config import Settings, load
from bridge.core.jobs import Pair
from bridge.core.langs import canonical
from bridge.engines.index import Index
from bridge.engines.installer import PASSING, install, install_starter, remove
from bridge.engines.loaded import try_out
from bridge.engines.packages import Package, scan
from bridge.resources import STARTER

Command = Callable[..., None]


def _settings(command: Command) -> Command:
    config = click.option(
        "--config", type=click.Path(path_type=Path, dir_okay=False), help="Settings, a TOML file."
    )
    data = click.option(
        "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
    )
    return config(data(command))


@click.group()
def models() -> None:
    """List, install and remove translation models."""


@models.command("list")
@_settings
def list_models(config: Path | None, data: Path | None) -> None:
    """Show the installed packages, and the folders that are none."""
    packages = _packages(_load(config, data))
    found = scan(packages)
    serving = found.serving().values()
    for package in found.packages:
        where = "came with the bridge" if package.is_starter else package.folder.name
        unused = "" if package in serving else " (another one serves this pair)"
        click.echo(f"{_arrow(package.pair):<14} {package.version:<6} {where}{unused}")
    for problem in found.problems:
        click.echo(f"left out: {problem}", err=True)
    if not found.packages:
        click.echo("no packages; `bridge models install zh en` fetches one", err=True)


@models.command("install")
@click.argument("what", nargs=-1, required=True, metavar="FROM TO | FILE")
@_settings
def install_model(what: tuple[str, ...], config: Path | None, data: Path | None) -> None:
    """Install from the Argos index by languages (`zh en`), or from an .argosmodel file.

    A package translates one way; for the other way install `en zh` too.
    """
    settings = _load(config, data)
    packages = _packages(settings)
    match what:
        case [file]:
            package = install(Path(file), packages, try_out)
        case [source, target]:
            package = _fetch((canonical(source), canonical(target)), settings, packages)
        case _:
            raise click.UsageError("give two languages (`zh en`) or one .argosmodel file")
    click.echo(f"installed {_arrow(package.pair)} {package.version}")


@models.command("remove")
@click.argument("source")
@click.argument("target")
@_settings
def remove_model(source: str, target: str, config: Path | None, data: Path | None) -> None:
    """Remove what was installed for FROM TO; a starter package takes its place if there is one."""
    packages = _packages(_load(config, data))
    pair = (canonical(source), canonical(target))
    remove(pair, packages)
    again = scan(packages).serving().get(pair)
    click.echo(f"removed {_arrow(pair)}" + ("; the starter package serves it now" if again else ""))


def _fetch(pair: Pair, settings: Settings, packages: Path) -> Package:
    index = Index(settings.model_index)
    listed = asyncio.run(index.find(pair))
    packages.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=PASSING, dir=packages) as passing:
        archive = Path(passing, f"{listed.from_code}_{listed.to_code}.argosmodel")
        label = f"{_arrow(pair)} {listed.package_version}"
        with click.progressbar(length=listed.size or 1, label=label) as bar:

            def show(done: int, total: int | None) -> None:
                bar.length = total or done
                bar.update(done - bar.pos)

            asyncio.run(index.fetch(listed, archive, show))
        return install(archive, packages, try_out)


def _load(config: Path | None, data: Path | None) -> Settings:
    return load(os.environ, config, data=data)


def _packages(settings: Settings) -> Path:
    """The folder that the server uses, with the starter packages in it as the server would."""
    packages = settings.data / "packages"
    install_starter(STARTER, packages)
    return packages


def _arrow(pair: Pair) -> str:
    return f"{pair[0]} → {pair[1]}"
