"""Do stand-ins beat splitting? `uv run --no-sync python -m tests.bench.unharmed [--shapes]`

Sentences of our own (tests/quality/unharmed: what must arrive stands between ⟪ and ⟫), both ways,
on the starter packages and those of ../shared/models. `split`: what must stay cuts the sentence,
and the engine gets names and numbers as they are. `stand-in`: as `core/crossing/unharmed.py` does
it; what
does not come back is tried once more with four hypotheses, then split. chrF counts each thing as
one character. `--shapes` compares other shapes of placeholder, `--read` prints what came out.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bridge.core.crossing.punctuation import narrowed, set_apart
from bridge.core.crossing.unharmed import parts, restore, split
from bridge.core.crossing.wording import Parts, Wording
from bridge.core.model import EntryId, Lang, Run, Runs, plain
from bridge.core.protect import protect
from bridge.engines.installer import install_starter
from bridge.engines.loaded import Loaded, load
from bridge.engines.packages import scan
from bridge.resources import STARTER

LINES = Path(__file__).parents[1] / "quality" / "unharmed"
PACKAGES = {"starter": STARTER, "shared": Path(__file__).parents[3] / "shared" / "models"}
HELD = re.compile("⟪(.*?)⟫")
KEPT = EntryId("zh/custom/kept")
NAMED = ("name", "calling", "subject", "object", "ending")
LONGEST_NGRAM = 6
SHAPES = {
    "XX1": ("XX1", "XX2"),
    "⟦1⟧": ("⟦1⟧", "⟦2⟧"),
    "[1]": ("[1]", "[2]"),
    "<1>": ("<1>", "<2>"),
    "{0}": ("{0}", "{1}"),
    "a.b": ("a.b", "c.d"),
    "9001": ("9001", "9002"),
    "emoji": ("😀", "😁"),
    "“A”": ("“A”", "“B”"),
    "X": ("X", "Y"),
    "WiFi": ("WiFi", "CD"),
    "Facebook": ("Facebook", "Google"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with things in it (between ⟪ and ⟫), and the same in the other language."""

    kind: str
    source: str
    wanted: str

    @property
    def things(self) -> list[str]:
        """What must arrive."""
        return HELD.findall(self.source)

    def runs(self) -> Runs:
        """The sentence as the bridge sees it."""
        found: list[Run] = []
        for at, piece in enumerate(HELD.split(self.source)):
            if at % 2 == 0:
                found.append(Run(piece))
            elif self.kind == "keep":
                found.append(Run(piece, entry=KEPT))
            else:
                found += protect(piece) if self.has_kind else (Run(piece),)
        return tuple(run for run in found if run.text)

    @property
    def has_kind(self) -> bool:
        """Whether protect finds the things: it does not find names and numbers."""
        return any(run.kind for thing in self.things for run in protect(thing))

    def names(self) -> frozenset[str]:
        """What the room's people call themselves."""
        plain_ones = (thing for thing in self.things if protect(thing)[0].kind is None)
        return frozenset(plain_ones) if self.kind in (*NAMED, "two") else frozenset()


Say = Callable[[Sequence[str], bool], list[list[str]]]
"""Hypotheses per sentence, best first; careful or not."""


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--shapes", action="store_true")
    arguments.add_argument("--read", action="store_true")
    options = arguments.parse_args()
    for name, archives in PACKAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            install_starter(archives, Path(folder))
            for pair, package in sorted(scan(Path(folder)).serving().items()):
                click.echo(f"\n{name}: {pair[0]} → {pair[1]}, {package.version}")
                say = sayer(load(package, 1))
                lines = list(read(pair[0]))
                measure(lines, pair[1], say, options.read)
                if options.shapes:
                    compare_shapes([line for line in lines if line.kind in IN_THE_MIDDLE], say)


IN_THE_MIDDLE = ("mention", "name", "link", "code", "tag", "emoji", "two", "keep")


def read(source: Lang) -> Iterator[Line]:
    """The lines of the three files, from `source`."""
    for file in ("sentences", "edges", "numbers"):
        for row in (LINES / f"{file}.tsv").read_text(encoding="utf-8").splitlines():
            kind, zh, en = row.split("\t")
            yield Line(kind, zh, en) if source == "zh" else Line(kind, en, zh)


