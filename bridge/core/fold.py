"""Different spellings of the same word made equal, with the way back to the original."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "\u3000": " ",
        "\t": " ",
        "\n": " ",
        "\u00a0": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` in its equal form; `places[i]` is where `text[i]` stood in the original, and one
    place more at the end is the original's length."""

    text: str
    places: tuple[int, ...]


def fold(text: str, simplify: Mapping[str, str]) -> Folded:
    """Fold case, width, quotes, hyphens and runs of blanks; Traditional characters to Simplified.

    `simplify` maps one character to one. The variation selector that makes an emoji colourful is
    dropped.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        same = simplify.get(char, char).translate(_SAME)
        if not same.isascii():
            same = unicodedata.normalize("NFKC", same)
        same = same.casefold()
        if same == "\ufe0f" or (same == " " and folded and folded[-1] == " "):
            continue
        for each in same:
            folded.append(each)
            places.append(place)
    places.append(len(text))
    return Folded("".join(folded), tuple(places))
