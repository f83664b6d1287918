"""What the commands about glossaries ask for alike, and the database behind them."""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import click

from bridge.config import load
from bridge.core.model import UserId
from bridge.errors import GlossaryError, StoreError
from bridge.library.files import Folder, read_folder
from bridge.ports.revisions import Revisions
from bridge.resources import shipped
from bridge.store.sqlite import SqliteStore

T = TypeVar("T")

FOLDER = click.option(
    "--glossary",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: shipped("glossaries"),
    show_default="the glossaries that ship with the bridge",
    help="Folder with <lang>/<kind>.toml and phrases/<lang>-<lang>.tsv.",
)
DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
)
LANG = click.option("--lang", help="A language, such as zh.")
KIND = click.option("--kind", help="A kind, such as slang.")
AS = click.option("--as", "name", help="The account in whose name it is done.")


def data_folder(data: Path | None) -> Path:
    """The one that is named, or that of the settings."""
    return load(os.environ, None, data=data).data


def files(folder: Path) -> Folder:
    """The glossary files. Raises GlossaryError when one is wrong."""
    found = read_folder(folder)
    if found.problems:
        raise GlossaryError(f"{found.problems[0]}; `bridge glossary check` tells them all")
    return found


def with_revisions(data: Path, work: Callable[[Revisions], Awaitable[T]]) -> T:
    """Do `work` on what curators changed; a running server may have the file open too."""
    return _with_store(data, lambda store: work(store.revisions()))


def looking(data: Path, work: Callable[[Revisions], Awaitable[T]]) -> T:
    """The same for `work` that changes nothing: where no server ever ran, there is no file, and
    none is made."""
    if (data / "rooms.db").exists():
        return with_revisions(data, work)
    with tempfile.TemporaryDirectory() as empty:
        return with_revisions(Path(empty), work)


def person(data: Path, name: str | None) -> UserId | None:
    """The account of that name; None for the command line. Raises StoreError."""
    if name is None:
        return None
    account = _with_store(data, lambda store: store.accounts().holder(name))
    if account is None:
        raise StoreError(f"nobody is called {name}; `bridge users add {name} --role curator`")
    return account.id


def _with_store(data: Path, work: Callable[[SqliteStore], Awaitable[T]]) -> T:
    async def visit() -> T:
        store = await SqliteStore.open(data / "rooms.db")
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(visit())


def counted(number: int) -> str:
    """So many entries, in words."""
    return f"{number:,} {'entry' if number == 1 else 'entries'}"
