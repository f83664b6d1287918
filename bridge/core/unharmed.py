"""Keeps what must arrive as it is out of the engine's reach, and puts it back where it belongs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from bridge.core.model import EntryId, Run, RunKind, Runs
from bridge.core.wording import Parts, StandIn, Wording

_HAN = regex.compile(r"\p{Han}")
SHORTEST_WORD = 2
"""Characters; a shorter one is found in too many places."""
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


def parts(runs: Runs, words: frozenset[str], kept: frozenset[EntryId]) -> Parts:
    """A sentence's parts: what must stay is cut off at its edges, and in its middle stands in the
    wording under a name that engines know. Emoji are cut out wherever they are.

    What has a kind must stay, what has one of the `kept` entries, and each of `words` (names, for
    one), which are part of the sentence wherever they stand.
    """
    found: list[Wording | Runs] = []
    for chunk in _between_emoji(_pieces(runs, words, kept)):
        first = _edge(chunk)
        last = len(chunk) - _edge(chunk[first:][::-1])
        found.append(_runs(chunk[:first]))
        found += _middle(chunk[first:last])
        found.append(_runs(chunk[last:]))
    return tuple(part for part in found if part)


def split(runs: Runs, kept: frozenset[EntryId]) -> Parts:
    """The same without stand-ins: what must stay cuts the sentence."""
    return tuple(_cut(_pieces(runs, frozenset(), kept)))


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run, whether it must stay, and whether the sentence cannot do without it."""

    run: Run
    stays: bool
    within: bool = False


def _middle(pieces: Sequence[_Piece]) -> Sequence[Wording | Runs]:
    text = "".join(piece.run.text for piece in pieces)
    words = "".join(piece.run.text for piece in pieces if not piece.stays)
    free = [name for name in _NAMES if not name.found.search(text)]
    if sum(piece.stays for piece in pieces) > min(MOST_STAND_INS, len(free)):
        return list(_cut(pieces))
    chinese = _HAN.search(words) is not None
    said = ""
    stand_ins: list[StandIn] = []
    for piece in pieces:
        shown = piece.run.text
        if piece.stays:
            name = free[len(stand_ins)]
            shown = name.han if chinese else name.latin
            stand_ins.append(StandIn(shown, len(said), piece.run))
        said += shown
    return [Wording(said, tuple(stand_ins))] if said else []


def _cut(pieces: Sequence[_Piece]) -> Iterator[Wording | Runs]:
    words = ""
    for piece in pieces:
        if not piece.stays:
            words += piece.run.text
            continue
        if words:
            yield Wording(words, ())
        yield (piece.run,)
        words = ""
    if words:
        yield Wording(words, ())


def _between_emoji(pieces: Sequence[_Piece]) -> Iterator[Sequence[_Piece]]:
    chunk: list[_Piece] = []
    for piece in pieces:
        if piece.run.kind is RunKind.EMOJI:
            yield from (chunk, [piece])
            chunk = []
        else:
            chunk.append(piece)
    yield chunk


def _pieces(runs: Runs, words: frozenset[str], kept: frozenset[EntryId]) -> list[_Piece]:
    wanted = sorted((word for word in words if len(word) >= SHORTEST_WORD), key=len, reverse=True)
    # A word in letters stands alone; a Chinese one stands among others.
    pattern = regex.compile(
        r"(?<![\p{Latin}\p{N}])\L<letters>(?![\p{Latin}\p{N}])|\L<chinese>",
        letters=[word for word in wanted if not _HAN.search(word)],
        chinese=[word for word in wanted if _HAN.search(word)],
    )
    found: list[_Piece] = []
    for run in runs:
        if run.kind is not None or run.entry is not None or not wanted:
            found.append(_Piece(run, run.kind is not None or run.entry in kept))
            continue
        done = 0
        for word in pattern.finditer(run.text):
            found.append(_Piece(Run(run.text[done : word.start()]), False))
            found.append(_Piece(Run(word.group()), True, within=True))
            done = word.end()
        found.append(_Piece(Run(run.text[done:]), False))
    return [piece for piece in found if piece.run.text]


def _edge(pieces: Sequence[_Piece]) -> int:
    """How many pieces at the beginning must stay, with the marks between them."""
    found = 0
    for at, piece in enumerate(pieces):
        if piece.stays and not piece.within:
            found = at + 1
        elif any(map(str.isalnum, piece.run.text)):
            break
    return found


def _runs(pieces: Sequence[_Piece]) -> Runs:
    return tuple(piece.run for piece in pieces)
