"""All TOML files of a glossary in one ZIP: how the page exports and imports everything."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from bridge.curation.formats import toml
from bridge.curation.formats.rows import Problem, Read, Row, failed

MOST_FILES = 200
MOST_BYTES = 20_000_000
"""Of all files together, unpacked; counted while they are read, for the archive may lie."""

_NAME = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z]{2,8})*)/([a-z0-9-]{1,32})\.toml")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError),
    *(RuntimeError, OSError, ValueError, EOFError),
)
_MADE = (1980, 1, 1, 0, 0, 0)
"""The same glossary gives the same bytes."""


def is_bundle(data: bytes) -> bool:
    """Whether this is an archive."""
    return data.startswith(b"PK\3\4")


def write(files: Mapping[str, bytes]) -> bytes:
    """The archive of files by path (`zh/idiom.toml`)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, _MADE), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def read(data: bytes) -> Read:
    """What its `<lang>/<kind>.toml` say; folders around them and other files are passed over."""
    rows: list[Row] = []
    problems: list[Problem] = []
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist()[: MOST_FILES + 1]:
                found = _NAME.fullmatch("/".join(info.filename.split("/")[-2:]))
                if found is None or info.is_dir():
                    continue
                with archive.open(info) as file:
                    body = file.read(left + 1)
                left -= len(body)
                if left < 0:
                    return failed(f"more than {MOST_BYTES:,} bytes unpacked: split it")
                said = toml.read(body, found[1], found[2])
                rows += said.rows
                where = f"{found[1]}/{found[2]}.toml"
                problems += [Problem(each.at, f"{where}: {each.what}") for each in said.problems]
            if len(archive.infolist()) > MOST_FILES:
                return failed(f"more than {MOST_FILES} files in the archive")
    except _BROKEN:
        return failed("this archive cannot be read: pack it anew as a plain ZIP")
    if not rows and not problems:
        return failed("the archive holds no <lang>/<kind>.toml")
    return Read(tuple(rows), tuple(problems))
