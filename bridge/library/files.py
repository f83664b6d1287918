"""Glossary files on disk: `<lang>/<kind>.toml`, read whole, with every problem told at once."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bridge.core.glossary import Entry, disorder, parse_entry
from bridge.core.langs import canonical
from bridge.core.model import Lang
from bridge.core.salvage import salvaged
from bridge.errors import GlossaryError


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of glossaries holds. `problems` are lines `file: [entry] what and the cure`;
    the entries are those that can be used, with what was understood of them. `revision` changes
    with any byte of any file."""

    entries: tuple[Entry, ...]
    problems: tuple[str, ...]
    revision: str


def read_folder(folder: Path) -> Folder:
    """Read every `<lang>/<kind>.toml` below `folder`, in order of name."""
    entries: list[Entry] = []
    problems: list[str] = []
    digest = hashlib.sha256()
    if not folder.is_dir():
        problems.append(f"{folder}: there is no such folder")
    for file in sorted(folder.glob("*/*.toml")):
        where = f"{file.parent.name}/{file.name}"
        data = file.read_bytes()
        digest.update(where.encode() + b"\0" + data)
        lang = canonical(file.parent.name)
        if lang != file.parent.name:
            problems.append(f"{where}: name the folder by its BCP-47 tag, {lang}")
        found, wrong = _read_file(data, Lang(lang), file.stem)
        entries += found
        problems += [f"{where}: {problem}" for problem in wrong]
    problems += _shared_terms(entries)
    return Folder(tuple(entries), tuple(problems), digest.hexdigest()[:16])


def _read_file(data: bytes, lang: Lang, kind: str) -> tuple[list[Entry], list[str]]:
    try:
        table = tomllib.loads(data.decode())
    except UnicodeDecodeError:
        return [], ["not UTF-8: save the file as UTF-8"]
    except tomllib.TOMLDecodeError as error:
        return [], [f"not TOML: {error}"]
    entries: list[Entry] = []
    problems: list[str] = []
    for key, value in table.items():
        try:
            entries.append(parse_entry(key, value, lang, kind))
        except GlossaryError as error:
            problems.append(f"[{key}] {error}")
            if (entry := salvaged(key, value, lang, kind)) is not None:
                entries.append(entry)
    return entries, problems + disorder(list(table))


def _shared_terms(entries: list[Entry]) -> list[str]:
    """Two senses of one spelling are two entries of different kinds, or of different languages,
    and a card shows both. Within one kind the second is the first one written again."""
    seen: dict[tuple[Lang, str, str], Entry] = {}
    problems = []
    for entry in entries:
        for spelling in entry.spellings:
            other = seen.setdefault((entry.lang, entry.kind, spelling.casefold()), entry)
            if other.id != entry.id:
                where = f"{entry.lang}/{entry.kind}.toml: [{entry.id.rpartition('/')[2]}]"
                problems.append(
                    f"{where} “{spelling}” belongs to {other.id} already: keep it in one of them, "
                    "or tell both senses there"
                )
    return problems
