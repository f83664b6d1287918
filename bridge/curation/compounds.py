"""New words that no list has: characters that the rooms put together again and again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bridge.core.particles import han_particles

LEAST = 2
LONGEST = 4
"""Pieces of a new word, most of them single characters: 绝|绝|子, 显眼|包, 栓|q."""
TOGETHER = 0.5
"""A new word is where at least this share of its rarest piece stands."""
MOSTLY = 0.8
"""A piece that stands this often in a longer word is no word of its own."""

Stretch = Sequence[str]
"""Neighbouring words of a text."""
Compound = tuple[str, ...]


def compounds(stretch: Stretch) -> Iterator[Compound]:
    """What might be a word, of what stands together in one stretch."""
    for start in range(len(stretch)):
        for end in range(start + 2, min(len(stretch), start + LONGEST) + 1):
            pieces = tuple(stretch[start:end])
            singles = sum(len(piece) == 1 for piece in pieces)
            if singles < len(pieces) - 1 or not singles:
                continue
            # A word neither begins nor ends in 的, 我, 很 and the like.
            if not han_particles(pieces[0][0] + pieces[-1][-1]):
                yield pieces


def new_words(pieces: Mapping[str, int], found: Mapping[Compound, int]) -> dict[str, int]:
    """Those that are words, with how often they were said. `pieces` and `found` count every piece
    and every compound."""
    whole = {
        compound: count
        for compound, count in found.items()
        if count >= LEAST + any(len(piece) > 1 for piece in compound)
        and count >= TOGETHER * min(pieces[piece] for piece in compound)
    }
    longer: Counter[str] = Counter()
    for compound, count in whole.items():
        for part in _parts(compound):
            longer[part] = max(longer[part], count)
    return {
        "".join(compound): count
        for compound, count in whole.items()
        if longer["".join(compound)] < MOSTLY * count
    }


def _parts(compound: Compound) -> Iterator[str]:
    """Every shorter compound in it."""
    for start in range(len(compound)):
        for end in range(start + 2, len(compound) + 1):
            if end - start < len(compound):
                yield "".join(compound[start:end])
