"""An entry as named fields: what is told of it, field by field, and the way back."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from bridge.core.glossary import Entry, Explanation, parse_entry
from bridge.core.langs import canonical
from bridge.core.model import EntryId, Lang
from bridge.errors import GlossaryError

Value = str | bool | int | float | tuple[str, ...]
Flat = dict[str, Value]
"""Fields that are given, by name: `term`, `hits`, `for.en.gloss`. What has its default is not in
it."""

_IDENTITY = ("id", "lang", "kind", "explained")
OWN = tuple(each.name for each in fields(Entry) if each.name not in _IDENTITY)
"""The fields of an entry, in the order in which every file has them."""
TOLD = ("literal", *(each.name for each in fields(Explanation) if each.name != "literal"))
"""The fields of an explanation, in the order of the files: word for word comes first."""
DEFAULTS: Mapping[str, Value | None] = {
    each.name: each.default for each in fields(Entry) if each.default is not MISSING
}
_KIND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it is not given."""

    field: str
    before: Value | None
    after: Value | None


def flat(entry: Entry) -> Flat:
    """The fields that are given, in the order of the files."""
    found: Flat = {}
    for name in OWN:
        value = getattr(entry, name)
        if name not in DEFAULTS or value != DEFAULTS[name]:
            found[name] = value
    for lang, told in sorted(entry.explained, key=lambda pair: pair[0]):
        for name in TOLD:
            value = getattr(told, name)
            if value is not None:
                found[f"for.{lang}.{name}"] = value
    return found


def nested(given: Mapping[str, Value]) -> dict[str, Any]:
    """The same as a parsed TOML table has it."""
    table: dict[str, Any] = {}
    for name, value in given.items():
        plain = list(value) if isinstance(value, tuple) else value
        reader, told = told_to(name)
        if reader is None:
            table[name] = plain
        else:
            table.setdefault("for", {}).setdefault(reader, {})[told] = plain
    return table


def built(entry: str, given: Mapping[str, Value]) -> Entry:
    """The entry with this id. Raises GlossaryError with the cure."""
    lang, kind, key = parts(entry)
    return parse_entry(key, nested(given), lang, kind)


def told_to(name: str) -> tuple[str | None, str]:
    """Whom a field is for, and its short name: `for.en.gloss` → `en`, `gloss`; `term` → None."""
    if not name.startswith("for."):
        return None, name
    reader, _, told = name.removeprefix("for.").rpartition(".")
    return reader, told


def parts(entry: str) -> tuple[Lang, str, str]:
    """Language, kind and key of an id. Raises GlossaryError when it is none."""
    split = entry.split("/")
    if len(split) != 3 or not _KIND.fullmatch(split[1]):
        raise GlossaryError(
            f"{entry[:80]!r} is no id: write language/kind/id, such as zh/idiom/hua-she-tian-zu"
        )
    lang = canonical(split[0])
    if lang != split[0]:
        raise GlossaryError(f"the language {split[0][:20]!r} is written {lang!r} here")
    return lang, split[1], split[2]


def identity(lang: str, kind: str, key: str) -> EntryId:
    """The id of an entry of a file."""
    return EntryId(f"{lang}/{kind}/{key}")


def changes(before: Entry | None, after: Entry | None) -> tuple[FieldChange, ...]:
    """Field by field what became of an entry; None is one that does not exist."""
    old = flat(before) if before else {}
    new = flat(after) if after else {}
    names = dict.fromkeys((*old, *new))
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in sorted(names, key=_place)
        if old.get(name) != new.get(name)
    )


def _place(name: str) -> tuple[int, str, int]:
    reader, told = told_to(name)
    return (len(OWN), reader, TOLD.index(told)) if reader is not None else (OWN.index(name), "", 0)
