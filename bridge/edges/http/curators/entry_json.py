"""An entry as the curators' page has it: every field, null where there is nothing."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import msgspec

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.curation.editing import BadEntry, parsed
from bridge.curation.fields import FieldChange

Given = dict[str, Any]
"""An entry as somebody sends it; anything may be wrong with it."""

_IDENTITY = ("id", "lang", "kind")
UNWRITTEN = "…"
"""What stands for a text that is not written yet."""


def entry_json(entry: Entry | None) -> dict[str, Any] | None:
    """All fields; `for` holds what readers of each language are told."""
    if entry is None:
        return None
    found = {
        each.name: getattr(entry, each.name) for each in fields(Entry) if each.name != "explained"
    }
    told = {lang: msgspec.to_builtins(explanation) for lang, explanation in entry.explained}
    return found | {"for": told}


def changes_json(changes: tuple[FieldChange, ...]) -> list[dict[str, Any]]:
    """Field by field."""
    return [msgspec.to_builtins(each) for each in changes]


def entry_of(entry_id: EntryId, given: Given) -> Entry:
    """The entry that was sent. Null and empty are the same: not there. Raises BadEntry."""
    return parsed(entry_id, _table(given))


def unfinished(entry_id: EntryId, given: Given) -> Entry | None:
    """The same while somebody still writes: what has to be there and is not is made up. None
    while there is no term. Raises BadEntry for what is wrong."""
    table = _table(given)
    term = table.get("term")
    if not isinstance(term, str) or not term.strip():
        return None
    told = table.get("for")
    if not isinstance(told, dict) or not told:
        told = {"en": {}}
    told = {
        lang: {"gloss": UNWRITTEN, **part} if isinstance(part, dict) else part
        for lang, part in told.items()
    }
    if entry_id.endswith("/"):
        entry_id = EntryId(f"{entry_id}new")
    made_up = {"hits": table.get("hits") or [term], "for": told, "term": term.strip()}
    return parsed(entry_id, table | made_up)


def id_of(given: Given) -> EntryId:
    """The id in an entry that was sent. Raises BadEntry."""
    found = given.get("id")
    if not isinstance(found, str):
        raise BadEntry(["`id`: write language/kind/id, such as zh/idiom/hua-she-tian-zu"])
    return EntryId(found)


def _table(given: Given) -> dict[str, Any]:
    table = {name: value for name, value in _filled(given).items() if name not in _IDENTITY}
    told = table.get("for")
    if isinstance(told, dict):
        parts = {
            lang: _filled(part) if isinstance(part, dict) else part for lang, part in told.items()
        }
        table["for"] = {lang: part for lang, part in parts.items() if part}
    return table


def _filled(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in (None, "")}
