"""Cut runs into sentences, so that each can go its own way and keep what is in it."""

from dataclasses import dataclass

from bridge.core.crossing.sentences import Sentence, gaps, split
from bridge.core.model import Lang, Run, Runs, plain


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's runs without blanks at the ends, and the blanks that follow it."""

    runs: Runs
    gap: str


def lines(runs: Runs) -> tuple[Line, ...]:
    """The sentences of `runs` in order; all texts and gaps joined are the text.

    A run with a kind or an entry is never cut: a link or an idiom may hold a full stop.
    """
    whole = _whole_spans(runs)
    found: list[Line] = []
    at = start = 0
    text = plain(runs)
    for sentence in split(text):
        end = at + len(sentence.text)
        at = end + len(sentence.gap)
        if any(begin < at < until for begin, until in whole):
            continue  # the cut falls into a link: the next sentence belongs to this one
        # A line that was put together keeps its inner gaps, and only the last one follows it.
        found.append(Line(sliced(runs, start, max(start, end)), text[max(start, end) : at]))
        start = at
    if start < len(text):
        found.append(Line(sliced(runs, start, len(text)), ""))
    return tuple(found)


def spaced(before: tuple[Line, ...], after: tuple[Runs, ...], target: Lang) -> Runs:
    """The translations `after`, one a line, as one text spaced as `target` is written."""
    sentences = [Sentence(plain(line.runs), line.gap) for line in before]
    spaces = gaps(sentences, [plain(each) for each in after], target)
    found: list[Run] = []
    for runs, space in zip(after, spaces, strict=True):
        found += runs
        if space:
            found.append(Run(space))
    return merged(tuple(found))


def sliced(runs: Runs, start: int, end: int) -> Runs:
    """The characters from `start` to `end`, in their runs."""
    found: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            found.append(Run(run.text[first:last], run.kind, run.entry))
        at += len(run.text)
    return tuple(found)


def merged(runs: Runs) -> Runs:
    """The same text in fewer runs: plain neighbours become one, empty ones go."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.kind is run.kind is None and last.entry is run.entry is None:
            found[-1] = Run(last.text + run.text)
        elif run.text:
            found.append(run)
    return tuple(found)


def _whole_spans(runs: Runs) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for run in runs:
        if run.kind is not None or run.entry is not None:
            spans.append((at, at + len(run.text)))
        at += len(run.text)
    return spans
