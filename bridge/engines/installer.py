"""Put model packages into the data folder and take them out, never half of one."""

import errno
import hashlib
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bridge.core.jobs import Pair
from bridge.engines.archive import unpack
from bridge.engines.packages import STARTER, Package, read_package, scan
from bridge.errors import PackageError

PASSING = ".passing-"
"""Folders that begin so hold what is on its way in or out."""
_STALE_S = 3600
_ANY_DIGEST = "[0-9a-f]" * 12

_log = logging.getLogger(__name__)


def install(archive: Path, packages: Path, trial: Callable[[Package], None]) -> Package:
    """Install a `.argosmodel` file, after `trial` has seen it work; returns what is now served.

    An earlier package for the same pair goes when the new one is in place; installing the same
    file again repairs it. No other package is touched. Raises `PackageError`.
    """
    with _said_plainly(archive, packages):
        package = _place(archive, packages, "", trial)
        source, target = package.codes
        for old in packages.glob(f"{source}_{target}-*-{_ANY_DIGEST}"):
            if old != package.folder:
                _discard(old)
    return package


def install_starter(starter: Path, packages: Path) -> None:
    """Unpack the packages that came with the bridge, where they are not unpacked yet.

    Goes by content: an updated starter package replaces the earlier one. What goes wrong is
    logged and leaves out that package alone; the bridge runs with what it has.
    """
    archives = sorted(starter.glob("*.argosmodel"))
    present: set[Path] = set()
    whole = bool(archives)
    for archive in archives:
        try:
            with _said_plainly(archive, packages):
                present.add(
                    _present(archive, packages) or _place(archive, packages, STARTER).folder
                )
        except PackageError as error:
            whole = False
            _log.error("starter package left out: %s", error)
    if whole:
        for old in packages.glob(f"{STARTER}*"):
            if old not in present:
                _discard(old)


def remove(pair: Pair, packages: Path) -> int:
    """Delete what was installed by hand for `pair`; how many folders went.

    Raises `PackageError` when there is nothing to delete; a starter package would come back.
    """
    found = [package for package in scan(packages).packages if package.pair == pair]
    by_hand = [package for package in found if not package.is_starter]
    if not by_hand:
        source, target = pair
        why = "comes with the bridge and cannot be removed" if found else "is not installed"
        raise PackageError(f"{source} → {target} {why}; `bridge models list` shows what is there")
    for package in by_hand:
        with _said_plainly(package.folder, packages):
            _discard(package.folder)
    return len(by_hand)


def _place(
    archive: Path,
    packages: Path,
    prefix: str,
    trial: Callable[[Package], None] | None = None,
) -> Package:
    packages.mkdir(parents=True, exist_ok=True)
    _sweep(packages)
    with tempfile.TemporaryDirectory(
        prefix=PASSING, dir=packages, ignore_cleanup_errors=True
    ) as passing:
        incoming = Path(passing, archive.name)
        incoming.mkdir()
        unpack(archive, incoming)
        package = read_package(incoming)
        if trial is not None:
            trial(package)
        source, target = package.codes
        version = package.version.replace(".", "_")
        place = packages / f"{prefix}{source}_{target}-{version}-{_digest(archive)}"
        if place.exists():
            place.replace(Path(passing, "before"))
        try:
            incoming.replace(place)
        except OSError as error:
            # Another process was faster, and the name says that it installed the same thing.
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
    return read_package(place)


def _present(archive: Path, packages: Path) -> Path | None:
    for folder in packages.glob(f"{STARTER}*-{_digest(archive)}"):
        try:
            return read_package(folder).folder
        except PackageError:
            continue
    return None


def _digest(archive: Path) -> str:
    with archive.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _discard(folder: Path) -> None:
    """Delete a folder; whoever scans meanwhile sees all of it or nothing."""
    with tempfile.TemporaryDirectory(
        prefix=PASSING, dir=folder.parent, ignore_cleanup_errors=True
    ) as passing:
        folder.replace(Path(passing, folder.name))


def _sweep(packages: Path) -> None:
    """Delete what a killed installation left behind."""
    for folder in packages.glob(f"{PASSING}*"):
        with suppress(FileNotFoundError):
            if time.time() - folder.stat().st_mtime > _STALE_S:
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _said_plainly(what: Path, packages: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        where = f" ({os.fspath(packages)})" if error.errno in (errno.ENOSPC, errno.EACCES) else ""
        raise PackageError(
            f"cannot install or remove {what.name}: {why}{where}; "
            "see that the file is there, with room and rights to write"
        ) from error
