"""How well short chat lines in Latin letters are told apart, and how fast.

`uv run python tests/bench/detect.py`: latin.tsv line by line, as sent by people of each kind. A
line is right when its language comes out, or `und` where that language is not known; pinyin is
right as `und` or as its sender's language. "wrong" counts what was called another language.
"""

import sys
import time
from collections import Counter
from pathlib import Path

from bridge.core.detect import detect, hanzi
from bridge.core.model import UND, Lang, Run
from bridge.library.latin import LatinGuess
from bridge.library.words import load_simplify

LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("latin.tsv").read_text("utf-8").splitlines()
]
PINYIN = "pinyin"
MANY = tuple(map(Lang, "zh en es fr de pt it id vi".split()))
FEW = (Lang("zh"), Lang("en"))
OWN = "own"


def verdict(spoken: str, found: Lang, reads: str, known: tuple[Lang, ...]) -> str:
    """One of right, und, wrong."""
    possible = {spoken} & {reads, *known} or {UND}
    if spoken == PINYIN:
        possible = {UND, reads} - {"zh"}
    if found in possible:
        return "right"
    return "und" if found == UND else "wrong"


def main() -> None:
    """A table: who sends, what is known here, right, und, wrong."""
    guess, characters = LatinGuess(), hanzi(load_simplify())
    guess("warm")
    senders = ((OWN, MANY), (OWN, FEW), ("zh", MANY), ("zh", FEW), ("en", MANY), ("en", FEW))
    for sender, known in senders:
        counted: dict[str, Counter[str]] = {}
        started = time.perf_counter()
        for spoken, text in LINES:
            home = "zh" if spoken == PINYIN else spoken
            reads = home if sender == OWN else sender
            found = detect((Run(text),), None, Lang(reads), known, guess, characters)
            kind = spoken if spoken in ("en", PINYIN) else "others"
            counted.setdefault(kind, Counter())[verdict(spoken, found, reads, known)] += 1
        took = (time.perf_counter() - started) / len(LINES)
        sys.stdout.write(
            f"reads {sender}, {len(known)} languages known, {took * 1e6:.0f} µs a line\n"
        )
        for kind, found_as in counted.items():
            sys.stdout.write(f"  {kind}: {dict(found_as)}\n")


if __name__ == "__main__":
    main()
