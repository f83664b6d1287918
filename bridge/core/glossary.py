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
MOST_GAP = 3
"""So many words may stand inside an English term at most."""

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
    `near`: it counts only where one of these is said as well, somewhere in the message;
    `not_near`: where none is. `only_alone`: it counts only when it is all that is said, or else
    where one of `near` is. `literal_ok`, from 0 to 1: how often the words are there and mean just
    what they say; from 0.5 on the note is doubtful unless one of `near` is said, which is then no
    condition. `gap`: so many words (0 to 3) may stand inside an English term; `separable`: the
    verb and the object of a Chinese term may stand apart.
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
    only_alone: bool = False
    literal_ok: float = 0.0
    gap: int = 0
    separable: bool = False
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
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


def disorder(keys: list[str]) -> list[str]:
    """Which ids of one file stand after a later one."""
    return [
        f"[{after}] stands after [{before}]: sort the file by id"
        for before, after in itertools.pairwise(keys)
        if after < before
    ]


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
    for reader, part in sorted(told.items()):
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
    _check_matching(entry)
    for name in ("reading", "literal", "plain", "tone"):
        if getattr(entry, name) == "":
            raise GlossaryError(f"`{name}` is empty: leave the line out")
    for lang, told in entry.explained:
        if not told.gloss.strip():
            raise GlossaryError(f"for.{lang}.gloss is empty: say in a few words what it means")
        for name in ("equivalent", "literal", "body", "example"):
            if getattr(told, name) == "":
                raise GlossaryError(f"`for.{lang}.{name}` is empty: leave the line out")


def _check_matching(entry: Entry) -> None:
    if not 0 <= entry.gap <= MOST_GAP:
        raise GlossaryError(f"gap is 0 to {MOST_GAP} words, not {entry.gap}")
    if not 0 <= entry.literal_ok <= 1:
        raise GlossaryError(f"literal_ok is 0 (never literal) to 1, not {entry.literal_ok}")
    if entry.separable and len(entry.term) < 2:
        raise GlossaryError("a separable term is a verb of one character and its object")
    for name in ("not_before", "not_after", "near", "not_near"):
        if not all(getattr(entry, name)):
            raise GlossaryError(f"`{name}` holds an empty text, which stands everywhere: drop it")


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
