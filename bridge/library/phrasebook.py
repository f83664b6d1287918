"""The phrasebook as shipped: `phrases/<source>-<target>.tsv` in the glossary folder."""

from dataclasses import dataclass
from pathlib import Path

from bridge.core.langs import canonical, name
from bridge.core.model import Lang
from bridge.core.phrases import Phrase, Phrasebook, parse
from bridge.errors import GlossaryError
from bridge.library.words import load_simplify


@dataclass(frozen=True, slots=True)
class PhraseFiles:
    """The phrases of all files, each direction by itself, how many lines they came from, and
    the problems: `file:line: what and the cure`."""

    phrases: tuple[Phrase, ...]
    lines: int
    problems: tuple[str, ...]


def load_phrasebook(folder: Path) -> Phrasebook:
    """Read the phrases of a glossary folder; one without any gives an empty phrasebook.

    Takes about a quarter of a second. Raises GlossaryError when a line is wrong.
    """
    found = read_phrases(folder)
    if found.problems:
        more = f" (and {len(found.problems) - 1} more)" if len(found.problems) > 1 else ""
        raise GlossaryError(f"{found.problems[0]}{more}; `bridge glossary check` tells them all")
    return Phrasebook(found.phrases, load_simplify())


def read_phrases(folder: Path) -> PhraseFiles:
    """Read every `phrases/*.tsv` below `folder`, in order of name; its name says the languages."""
    phrases: list[Phrase] = []
    problems: list[str] = []
    lines = 0
    for file in sorted(folder.glob("phrases/*.tsv")):
        where = f"phrases/{file.name}"
        source, _, target = file.stem.partition("-")
        if not all(each == canonical(each) != name(Lang(each)) for each in (source, target)):
            problems.append(f"{where}: name the file by its two languages, as zh-en.tsv")
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            problems.append(f"{where}: not UTF-8: save the file as UTF-8")
            continue
        found, wrong = parse(text, Lang(source), Lang(target))
        phrases += found
        lines += sum(bool(line.strip()) and not line.startswith("#") for line in text.split("\n"))
        problems += [f"{where}:{problem}" for problem in wrong]
    return PhraseFiles(tuple(phrases), lines, tuple(problems))
