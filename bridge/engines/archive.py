"""Unpack a model archive that nobody vouches for.

Everything an archive says about itself may be a lie: sizes are counted while reading, names are
matched against a list of what a package may hold, and the rest is never written to disk (a
package's `stanza/*.pt` are pickles: loading one runs its author's code).
"""

import errno
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from bridge.errors import PackageError

MAX_ENTRIES = 2_000
MAX_BYTES = 2 * 1024**3
MAX_RATIO = 200
"""Bytes written per byte of archive. Model weights shrink by little; bombs by 1,000 and more."""
_MAX_DIRECTORY = 2 * 1024**2
_CHUNK = 64 * 1024

_WANTED = re.compile(
    r"metadata\.json|README[A-Za-z0-9._-]{0,32}|sentencepiece\.model|bpe\.model"
    r"|model/[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}"
)


def unpack(archive: Path, into: Path) -> None:
    """Write the parts of a package found in `archive` into the new, empty folder `into`.

    The one top folder that every package has is left out. Raises `PackageError` for anything
    that an honest package does not contain; `into` may then hold some of it.
    """
    try:
        raw = archive.open("rb", buffering=0)
        with _Wary(raw) as wary, zipfile.ZipFile(wary) as package:
            _unpack(package, into, archive.stat().st_size)
    except PackageError as error:
        raise PackageError(f"{archive.name}: {error}") from None
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        # A header told it to look before the beginning of the file.
        raise _damaged(archive, error) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        OverflowError,
        RuntimeError,
        UnicodeDecodeError,
        ValueError,
    ) as error:
        raise _damaged(archive, error) from error


def _damaged(archive: Path, error: Exception) -> PackageError:
    return PackageError(f"{archive.name} is not a whole zip archive ({error}); fetch it again")


def _unpack(package: zipfile.ZipFile, into: Path, packed: int) -> None:
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES:
        raise PackageError(f"it has {len(entries):,} entries; the limit is {MAX_ENTRIES:,}")
    wanted = list(_wanted(entries))
    left = min(MAX_BYTES, max(packed, _CHUNK) * MAX_RATIO)
    for entry, name in wanted:
        target = into / name
        target.parent.mkdir(exist_ok=True)
        with package.open(entry) as source, target.open("xb") as sink:
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise PackageError(
                        f"it unpacks to more than {MAX_BYTES:,} bytes or {MAX_RATIO} times its size"
                    )
                sink.write(chunk)


def _wanted(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    tops: set[str] = set()
    names: set[str] = set()
    for entry in entries:
        top, _, name = _honest_name(entry).partition("/")
        tops.add(top)
        if len(tops) > 1:
            raise PackageError("it has more than one top folder; a package has one")
        if not _WANTED.fullmatch(name):
            continue
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # The other methods inflate a whole block at once, past any count.
            raise PackageError(f"{name} is packed by a method other than deflate")
        if name.casefold() in names:
            raise PackageError(f"it has two files named {name}")
        names.add(name.casefold())
        yield entry, name


def _honest_name(entry: zipfile.ZipInfo) -> str:
    # `filename` is cut at NUL and has its separators changed; judge what is in the archive.
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    if any(part in ("", ".", "..") for part in parts) or re.search(r"[\\:\x00-\x1f]", name):
        raise PackageError(f"it has a file named {name[:80]!r}, which is not inside its folder")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageError(f"{name[:80]!r} is a link or a device, not a file")
    return name


class _Wary(io.BufferedReader):
    """A file of which nobody gets more than the largest honest list of entries in one read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = _MAX_DIRECTORY + 1
        if size > _MAX_DIRECTORY + 1:
            raise PackageError(f"its list of files is {size:,} bytes long")
        return super().read(size)
