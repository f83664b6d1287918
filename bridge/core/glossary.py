"""Glossary entries as values, and their strict reading from a parsed TOML table."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from bridge.core.model import EntryId, Lang
from bridge.errors import GlossaryError

CAUTIONS = ("vulgar", "insulting", "sensitive", "dated")
IMPRESSIONS = ("cold", "rude")
"""How readers on the other side may take what was meant kindly."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entry explained to readers of one language."""

    gloss: str
    equivalent: str | None = None
    literal: str | None = None
    body: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One term with everything a card shows and a matcher needs.

    `hits` are sentences that must match, `misses` sentences that must not. The match does not
    count when one of `not_before` stands directly before it, or one of `not_after` after it.
    `plain` says the same without the idiom, for the engine; `keep` means that the term itself
    stands in every translation (a name). `reads` warns whoever is about to send it: one of
    IMPRESSIONS.
    """

    id: EntryId
    lang: Lang
    kind: str
    term: str
    variants: tuple[str, ...] = ()
    reading: str | None = None
    literal: str | None = None
    plain: str | None = None
    keep: bool = False
    reads: str | None = None
    tone: str | None = None
    caution: str | None = None
    sources: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    explained: tuple[tuple[Lang, Explanation], ...] = ()

    def explanation(self, lang: Lang) -> Explanation | None:
        """What readers of `lang` are told."""
        return next((told for who, told in self.explained if who == lang), None)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The term and its variants."""
        return (self.term, *self.variants)


_GIVEN = frozenset(each.name for each in fields(Entry)) - {"id", "lang", "kind", "explained"}
_TOLD = frozenset(each.name for each in fields(Explanation))


def parse_table(table: Mapping[str, Any], lang: Lang, kind: str) -> tuple[list[Entry], list[str]]:
    """The entries of one parsed TOML file, and what is wrong with it, each with the cure."""
    entries: list[Entry] = []
    problems: list[str] = []
    for key, value in table.items():
        try:
            entries.append(parse_entry(key, value, lang, kind))
        except GlossaryError as error:
            problems.append(f"[{key}] {error}")
    keys = list(table)
    for before, after in itertools.pairwise(keys):
        if after < before:
            problems.append(f"[{after}] stands after [{before}]: sort the file by id")
    return entries, problems


def parse_entry(key: str, value: object, lang: Lang, kind: str) -> Entry:
    """One entry. Raises GlossaryError with the cure."""
    if not _ID.fullmatch(key):
        raise GlossaryError("an id is a-z, 0-9 and single hyphens, such as hua-she-tian-zu")
    if not isinstance(value, dict):
        raise GlossaryError("an entry is a table with at least term, hits and a `for` table")
    given = {name: part for name, part in value.items() if name != "for"}
    _known(given, _GIVEN)
    told = value.get("for")
    if not isinstance(told, dict) or not told:
        raise GlossaryError("nobody is told what it means: add a table such as [<id>.for.en]")
    explained = []
    for reader, part in told.items():
        _known(part, _TOLD, f"for.{reader}.")
        explained.append((Lang(reader), _convert(part, Explanation)))
    identity = {"id": f"{lang}/{kind}/{key}", "lang": lang, "kind": kind}
    entry: Entry = _convert({**given, **identity, "explained": explained}, Entry)
    _check(entry)
    return entry


def _check(entry: Entry) -> None:
    for spelling in entry.spellings:
        if not spelling.strip() or spelling != spelling.strip():
            raise GlossaryError(f"{spelling!r} is empty or has blanks around it")
    if not entry.hits:
        raise GlossaryError("add `hits`: at least one sentence in which the term must be found")
    if entry.caution is not None and entry.caution not in CAUTIONS:
        raise GlossaryError(f"caution is one of {', '.join(CAUTIONS)}, not {entry.caution!r}")
    if entry.reads is not None and entry.reads not in IMPRESSIONS:
        raise GlossaryError(f"reads is one of {', '.join(IMPRESSIONS)}, not {entry.reads!r}")
    for name in ("reading", "literal", "plain", "tone"):
        if getattr(entry, name) == "":
            raise GlossaryError(f"`{name}` is empty: leave the line out")
    for lang, told in entry.explained:
        if not told.gloss.strip():
            raise GlossaryError(f"for.{lang}.gloss is empty: say in a few words what it means")


def _known(given: object, known: frozenset[str], prefix: str = "") -> None:
    if not isinstance(given, dict):
        raise GlossaryError(f"`{prefix.rstrip('.')}` is not a table")
    for name in given:
        if name not in known:
            names = ", ".join(sorted(known))
            raise GlossaryError(f"`{prefix}{name}` is no field; the fields are {names}")


def _convert(given: Mapping[str, Any], wanted: type[Any]) -> Any:
    try:
        return msgspec.convert(given, wanted)
    except msgspec.ValidationError as error:
        raise GlossaryError(str(error)) from None
