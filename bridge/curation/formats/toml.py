"""Glossaries in TOML: lossless, in one order, ready for a pull request. Comments are not kept."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from itertools import groupby

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.curation.fields import Flat, Value, flat, identity, told_to
from bridge.curation.formats.rows import Problem, Read, Row, decoded, failed
from bridge.curation.formats.shallow import too_deep
from bridge.errors import GlossaryError

MOST_BYTES = 10_000_000
REVISIONS = "_revisions"
"""The table in which an export says how old it is; no entry can be called so."""

_HEADER = re.compile(r"^\[([a-z0-9-]+)\]", re.MULTILINE)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n"} | {
    "\f": "\\f",
    "\r": "\\r",
}
_UNSAID = re.compile(r'["\\\x00-\x1f\x7f]')


def read(data: bytes, lang: str, kind: str) -> Read:
    """The entries of `lang`/`kind`.toml, each whole."""
    text = decoded(data, MOST_BYTES)
    if isinstance(text, Problem):
        return Read(problems=(text,))
    deep = too_deep(text)
    if deep is not None:
        return failed("too deeply nested: write [id] and [id.for.en]", deep)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return failed(f"not TOML: {str(error)[:200]}")
    lines = _lines(text)
    revisions = table.pop(REVISIONS, {})
    if not isinstance(revisions, dict):
        return failed(f"[{REVISIONS}] is not a table: leave it as the export wrote it")
    return Read(
        tuple(
            Row(lines.get(key, 0), identity(lang, kind, key), value, True, _number(revisions, key))
            for key, value in table.items()
        )
    )


def write(entries: Iterable[Entry], revisions: Mapping[EntryId, int]) -> bytes:
    """The entries of one language and kind, by id. `revisions` names those that are to say how
    old they are. Raises GlossaryError when they are not of one language and kind."""
    ordered = sorted(entries, key=lambda entry: _key(entry.id))
    if len({(entry.lang, entry.kind) for entry in ordered}) > 1:
        raise GlossaryError(
            "one TOML file holds one language and kind: name both, or export into a folder"
        )
    told = {_key(entry.id): revisions[entry.id] for entry in ordered if entry.id in revisions}
    parts = [_table(REVISIONS, told)] if told else []
    for entry in ordered:
        parts += _tables(_key(entry.id), flat(entry))
    return "\n".join(parts).encode()


def _tables(key: str, given: Flat) -> Iterable[str]:
    for reader, names in groupby(given, key=lambda name: told_to(name)[0]):
        header = key if reader is None else f"{key}.for.{_name(reader)}"
        yield _table(header, {told_to(name)[1]: given[name] for name in names})


def _table(header: str, given: Mapping[str, Value]) -> str:
    lines = "".join(f"{name} = {_value(value)}\n" for name, value in given.items())
    return f"[{header}]\n{lines}"


def _value(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case tuple():
            return f"[{', '.join(_quoted(each) for each in value)}]"
        case int() | float():
            return repr(value)


def _quoted(text: str) -> str:
    return f'"{_UNSAID.sub(lambda found: _escape(found.group()), text)}"'


def _escape(char: str) -> str:
    return _ESCAPES.get(char, f"\\u{ord(char):04x}")


def _name(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _key(entry: EntryId) -> str:
    return entry.rpartition("/")[2]


def _number(revisions: Mapping[str, object], key: str) -> int | None:
    found = revisions.get(key)
    return found if isinstance(found, int) else None


def _lines(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    line, seen = 1, 0
    for header in _HEADER.finditer(text):
        line += text.count("\n", seen, header.start())
        seen = header.start()
        lines.setdefault(header.group(1), line)
    return lines
