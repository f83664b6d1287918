"""Which format a file has, and the two ways through each: bytes to rows, entries to bytes."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.curation.formats import csv, tbx, tbx_out, toml
from bridge.curation.formats.rows import Read, failed
from bridge.errors import GlossaryError


class Format(StrEnum):
    """What a glossary can come in."""

    TOML = "toml"
    CSV = "csv"
    TBX = "tbx"


def of_name(name: str) -> Format | None:
    """The format of a file that is called so; None when it is none of ours."""
    suffix = name.lower().rpartition(".")[2]
    if suffix == "xml":
        return Format.TBX
    return Format(suffix) if suffix in list(Format) else None


def read(form: Format, data: bytes, lang: str | None, kind: str | None) -> Read:
    """What the file says. `lang` and `kind` are where a TOML file lies (`zh/idiom.toml`), and for
    TBX files of other programs; a sheet names both in every row."""
    match form:
        case Format.CSV:
            return csv.read(data)
        case Format.TBX:
            return tbx.read(data, lang, kind)
        case Format.TOML if lang and kind:
            return toml.read(data, lang, kind)
        case Format.TOML:
            return failed(
                "a TOML file does not say what it holds: name it as zh/idiom.toml is, "
                "or name the language and the kind"
            )


def write(form: Format, entries: Iterable[Entry], revisions: Mapping[EntryId, int]) -> bytes:
    """The file. `revisions` are those of the entries that curators changed. Raises GlossaryError
    for a TOML file of more than one language and kind."""
    match form:
        case Format.TOML:
            return toml.write(entries, revisions)
        case Format.CSV:
            return csv.write(entries, revisions)
        case Format.TBX:
            return tbx_out.write(entries, revisions)


def folder(entries: Iterable[Entry]) -> Mapping[str, bytes]:
    """All entries as the files that git holds, by path: `zh/idiom.toml`. They say nothing about
    revisions; those who made them are in the history that git keeps."""
    sorted_out: dict[str, list[Entry]] = {}
    for entry in entries:
        sorted_out.setdefault(f"{entry.lang}/{entry.kind}.toml", []).append(entry)
    return {path: toml.write(those, {}) for path, those in sorted(sorted_out.items())}


def chosen(entries: Iterable[Entry], lang: str | None, kind: str | None) -> tuple[Entry, ...]:
    """Those of a language, of a kind. Raises GlossaryError when there are none."""
    found = tuple(
        entry for entry in entries if lang in (None, entry.lang) and kind in (None, entry.kind)
    )
    if not found:
        what = "/".join(each for each in (lang, kind) if each)
        raise GlossaryError(f"no entry is in {what or 'the glossary'}")
    return found
