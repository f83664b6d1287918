"""Keeps what must arrive as it is out of the engine's reach, and puts it back where it belongs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from bridge.core.crossing.calling import is_called_after, is_called_before
from bridge.core.crossing.numbers import Sort, numbers
from bridge.core.crossing.standins import AMOUNTS, EVERY, NAMES, YEARS, Known
from bridge.core.crossing.wording import Parts, StandIn, Wording
from bridge.core.model import EntryId, Run, RunKind, Runs

_HAN = regex.compile(r"\p{Han}")
_LETTER = regex.compile(r"\p{L}")
SHORTEST_WORD = 2
"""Characters; a shorter one is found in too many places."""
MOST_STAND_INS = 2
"""Names in one sentence, and as many numbers; with more, engines begin to mix them up (measured:
decision 0006)."""
_THINGS = frozenset({RunKind.LINK, RunKind.CODE, RunKind.TAG})
_APART = _THINGS | {RunKind.MENTION}
_WITH_UNIT = regex.compile(r"[^\d.,]")
_UNIT = regex.compile(r"点钟?|元|块钱?|美元|岁|号|分钟?|英里|\s?(?:o'clock|percent|dollars|yuan)\b")
_WIDE = str.maketrans(",:;", "，：；")
_NARROW = str.maketrans("，：；", ",:;")


def parts(runs: Runs, words: frozenset[str], kept: frozenset[EntryId]) -> Parts:
    """A sentence's parts: links, code and tags are cut off at its edges, and stand in the wording
    as names that engines know in its middle. Emoji are cut out wherever they are.

    People who are mentioned, each of `words` (names, for one) and what has one of the `kept`
    entries stand in at the edges too, unless somebody is called there. Numbers that engines get
    wrong stand in as small ones.
    """
    found: list[Wording | Runs] = []
    for chunk in _between_emoji(_pieces(runs, words, kept)):
        first, last = _inner(chunk)
        found += _cut(chunk[:first])
        found += _middle(chunk[first:last])
        found += _cut(chunk[last:])
    return _going_on(found)


def split(runs: Runs, kept: frozenset[EntryId]) -> Parts:
    """The same without stand-ins: what must stay cuts the sentence. Names and numbers are left to
    the engine."""
    return _going_on(list(_cut(_pieces(runs, frozenset(), kept))))


def restore(output: str, wording: Wording) -> Runs | None:
    """The engine's words with everything that was stood in for; None when one of them did not
    come back exactly once."""
    if wording.goes_on:
        output = _unclosed(output, wording.text.rstrip()[-1:])
    places: list[tuple[int, int, Run]] = []
    for each in wording.stand_ins:
        known = EVERY[each.text]
        found = list(known.found.finditer(output))
        if len(found) != 1:
            return None
        start, end = found[0].span()
        # Eight o'clock becomes 8点; what comes back in its place says so itself.
        if known in AMOUNTS and _WITH_UNIT.search(each.run.text):
            unit = _UNIT.match(output, end)
            end = unit.end() if unit else end
        places.append((start, end, each.run))
    return _put_back(output, sorted(places, key=lambda place: place[0]))


def _put_back(output: str, places: Sequence[tuple[int, int, Run]]) -> Runs:
    restored: list[Run] = []
    done = 0
    for start, end, run in places:
        before, after = output[done:start], output[end : end + 1]
        # Chinese writes no blanks, but a link that runs into the words is hard to see.
        apart = run.kind in _APART
        restored += (Run(before), Run(" " * (apart and before[-1:].isalnum())), run)
        restored.append(Run(" " * (apart and after.isalnum())))
        done = end
    restored.append(Run(output[done:]))
    return tuple(run for run in restored if run.text)


def _unclosed(output: str, last: str) -> str:
    """`output` without the full stop that engines put after half a sentence; `last` is what ends
    the half that was given to it."""
    stop = output[-1:]
    if last in ".。!！?？…" or stop not in (".", "。") or output.endswith(".."):
        return output
    mark = last if last in ",，:：;；" else ""
    return output[:-1] + mark.translate(_WIDE if stop == "。" else _NARROW)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run, and whether it must stay."""

    run: Run
    stays: bool = False

    @property
    def is_thing(self) -> bool:
        """Whether the sentence can do without it at an edge."""
        return self.stays and self.run.kind in _THINGS


