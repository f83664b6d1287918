"""Dictionaries in CC-CEDICT's format: `傳統 传统 [chuan2 tong3] /tradition/traditional/`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bridge.core.model import Lang
from bridge.core.pinyin import spoken
from bridge.errors import GlossaryError

MEANINGS_IN = Lang("en")
"""The language in which CC-CEDICT explains words."""
LONGEST_LINE = 8_192
"""Characters; CC-CEDICT's own longest line has some 1,500."""

_LINE = re.compile(r"(\S+)[ \t]+(\S+)[ \t]+\[([^\[\]]*)\][ \t]+/(.*)/")
_SETTING = re.compile(r"#!\s*(\w+)\s*=\s*(.*)")
# Another word named in a meaning: 個|个[ge4], 個|个, or 位[wei4].
_WORD = r"([^\s|\[\](),;:/]+)"
_NAMED = re.compile(
    rf"{_WORD}\|{_WORD}(?:\[([^\]]*)\])?|(?<=[\u3400-\u9fff])\[([^\]]*)\]",
)
_MEASURE = "CL:"
_COMMONS = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/([\d.]+)")


@dataclass(frozen=True, slots=True)
class Headword:
    """One line. `reading` is pinyin with numbers, as the file has it; `senses` too are as written:
    `readable` makes them fit to be shown."""

    traditional: str
    simplified: str
    reading: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a dictionary comes from and what may be done with it, as its `#!` lines say; empty
    where they say nothing."""

    name: str
    publisher: str = ""
    date: str = ""
    licence: str = ""
    licence_url: str = ""

    @property
    def attribution(self) -> str:
        """Who is to be named: `CC-CEDICT, MDBG, 2026-01-31`."""
        return ", ".join(part for part in (self.name, self.publisher, self.date) if part)


def parse_line(line: str) -> Headword:
    """One headword. Raises GlossaryError that says what a line should look like."""
    if len(line) > LONGEST_LINE:
        raise GlossaryError(f"{len(line):,} characters; the limit is {LONGEST_LINE:,}")
    found = _LINE.fullmatch(line.strip())
    senses = tuple(part for each in found[4].split("/") if (part := each.strip())) if found else ()
    if found is None or not senses:
        raise GlossaryError("not as in “傳統 传统 [chuan2 tong3] /tradition/traditional/”")
    return Headword(found[1], found[2], " ".join(found[3].split()), senses)


def parse_setting(line: str) -> tuple[str, str] | None:
    """`#! date=2026-01-31` → `("date", "2026-01-31")`."""
    found = _SETTING.fullmatch(line.strip())
    return (found[1].lower(), found[2].strip()) if found else None


def source_of(name: str, settings: Mapping[str, str]) -> Source:
    """What the head of a file says of it; `name` is its title, or the file's own name."""
    url = settings.get("license", settings.get("licence", ""))
    is_address = urlsplit(url).scheme in ("http", "https")
    commons = _COMMONS.search(url)
    licence = f"CC {commons[1].upper()} {commons[2]}" if commons else url
    date = settings.get("date", "").partition("T")[0]
    publisher = settings.get("publisher", "")
    return Source(name, publisher, date or settings.get("version", ""), licence, url * is_address)


def readable(sense: str, traditional: bool) -> str:
    """A sense for people: words that it names in one script, with tone marks, and `CL:` spelled
    out: `CL:個|个[ge4]` → `measure word: 个 (gè)`."""

    def shown(found: re.Match[str]) -> str:
        word = (found[1] if traditional else found[2]) or ""
        reading = found[3] or found[4]
        return word + (f" ({spoken(reading)})" if reading else "")

    if sense.startswith(_MEASURE):
        counted = [each.strip() for each in sense.removeprefix(_MEASURE).split(",")]
        label = "measure words" if len(counted) > 1 else "measure word"
        return f"{label}: " + ", ".join(_NAMED.sub(shown, each) for each in counted)
    return _NAMED.sub(shown, sense)
