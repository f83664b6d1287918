"""What can be used of a glossary entry that is not right: whatever is understood stays."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

import msgspec

from bridge.core.glossary import MOST_GAP, Entry, Explanation
from bridge.core.model import EntryId, Lang


def salvaged(key: str, value: object, lang: Lang, kind: str) -> Entry | None:
    """The entry as far as it can be read: fields nobody knows and values of the wrong type are left
    out, one text stands for a list of one. None without a term: nothing could be found."""
    if not isinstance(value, Mapping):
        return None
    given = _readable(value, Entry)
    term = given.get("term")
    spellings = [term, *given.get("variants", ())] if isinstance(term, str) else []
    spellings = [each.strip() for each in spellings if each.strip()]
    if not spellings:
        return None
    told = value.get("for")
    given |= {
        "id": EntryId(f"{lang}/{kind}/{key}"),
        "lang": lang,
        "kind": kind,
        "term": spellings[0],
        "variants": tuple(spellings[1:]),
        "explained": _explained(told) if isinstance(told, Mapping) else (),
        "gap": min(max(given.get("gap", 0), 0), MOST_GAP),
        "literal_ok": min(max(given.get("literal_ok", 0.0), 0.0), 1.0),
    }
    return Entry(**given)


def _explained(told: Mapping[str, Any]) -> tuple[tuple[Lang, Explanation], ...]:
    parts = [(Lang(str(reader)), _readable(part, Explanation)) for reader, part in told.items()]
    return tuple((reader, Explanation(**part)) for reader, part in parts if "gloss" in part)


def _readable(given: object, wanted: type[Any]) -> dict[str, Any]:
    """The fields of `wanted` that `given` has in a readable form."""
    found: dict[str, Any] = {}
    types = get_type_hints(wanted)
    for field in fields(wanted):
        if not isinstance(given, Mapping) or field.name not in given or field.name == "explained":
            continue
        value = given[field.name]
        if isinstance(value, str) and types[field.name] == tuple[str, ...]:
            value = [value]
        try:
            found[field.name] = msgspec.convert(value, types[field.name])
        except msgspec.ValidationError:
            continue
    return found
