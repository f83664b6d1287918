"""What a file says, whatever its format: rows, and problems that no row can be made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bridge.core.glossary import Entry
from bridge.curation.fields import flat, nested


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says about one entry. `at` is the row of the sheet, or the line.

    `table` is shaped like a parsed TOML table; where a file can take something away, the value is
    None. A `whole` row is all there is to say: what it leaves out is gone. `revision` is the one
    that the file was exported at, where it tells. `otherwise` holds what is meant where neither
    the file nor today's entry says.
    """

    at: int
    id: str
    table: object
    whole: bool = False
    revision: int | None = None
    otherwise: Mapping[str, Any] = field(default_factory=dict)

    def over(self, entry: Entry | None) -> object:
        """The table that comes of it when the entry is `entry` today."""
        if self.whole or not isinstance(self.table, dict):
            return _given(self.table)
        today = nested(flat(entry)) if entry else {}
        return _given(_laid(_laid(self.otherwise, today), self.table))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be read, and the cure. `at` is 0 when it is the whole file."""

    at: int
    what: str


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def failed(what: str, at: int = 0) -> Read:
    """A file that could not be read at all."""
    return Read(problems=(Problem(at, what),))


def decoded(data: bytes, most: int) -> str | Problem:
    """The text of a file in UTF-8, with or without a byte order mark, of at most `most` bytes."""
    if len(data) > most:
        return Problem(
            0, f"the file has {len(data):,} bytes; the limit is {most:,}: split it by kind"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(0, "the file is UTF-16: save it as UTF-8 (“CSV UTF-8” in a spreadsheet)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(line, f"byte {error.start:,} is not UTF-8: save the file as UTF-8")


def _laid(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    laid = dict(below)
    for name, value in above.items():
        under = laid.get(name)
        if isinstance(value, dict) and isinstance(under, dict):
            laid[name] = _laid(under, value)
        else:
            laid[name] = value
    return laid


def _given(table: object) -> object:
    """Without what was taken away, and without tables that this leaves empty."""
    if not isinstance(table, dict):
        return table
    given = {name: _given(value) for name, value in table.items() if value is not None}
    return {name: value for name, value in given.items() if value != {}}
