"""Glossary files on disk: `<lang>/<kind>.toml`, read whole, with every problem told at once."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bridge.core.glossary import Entry, parse_table
from bridge.core.langs import canonical
from bridge.core.model import Lang


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of glossaries holds. `problems` are lines `file: [entry] what and the cure`;
    the entries are those that could be read. `revision` changes with any byte of any file."""

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
    return parse_table(table, lang, kind)


def _shared_terms(entries: list[Entry]) -> list[str]:
    """One spelling may belong to one entry of a language only: a card shows one entry."""
    seen: dict[tuple[Lang, str], Entry] = {}
    problems = []
    for entry in entries:
        for spelling in entry.spellings:
            other = seen.setdefault((entry.lang, spelling.casefold()), entry)
            if other.id != entry.id:
                problems.append(
                    f"{entry.lang}/{entry.kind}.toml: [{entry.id.rpartition('/')[2]}] "
                    f"“{spelling}” belongs to {other.id} already: keep it in one of them"
                )
    return problems
