"""Keeps what must arrive as it is out of the engine's reach, and puts it back where it belongs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from bridge.core.model import EntryId, Run, RunKind, Runs, plain
from bridge.core.wording import Parts, StandIn, Wording

_HAN = regex.compile(r"\p{Han}")
SHORTEST_NAME = 2
"""Characters; a shorter one is found in too many words."""
MOST_STAND_INS = 2
"""In one sentence; with more, engines begin to mix them up (measured: decision 0006)."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that every engine knows, as it is given to one and as it may come back."""

    latin: str
    han: str
    found: "regex.Pattern[str]"


def _name(latin: str, *han: str) -> _Name:
    # Engines like to say a name twice when they are unsure of it.
    either = "|".join((rf"(?<![\p{{Latin}}\p{{N}}]){latin}(?!\p{{Latin}})", *han))
    found = regex.compile(rf"(?:{either})(?:\s*(?:{either}))*", regex.IGNORECASE)
    return _Name(latin, han[0], found)


_NAMES = (
    _name("Tom", "汤姆", "湯姆"),
    _name("Mary", "玛丽", "瑪麗", "玛莉"),
    _name("Jack", "杰克", "傑克"),
    _name("Mike", "迈克", "麦克", "邁克"),
)


def parts(runs: Runs, names: frozenset[str], kept: frozenset[EntryId]) -> Parts:
    """A sentence's parts: what must stay is cut off at its edges, and in its middle stands in the
    wording under a name that engines know. Emoji are cut out wherever they are."""
    found: list[Wording | Runs] = []
    for chunk in _between_emoji(_with_names(runs, names), kept):
        first, last = 0, len(chunk)
        while first < last and _is_edge(chunk[first], kept):
            first += 1
        while last > first and _is_edge(chunk[last - 1], kept):
            last -= 1
        found.append(chunk[:first])
        found += _middle(chunk[first:last], kept)
        found.append(chunk[last:])
    return tuple(part for part in found if part)


def split(runs: Runs, names: frozenset[str], kept: frozenset[EntryId]) -> Parts:
    """The same without stand-ins: what must stay cuts the sentence."""
    return tuple(_cut(_with_names(runs, names), kept))


def restore(output: str, wording: Wording) -> Runs | None:
    """The engine's words with everything that was stood in for; None when one of them did not
    come back exactly once."""
    places: list[tuple[int, int, Run]] = []
    for each in wording.stand_ins:
        name = next(name for name in _NAMES if each.text in (name.latin, name.han))
        found = list(name.found.finditer(output))
        if len(found) != 1:
            return None
        places.append((found[0].start(), found[0].end(), each.run))
    restored: list[Run] = []
    done = 0
    for start, end, run in sorted(places, key=lambda place: place[0]):
        restored += (Run(output[done:start]), run)
        done = end
    restored.append(Run(output[done:]))
    return tuple(run for run in restored if run.text)


def _middle(runs: Runs, kept: frozenset[EntryId]) -> Sequence[Wording | Runs]:
    staying = [run for run in runs if _stays(run, kept)]
    text = plain(runs)
    free = [name for name in _NAMES if not name.found.search(text)]
    if len(staying) > min(MOST_STAND_INS, len(free)):
        return list(_cut(runs, kept))
    words = "".join(run.text for run in runs if not _stays(run, kept))
    chinese = _HAN.search(words) is not None
    said: list[str] = []
    stand_ins: list[StandIn] = []
    for run in runs:
        shown = run.text
        if _stays(run, kept):
            name = free[len(stand_ins)]
            shown = name.han if chinese else name.latin
            stand_ins.append(StandIn(shown, sum(map(len, said)), run))
        said.append(shown)
    return [Wording("".join(said), tuple(stand_ins))] if said else []


def _cut(runs: Runs, kept: frozenset[EntryId]) -> Iterator[Wording | Runs]:
    words = ""
    for run in runs:
        if not _stays(run, kept):
            words += run.text
            continue
        if words:
            yield Wording(words, ())
        yield (run,)
        words = ""
    if words:
        yield Wording(words, ())


def _between_emoji(runs: Runs, kept: frozenset[EntryId]) -> Iterator[Runs]:
    chunk: list[Run] = []
    for run in runs:
        if run.kind is RunKind.EMOJI:
            yield from (tuple(chunk), (run,))
            chunk = []
        else:
            chunk.append(run)
    yield tuple(chunk)


def _with_names(runs: Runs, names: frozenset[str]) -> Runs:
    """Runs in which the names of the room's people stand apart, as mentions do."""
    wanted = sorted((name for name in names if len(name) >= SHORTEST_NAME), key=len, reverse=True)
    if not wanted:
        return runs
    # A name in Latin letters is a whole word; a Chinese one stands in the middle of others.
    pattern = regex.compile(
        r"(?<![\p{Latin}\p{N}])\L<names>(?![\p{Latin}\p{N}])|\L<chinese>",
        names=[name for name in wanted if not _HAN.search(name)],
        chinese=[name for name in wanted if _HAN.search(name)],
    )
    found: list[Run] = []
    for run in runs:
        if run.kind is not None or run.entry is not None:
            found.append(run)
            continue
        done = 0
        for name in pattern.finditer(run.text):
            found += (Run(run.text[done : name.start()]), Run(name.group(), RunKind.MENTION))
            done = name.end()
        found.append(Run(run.text[done:]))
    return tuple(run for run in found if run.text)


def _stays(run: Run, kept: frozenset[EntryId]) -> bool:
    return run.kind is not None or run.entry in kept


def _is_edge(run: Run, kept: frozenset[EntryId]) -> bool:
    return _stays(run, kept) or not any(map(str.isalnum, run.text))
