"""How often trust says of a machine output what a reader said: `python -m tests.quality.trust`.

Prints precision and recall of each verdict on the half kept out of tuning, per direction, with
and without the model's score and the way back. `--half tune` shows the other half; `--rules FILE`
judges by another trust.py (an older commit's), which need not know scores or ways back.
"""

import argparse
import importlib.util
import inspect
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bridge.core import trust
from bridge.core.model import Lang, Status

SET = Path(__file__).parent / "outputs.jsonl"
STARTER = "starter 1.0"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One machine output and what a reader said of it. `back` is its translation back into the
    source language, `score` the mean log probability per token."""

    split: str
    label: Status
    source_lang: Lang
    target_lang: Lang
    source: str
    output: str
    back: str
    score: float
    package: str


Judge = Callable[[Labelled], Status]


def labelled(split: str) -> list[Labelled]:
    """One half of the set: `tune` or `held`."""
    lines = SET.read_text(encoding="utf-8").splitlines()
    rows = [Labelled(**json.loads(line)) for line in lines]
    return [row for row in rows if row.split == split]


def by_words(row: Labelled) -> Status:
    """The verdict on an engine without scores."""
    return trust.judge(row.source, row.output, row.source_lang, row.target_lang)[0]


def by_score(row: Labelled) -> Status:
    """The verdict with the model's score."""
    return _judged(row)[0]


def by_way_back(row: Labelled) -> Status:
    """The verdict after every output, failed ones aside, was translated back."""
    verdict = _judged(row)
    if verdict[0] is Status.FAILED:
        return verdict[0]
    return trust.judge_back(row.source, row.back, row.source_lang, verdict)[0]


def _judged(row: Labelled) -> trust.Verdict:
    return trust.judge(row.source, row.output, row.source_lang, row.target_lang, row.score)


@dataclass(frozen=True, slots=True)
class Table:
    """How many outputs of each label got each verdict."""

    counts: Counter[tuple[Status, Status]]

    def precision(self, verdict: Status) -> float:
        """The share of right ones among those given this verdict; 0 when there are none."""
        given = sum(self.counts[label, verdict] for label in Status)
        return self.counts[verdict, verdict] / given if given else 0.0

    def share(self, label: Status, verdict: Status) -> float:
        """Of the outputs so labelled, those given `verdict`: recall, where both are the same."""
        return self.counts[label, verdict] / sum(self.counts[label, each] for each in Status)


def table(rows: Sequence[Labelled], judge: Judge) -> Table:
    """What `judge` says against what the reader said."""
    return Table(Counter((Status(row.label), Status(judge(row))) for row in rows))


def older(path: Path) -> Judge:
    """A judge from another trust.py."""
    spec = importlib.util.spec_from_file_location("older_trust", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda row: _older_verdict(module, row)


def _older_verdict(module: ModuleType, row: Labelled) -> Status:
    known = len(inspect.signature(module.judge).parameters)
    given = (row.source, row.output, row.source_lang, row.target_lang, row.score)[:known]
    return Status(module.judge(*given)[0])


def lines(rows: Sequence[Labelled], judges: Sequence[tuple[str, Judge]]) -> list[str]:
    """A markdown table of all judges on `rows`."""
    found = [
        "| by | ok: precision, recall | shaky | failed | failed called ok | ok called failed |",
        "|---|---|---|---|---|---|",
    ]
    for name, judge in judges:
        made = table(rows, judge)
        cells = [f"{made.precision(each):.2f}, {made.share(each, each):.2f}" for each in Status]
        cells.append(f"{made.share(Status.FAILED, Status.OK):.2f}")
        cells.append(f"{made.share(Status.OK, Status.FAILED):.2f}")
        found.append(f"| {name} | " + " | ".join(cells) + " |")
    return found


def main() -> None:
    """Print one table per direction, one for both, and one for the shipped packages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("held", "tune"), default="held")
    parser.add_argument("--rules", type=Path, help="another trust.py to compare with")
    asked = parser.parse_args()
    judges: list[tuple[str, Judge]] = [
        ("words alone", by_words),
        ("words and score", by_score),
        ("… and the way back", by_way_back),
    ]
    if asked.rules:
        judges.insert(0, (str(asked.rules), older(asked.rules)))
    rows = labelled(asked.half)
    parts = {
        "Chinese to English": [row for row in rows if row.source_lang == "zh"],
        "English to Chinese": [row for row in rows if row.source_lang == "en"],
        "Both": rows,
        "Both, first hypotheses of the starter packages": [
            row for row in rows if row.package == STARTER
        ],
    }
    for title, part in parts.items():
        labels = Counter(Status(row.label) for row in part)
        told = ", ".join(f"{labels[each]} {each}" for each in Status)
        print(f"{title} ({told})\n", *lines(part, judges), "", sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
