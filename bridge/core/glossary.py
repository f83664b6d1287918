"""Glossary entries as values, and their strict reading from parsed TOML."""

from dataclasses import dataclass

from bridge.core.model import EntryId, Lang


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

    `hits` are sentences that must match, `misses` sentences that must not.
    """

    id: EntryId
    lang: Lang
    kind: str
    term: str
    variants: tuple[str, ...] = ()
    reading: str | None = None
    literal: str | None = None
    plain: str | None = None
    tone: str | None = None
    caution: str | None = None
    sources: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    explained: tuple[tuple[Lang, Explanation], ...] = ()