def sayer(loaded: Loaded) -> Say:
    def say(texts: Sequence[str], careful: bool) -> list[list[str]]:
        outputs = loaded.translate(texts, careful)
        return [[output.text, *(each.text for each in output.others)] for output in outputs]

    return say


def measure(lines: Sequence[Line], target: Lang, say: Say, is_read: bool) -> None:
    """A row per kind: how often the things came back at once and in the end, and both chrFs."""
    kept = frozenset({KEPT})
    cut = [across(split(line.runs(), kept), target, say, False) or "" for line in lines]
    ways = [parts(line.runs(), line.names(), kept) for line in lines]
    first = [across(way, target, say, False) for way in ways]
    second = [
        found or across(way, target, say, True) for way, found in zip(ways, first, strict=True)
    ]
    last = [found or other for found, other in zip(second, cut, strict=True)]
    click.echo(f"{'':10} lines  back, with hypotheses   chrF split  stand-in")
    for kind in [*dict.fromkeys(line.kind for line in lines), ""]:
        at = [i for i, line in enumerate(lines) if kind in (line.kind, "")]
        came = sum(found is not None for found in (first[i] for i in at))
        again = sum(found is not None for found in (second[i] for i in at))
        chrfs = [
            chrf([(masked(found[i], lines[i]), wanted(lines[i])) for i in at])
            for found in (cut, last)
        ]
        click.echo(
            f"{kind or 'all':10} {len(at):5} {came:5} {again:5} {'':14}"
            f"{chrfs[0]:8.1f} {chrfs[1]:9.1f}"
        )
    for line, a, b in zip(lines, cut, last, strict=True) if is_read else ():
        click.echo(f"{line.kind} | {line.source} | {a} | {b}")


def across(way: Parts, target: Lang, say: Say, careful: bool) -> str | None:
    """The sentence in the other language; None when a stand-in did not come back."""
    found: list[Run] = []
    for part in way:
        if not isinstance(part, Wording):
            found += part
            continue
        words = part.text.strip()
        if not any(map(str.isalpha, words)):
            found.append(Run(narrowed(part.text, target)))
            continue
        said = say([words], careful)[0]
        restored = next((runs for text in said if (runs := restore(text, part))), None)
        if restored is None:
            return None
        before, _, after = part.text.partition(words)
        found += (Run(before), *restored, Run(after))
    return plain(set_apart(tuple(run for run in found if run.text), target))


def compare_shapes(lines: Sequence[Line], say: Say) -> None:
    """How often other placeholders come back exactly once."""
    for name, shapes in SHAPES.items():
        texts = []
        for line in lines:
            shown = iter(shapes)
            texts.append(HELD.sub(lambda _, shown=shown: next(shown), line.source))
        outputs = [said[0] for said in say(texts, False)]
        back = sum(
            all(output.count(shape) == 1 for shape in shapes[: len(line.things)])
            for line, output in zip(lines, outputs, strict=True)
        )
        click.echo(f"{name:10} {back / len(lines):4.0%}")


def masked(text: str, line: Line) -> str:
    """Each thing as one character, so that only the words and the place count."""
    for at, thing in enumerate(line.things):
        text = text.replace(thing, chr(0xE000 + at), 1)
    return text


def wanted(line: Line) -> str:
    """The wanted sentence, likewise."""
    return masked(HELD.sub(r"\1", line.wanted), line)


def chrf(pairs: Sequence[tuple[str, str]]) -> float:
    """Popović's chrF2 over (found, wanted), blanks not counted, as sacrebleu reckons it."""
    scores: list[float] = []
    for size in range(1, LONGEST_NGRAM + 1):
        same = found = asked = 0
        for hypothesis, reference in pairs:
            a, b = ngrams(hypothesis, size), ngrams(reference, size)
            same += (a & b).total()
            found += a.total()
            asked += b.total()
        if found and asked:
            precision, recall = same / found, same / asked
            scores.append(5 * precision * recall / (4 * precision + recall or 1))
    return 100 * sum(scores) / len(scores)


def ngrams(text: str, size: int) -> Counter[str]:
    text = "".join(text.split())
    return Counter(text[i : i + size] for i in range(len(text) - size + 1))


if __name__ == "__main__":
    main()
