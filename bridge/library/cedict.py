"""Imports a dictionary in CC-CEDICT's format, plain or gzipped, all of it or nothing."""

import gzip
import os
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bridge.core.cedict import LONGEST_LINE, Headword, Source, parse_line, parse_setting, source_of
from bridge.errors import GlossaryError
from bridge.library.dictionary import FILE, build, sign

MOST_BYTES = 256 * 1024 * 1024
"""Of the text. CC-CEDICT has some 9 MB."""
MOST_HEADWORDS = 2_000_000
TOLD = 5
"""So many of the wrong lines are told."""
_GZIP = b"\x1f\x8b"
_STEP = 64 * 1024

Progress = Callable[[int, int], None]
"""Called with the bytes of the file that are done, and all of them."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in; `problems` are the first of the lines that were wrong, `<line>: <what>`."""

    headwords: int
    source: Source
    wrong: int
    problems: tuple[str, ...]


def import_cedict(path: Path, data: Path, progress: Progress) -> Imported:
    """Make the file at `path` the dictionary of the data folder; a server that runs takes it up
    by itself. Raises GlossaryError, and then what was installed before still is."""
    if not path.is_file():
        raise GlossaryError(f"there is no file {path}")
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    # In a folder of its own, so that two imports at once do not meet; on the same disk, so that
    # putting it in its place is one step.
    with tempfile.TemporaryDirectory(prefix="dictionary-", dir=data) as passing:
        made = Path(passing, FILE)
        reading = _Reading(path)
        try:
            count = build(made, reading.headwords(progress))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise GlossaryError(f"{path.name} is damaged ({error}); download it again") from None
        except (OSError, sqlite3.Error) as error:
            raise GlossaryError(f"cannot bring {path.name} into {data}: {error}") from None
        if count <= reading.wrong:
            first = f", the first in line {reading.problems[0]}" if reading.problems else ""
            raise GlossaryError(
                f"{path.name} is no dictionary in CC-CEDICT's format: "
                f"{count:,} lines are right and {reading.wrong:,} wrong{first}"
            )
        sign(made, reading.source)
        _settle(made, data / FILE)
    return Imported(count, reading.source, reading.wrong, tuple(reading.problems))


@dataclass(slots=True)
class _Reading:
    """One file on its way in, and what was noticed."""

    path: Path
    wrong: int = 0
    problems: list[str] = field(default_factory=list)
    title: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def source(self) -> Source:
        """What the head of the file said."""
        return source_of(self.title or self.path.name.partition(".")[0], self.settings)

    def headwords(self, progress: Progress) -> Iterator[Headword]:
        """Every line that is right."""
        total, seen, count, told = self.path.stat().st_size, 0, 0, 0
        with self.path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                seen += len(line)
                if seen > MOST_BYTES:
                    raise GlossaryError(f"{self.path.name} holds more than {MOST_BYTES:,} bytes")
                if file.tell() - told >= _STEP:
                    told = file.tell()
                    progress(told, total)
                headword = self._one(number, line)
                if headword is not None:
                    count += 1
                    if count > MOST_HEADWORDS:
                        raise GlossaryError(f"more than {MOST_HEADWORDS:,} words; split the file")
                    yield headword
        progress(total, total)

    def _one(self, number: int, line: bytes) -> Headword | None:
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            if text == "" or text == "%":
                return None
            if not text.startswith("#"):
                return parse_line(text)
            self._head(text)
        except UnicodeDecodeError:
            self._problem(number, "not UTF-8")
        except GlossaryError as error:
            self._problem(number, str(error))
        return None

    def _head(self, text: str) -> None:
        setting = parse_setting(text)
        if setting is not None:
            self.settings[setting[0]] = setting[1][:200]
        elif not self.title and (title := re.sub(r"^#\s*", "", text)):
            self.title = title[:80]

    def _problem(self, number: int, what: str) -> None:
        self.wrong += 1
        if len(self.problems) < TOLD:
            self.problems.append(f"{number:,}: {what}")


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Lines, those that are far too long in pieces, so that none fills the memory."""
    zipped = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    stream = gzip.GzipFile(fileobj=file) if zipped else file
    while line := stream.readline(4 * LONGEST_LINE + 2):
        yield line


def _settle(made: Path, place: Path) -> None:
    """On the disk first, in its place second: a power cut leaves the old one or the new one."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    made.replace(place)
