"""Draws chat lines from sentence patterns whose gaps are filled alike in both languages."""

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from training import dates, names, numbers
from training.numbers import Both

FOLDER = Path(__file__).parent / "patterns"
WORDS = "words*.tsv"
LINES = "lines*.tsv"
MOST_COUNTED = 15
REDRAWN = 5
"""How often to draw again, so that nobody likes pizza and pizza."""
_GAP = re.compile(r"\{(?:([asn]):)?(\w+)\}")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_KINDS = {**numbers.KINDS, **dates.KINDS, **names.KINDS}


class PatternError(Exception):
    """A pattern file is not as it should be; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Word:
    """What may fill a gap; the plural and the measure word only where something is counted."""

    zh: str
    en: str
    plural: str
    measure: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with gaps, in both languages."""

    zh: str
    en: str
    directions: str


@dataclass(frozen=True, slots=True)
class Patterns:
    """Everything there is to draw from."""

    words: dict[str, list[Word]]
    lines: list[Line]


def load(folder: Path = FOLDER) -> Patterns:
    """Read the word lists and the sentences. Raises PatternError."""
    words: dict[str, list[Word]] = {}
    for where, cells in _rows(folder, WORDS):
        if len(cells) not in (3, 4):
            raise PatternError(f"{where}: slot, Chinese, English and perhaps a measure word")
        slot, zh, en = cells[:3]
        one, _, many = en.partition("|")
        word = Word(zh, one, many or plural(one), cells[3] if len(cells) == 4 else "个")
        words.setdefault(slot, []).append(word)
    lines = []
    for where, cells in _rows(folder, LINES):
        if len(cells) != 3 or cells[2] not in ("both", "zh-en", "en-zh"):
            raise PatternError(f"{where}: Chinese, English and both, zh-en or en-zh")
        for _, gap in _GAP.findall(cells[0] + cells[1]):
            if _slot(gap) not in words and _slot(gap) not in _KINDS:
                raise PatternError(f"{where}: nothing fills {{{gap}}}")
        lines.append(Line(*cells))
    return Patterns(words, lines)


def draw(patterns: Patterns, direction: str, count: int, chance: Random) -> list[Both]:
    """`count` pairs of Chinese and English for one direction."""
    lines = [line for line in patterns.lines if line.directions in ("both", direction)]
    target = direction[-2:]
    return [fill(chance.choice(lines), patterns.words, target, chance) for _ in range(count)]


def fill(line: Line, words: dict[str, list[Word]], target: str, chance: Random) -> Both:
    """One sentence: each gap gets one filling, which both languages share."""
    chosen: dict[str, dict[str, Both]] = {}
    for _, gap in _GAP.findall(line.zh + line.en):
        key = gap.lower()
        for _ in range(0 if key in chosen else REDRAWN):
            chosen[key] = _filling(_slot(gap), words, target, chance)
            if not any(chosen[key][""] == chosen[k][""] for k in chosen if k != key):
                break
    sides = []
    for side, text in enumerate((line.zh, line.en)):
        text = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), text)
        sides.append(
            _GAP.sub(lambda m, i=side: _put(chosen[m[2].lower()][m[1] or ""][i], m[2]), text)
        )
    return sides[0], sides[1]


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return noun + ("es" if re.search(r"(?:s|x|ch|sh)$", noun) else "s")


def _rows(folder: Path, glob: str) -> list[tuple[str, list[str]]]:
    """Each row that is no comment, with the place to name in an error."""
    found = []
    for path in sorted(folder.glob(glob)):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                found.append((f"{path.name}:{number}", [c.strip() for c in line.split("\t")]))
    return found


def _slot(gap: str) -> str:
    """`Food2` is filled from `food`: a digit makes it another one, a capital starts a sentence."""
    return gap.rstrip("0123456789").lower()


def _put(text: str, gap: str) -> str:
    return text[:1].upper() + text[1:] if gap[0].isupper() else text


def _filling(
    slot: str, words: dict[str, list[Word]], target: str, chance: Random
) -> dict[str, Both]:
    """The filling as it is, and as one, as many, and as a number of them."""
    if slot in _KINDS:
        return {"": _KINDS[slot](target, chance)}
    word = chance.choice(words[slot])
    zh, en = numbers.amount(numbers.drawn(MOST_COUNTED, chance), target, chance)
    article = "an" if re.match(r"[aeio]|u[^s]|hour", word.en.lower()) else "a"
    return {
        "": (word.zh, word.en),
        "a": (f"一{word.measure}{word.zh}", f"{article} {word.en}"),
        "s": (word.zh, word.plural),
        "n": (f"{zh}{word.measure}{word.zh}", f"{en} {word.plural}"),
    }
