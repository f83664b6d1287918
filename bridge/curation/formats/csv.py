"""Glossaries as a sheet (CSV, RFC 4180): a row an entry, a column a field, no formulas."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.curation.fields import DEFAULTS, OWN, TOLD, Value, flat, told_to
from bridge.curation.formats.cells import armed, defused, meant, shown
from bridge.curation.formats.rows import Problem, Read, Row, decoded
from bridge.errors import GlossaryError

MOST_BYTES = 50_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200
_SEPARATORS = ",;\t"  # spreadsheets of some countries write the other two


def read(data: bytes) -> Read:
    """Row by row. A column that is not there says nothing about its field, an empty cell takes it
    away. Row 1 holds the names of the columns, as in a spreadsheet."""
    text = decoded(data, MOST_BYTES)
    if isinstance(text, Problem):
        return Read(problems=(text,))
    rows: list[Row] = []
    problems: list[Problem] = []
    for found in _records(text):
        if isinstance(found, Row):
            rows.append(found)
        else:
            problems.append(found)
    return Read(tuple(rows), tuple(problems))


def write(entries: Iterable[Entry], revisions: Mapping[EntryId, int]) -> bytes:
    """Every field of the entries, by id; UTF-8 with a byte order mark, which spreadsheets need to
    see that it is UTF-8. `revisions` says how old they are; 0 is as shipped."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    readers = sorted({lang for entry in ordered for lang, _ in entry.explained})
    names = [*OWN, *(f"for.{reader}.{told}" for reader in readers for told in TOLD)]
    lines = [_line(("id", "revision", *names))]
    for entry in ordered:
        given = flat(entry)
        cells = (shown(given.get(name)) for name in names)
        lines.append(_line((entry.id, str(revisions.get(entry.id, 0)), *cells)))
    return "".join(lines).encode("utf-8-sig")


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    safe = defused(text)
    if safe is text and not re.search(r'[",;\t\r\n]|^\s|\s$', text):
        return text
    return '"' + safe.replace('"', '""') + '"'


def _records(text: str) -> Iterator[Row | Problem]:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    columns: Sequence[str] = ()
    try:
        for number, cells in enumerate(lines, 1):
            if number == 1:
                columns = [cell.strip() for cell in cells]
                wrong = list(_wrong_columns(columns))
                yield from wrong
                if wrong:
                    return
            elif number > MOST_ROWS + 1:
                yield Problem(number, f"more than {MOST_ROWS:,} rows: split the file")
                return
            elif any(cells):
                yield _record(number, columns, cells)
    except csv.Error as error:
        yield Problem(number + 1, _cure(error))
    if number == 0:
        yield Problem(0, "the file is empty: row 1 names the columns, beginning with id")


def _record(number: int, columns: Sequence[str], cells: Sequence[str]) -> Row | Problem:
    if len(cells) != len(columns):
        return Problem(
            number,
            f"{len(cells)} cells, but row 1 names {len(columns)} columns: "
            "put text that holds the separator in double quotes",
        )
    table: dict[str, Any] = {}
    entry, revision = "", None
    for name, cell in zip(columns, cells, strict=True):
        try:
            if name == "id":
                entry = cell.strip()
            elif name == "revision":
                revision = _revision(cell)
            else:
                _put(table, name, meant(armed(cell), _kind(name)))
        except GlossaryError as error:
            return Problem(number, f"{name}: {error}")
    return Row(number, entry, table, False, revision)


def _put(table: dict[str, Any], name: str, value: Value | None) -> None:
    plain = list(value) if isinstance(value, tuple) else value
    reader, told = told_to(name)
    if reader is None:
        table[name] = plain
    else:
        table.setdefault("for", {}).setdefault(reader, {})[told] = plain


def _kind(name: str) -> type[Value]:
    default = DEFAULTS.get(name)
    return str if default is None else type(default)


def _revision(cell: str) -> int | None:
    value = meant(cell, int)
    return value if isinstance(value, int) else None


def _wrong_columns(columns: Sequence[str]) -> Iterator[Problem]:
    if len(columns) > MOST_COLUMNS:
        yield Problem(1, f"{len(columns)} columns; the limit is {MOST_COLUMNS}")
        return
    if "id" not in columns:
        yield Problem(1, "there is no column `id`: name the columns as an export does")
    for place, name in enumerate(columns):
        if name in columns[:place]:
            yield Problem(1, f"two columns are called {name[:40]!r}: keep one")
        elif not _is_column(name):
            known = ", ".join(("id", "revision", *OWN, "for.<language>.gloss"))
            yield Problem(1, f"{name[:40]!r} is no column; the columns are {known} …")


def _is_column(name: str) -> bool:
    reader, told = told_to(name)
    return name in ("id", "revision", *OWN) or (bool(reader) and told in TOLD)


def _cure(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a cell has more than {csv.field_size_limit():,} characters: shorten it"
    return f"not CSV ({error}): a double quote inside a quoted cell is written twice"
