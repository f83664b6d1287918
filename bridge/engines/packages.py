"""The folder of installed model packages, read one by one so that a bad one harms no other.

A package is a folder with `metadata.json`, a tokenizer and `model/`, as Argos Translate makes
them. Its own module for that (`argostranslate.package`) is not used: it creates folders in the
home directory when imported, and one folder without metadata makes it forget all the others.
"""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bridge.core.jobs import Pair
from bridge.core.langs import canonical
from bridge.errors import PackageError

STARTER = "starter-"
"""Folders that begin so came with the bridge; a package put in by hand goes before them."""
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_VERSION = re.compile(r"[0-9A-Za-z.+_-]{0,32}")
_MAX_METADATA = 64 * 1024


class _Metadata(msgspec.Struct):
    """What the bridge needs of `metadata.json`; the rest of it is ignored."""

    from_code: str
    to_code: str
    package_version: str = ""
    target_prefix: str = ""
    type: str = "translate"


@dataclass(frozen=True, slots=True)
class Package:
    """One installed package. `codes` are Argos' own, which its tokenizer and its folder go by.

    `stamp` changes whenever the model file is replaced, moved or written (nanoseconds).
    `target_prefix` is a token that the model wants at the start of each output, or empty.
    """

    folder: Path
    pair: Pair
    codes: tuple[str, str]
    version: str
    target_prefix: str
    stamp: int

    @property
    def is_starter(self) -> bool:
        """Whether it came with the bridge."""
        return self.folder.name.startswith(STARTER)

    @property
    def label(self) -> str:
        """Name and version, as readers of a translation see it: `argos zh-en 1.9`."""
        source, target = self.pair
        return (
            f"{'starter' if self.is_starter else 'argos'} {source}-{target} {self.version}".strip()
        )

    @property
    def tokenizer(self) -> Path:
        """The tokenizer's file: SentencePiece, or byte pair encoding in older packages."""
        pieces = self.folder / "sentencepiece.model"
        return pieces if pieces.exists() else self.folder / "bpe.model"


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds: every whole package, best first, and a line for each other folder."""

    packages: tuple[Package, ...]
    problems: tuple[str, ...]

    def serving(self, without: Container[Package] = ()) -> Mapping[Pair, Package]:
        """The package that serves each pair: put in by hand before starter, newer before older."""
        chosen: dict[Pair, Package] = {}
        for package in self.packages:
            if package not in without:
                chosen.setdefault(package.pair, package)
        return chosen


def scan(folder: Path) -> Scan:
    """Look at every package in `folder`. A missing folder is an empty one."""
    packages: list[Package] = []
    problems: list[str] = []
    for path in _folders(folder):
        try:
            packages.append(read_package(path))
        except PackageError as error:
            problems.append(f"{error}; install it again or delete the folder")
    packages.sort(key=lambda package: (package.is_starter, -package.stamp, package.folder))
    return Scan(tuple(packages), tuple(problems))


def read_package(folder: Path) -> Package:
    """Read one package's folder; nothing of the model is loaded. Raises `PackageError`."""
    try:
        metadata = _read_metadata(folder / "metadata.json")
        model = (folder / "model" / "model.bin").stat()
    except FileNotFoundError as error:
        missing = Path(error.filename).relative_to(folder)
        raise _broken(folder, f"{missing} is missing") from None
    except OSError as error:
        raise _broken(folder, f"it cannot be read ({error.strerror})") from error
    codes = (metadata.from_code, metadata.to_code)
    source, target = (canonical(code) for code in codes)
    if model.st_size == 0:
        raise _broken(folder, "model/model.bin is empty")
    # A move changes ctime but not mtime.
    package = Package(
        folder,
        (source, target),
        codes,
        metadata.package_version,
        metadata.target_prefix,
        model.st_ctime_ns,
    )
    if not package.tokenizer.is_file():
        raise _broken(folder, "it has neither sentencepiece.model nor bpe.model")
    return package


def _read_metadata(path: Path) -> _Metadata:
    with path.open("rb") as file:
        raw = file.read(_MAX_METADATA)
    try:
        metadata = msgspec.json.decode(raw, type=_Metadata)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _broken(path.parent, f"metadata.json is wrong: {error}") from None
    if metadata.type != "translate":
        raise _broken(path.parent, f"it is a {metadata.type!r} package, not a translation")
    for code in (metadata.from_code, metadata.to_code):
        if not _CODE.fullmatch(code):
            raise _broken(path.parent, f"{code!r} in metadata.json is not a language code")
    if canonical(metadata.from_code) == canonical(metadata.to_code):
        raise _broken(path.parent, f"it translates {metadata.from_code} into itself")
    if not _VERSION.fullmatch(metadata.package_version):
        raise _broken(path.parent, f"{metadata.package_version[:40]!r} is not a version")
    return metadata


def _folders(folder: Path) -> Iterable[Path]:
    # Names with a dot in front are packages on their way in or out.
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except FileNotFoundError:
        return ()


def _broken(folder: Path, why: str) -> PackageError:
    return PackageError(f"{folder.name}: {why}")