def _middle(pieces: Sequence[_Piece]) -> Sequence[Wording | Runs]:
    words = _text([piece for piece in pieces if not piece.stays])
    names, amounts, years = (
        [known for known in table if not known.found.search(words)][:MOST_STAND_INS]
        for table in (NAMES, AMOUNTS, YEARS)
    )
    staying = sum(piece.stays for piece in pieces)
    if staying > len(names) or not _LETTER.search(words):
        return list(_cut(pieces))
    free = {Sort.LABEL: names[staying:], Sort.AMOUNT: amounts, Sort.YEAR: years}
    chinese = _HAN.search(words) is not None
    said = ""
    stand_ins: list[StandIn] = []
    for run, pool in _shown(pieces, names[:staying], free):
        shown = run.text
        # A number for which nothing is left to stand goes to the engine as it is.
        if pool:
            known = pool.pop(0)
            shown = known.han if chinese else known.latin
            stand_ins.append(StandIn(shown, len(said), run))
        said += shown
    return [Wording(said, tuple(stand_ins))]


def _shown(
    pieces: Sequence[_Piece], names: list[Known], free: dict[Sort, list[Known]]
) -> Iterator[tuple[Run, list[Known]]]:
    """Runs, numbers apart, each with those that may stand for it: none for words."""
    for piece in pieces:
        if piece.stays or piece.run.entry is not None:
            yield piece.run, names if piece.stays else []
            continue
        text, done = piece.run.text, 0
        for number in numbers(text):
            yield Run(text[done : number.start]), []
            yield Run(text[number.start : number.end]), free[number.sort]
            done = number.end
        yield Run(text[done:]), []


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


def _going_on(found: Sequence[Wording | Runs]) -> Parts:
    """The parts, each wording told whether something of the sentence follows it."""
    last = len(found) - 1
    return tuple(
        replace(part, goes_on=at < last) if isinstance(part, Wording) else part
        for at, part in enumerate(found)
    )


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
    for run in _without_tails(runs, wanted):
        if run.kind is not None or run.entry is not None or not wanted:
            found.append(_Piece(run, run.kind is not None or run.entry in kept))
            continue
        done = 0
        for word in pattern.finditer(run.text):
            found.append(_Piece(Run(run.text[done : word.start()])))
            found.append(_Piece(Run(word.group()), stays=True))
            done = word.end()
        found.append(_Piece(Run(run.text[done:])))
    return [piece for piece in found if piece.run.text]


def _without_tails(runs: Runs, names: Sequence[str]) -> Iterator[Run]:
    """Mentions of people here without what was typed behind them: `@小美的猫` mentions 小美."""
    for run in runs:
        found = run.text[1:] if run.kind is RunKind.MENTION else ""
        name = next((name for name in names if _HAN.search(name) and found.startswith(name)), found)
        if name == found:
            yield run
        else:
            yield from (Run(run.text[: 1 + len(name)], run.kind), Run(run.text[1 + len(name) :]))


def _inner(pieces: Sequence[_Piece]) -> tuple[int, int]:
    """Where the sentence begins and ends between what can be cut off at its edges."""
    first = 0
    for at, piece in enumerate(pieces):
        if piece.stays and (piece.is_thing or is_called_before(_text_after(pieces[at + 1 :]))):
            first = at + 1
        elif piece.stays or any(map(str.isalnum, piece.run.text)):
            break
    last = len(pieces)
    for at in range(len(pieces) - 1, first - 1, -1):
        piece = pieces[at]
        if piece.stays and (piece.is_thing or is_called_after(_text(pieces[first:at]))):
            last = at
        elif piece.stays or any(map(str.isalnum, piece.run.text)):
            break
    return first, last


def _text_after(pieces: Sequence[_Piece]) -> str:
    """The words that follow, up to the next thing that stays; between two people who stand side by
    side there are none yet."""
    text = ""
    for piece in pieces:
        if piece.stays and text.strip():
            break
        text += "" if piece.stays else piece.run.text
    return text


def _text(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.run.text for piece in pieces)
