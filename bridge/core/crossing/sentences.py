"""Cut a text into sentences for the engine, and space their translations.

Models translate single sentences best. Nothing is lost on the way: the sentences with the gaps
after them are the text, and `gaps` keeps line breaks, indents and what surrounds the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import regex

from bridge.core.model import Lang

LONGEST = 360
"""Width at which a sentence is cut at a comma or a space: 360 Latin letters or 120 Chinese
characters, well below the 256 tokens that an engine takes at once."""
_WIDE = 3
"""What one Chinese, Japanese or Korean character counts, in Latin letters."""

# A run of marks is looked at once, from its start; closing quotes stay with what they close.
_MARKS = regex.compile(r"(?<![。！？；｡.!?…])([。！？；｡.!?…]++)([”’」』）》】»\"')\]]*+)")
_ADDRESS = regex.compile(r"(?:https?://|www\.|mailto:)[^\s，。！？；]*[^\s，。！？；.!?…,;:]")
_COMMA = regex.compile(r"[，、：；）]++[”’」』]*+|[,:;)](?=\s)|\s[-–—](?=\s)|——")
_SPACE = regex.compile(r"\s")
_LAST_WORD = regex.compile(r"(?:\p{L}+\.)*\p{L}+$")
_NUMBERING = regex.compile(r"\s*(?:\d{1,3}|[A-Za-z])")

_TITLES = frozenset(
    "mr mrs ms dr prof st vs approx dept gen col capt sgt rev hon gov sen rep mt ave blvd "
    "e.g i.e a.k.a cf sra srta ud bzw z.b jan feb aug sep sept oct nov dec".split()
)
"""What follows these belongs to them."""
_EITHER = frozenset("etc a.m p.m u.s u.k u.n d.c ph.d inc ltd co corp jr sr b.c a.d usw".split())
"""These end a sentence as often as not: a capital letter after them decides."""
_BEFORE_NUMBERS = frozenset("no nos vol fig p pp ch art sec".split())
"""Abbreviations only before a number: `No. 5`, but `No. I won't.`"""

_GLANCE = 40
"""Characters looked at on either side of a mark."""

_UNSPACED = frozenset({"zh", "zh-Hant", "ja"})
"""Languages written without a space between sentences."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch without blanks at its ends, and the blanks that follow it, exactly as written.

    `text` is empty only where a text begins with blanks.
    """

    text: str
    gap: str

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate: `666`, `?!` and emoji are best left alone."""
        return any(char.isalpha() for char in self.text)


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order; joining every `text` and `gap` gives `text` back."""
    found: list[Sentence] = []
    for line in text.splitlines(keepends=True):
        for whole in _at_marks(line):
            for piece in _at_commas(whole):
                words = piece.strip()
                begin = piece.index(words)
                if begin or not words:
                    before = found.pop() if found else Sentence("", "")
                    found.append(Sentence(before.text, before.gap + piece[:begin]))
                if words:
                    found.append(Sentence(words, piece[begin + len(words) :]))
                else:
                    before = found.pop()
                    found.append(Sentence(before.text, before.gap + piece))
    return tuple(found)


def gaps(sentences: Sequence[Sentence], translations: Sequence[str], target: Lang) -> list[str]:
    """What stands after each of `translations` (one a sentence), spaced as `target` is written."""
    found: list[str] = []
    last = len(sentences) - 1
    for at, (sentence, words) in enumerate(zip(sentences, translations, strict=True)):
        if at == last or not sentence.text or sentence.gap.strip(" \u3000"):
            found.append(sentence.gap)
        elif target in _UNSPACED:
            found.append(" " if _in_a_word(words, translations[at + 1]) else "")
        elif sentence.gap:
            found.append(sentence.gap.replace("\u3000", " "))
        else:
            found.append("" if _in_a_word(sentence.text, sentences[at + 1].text) else " ")
    return found


def _at_marks(line: str) -> Iterator[str]:
    addresses = [found.span() for found in _ADDRESS.finditer(line)]
    start = 0
    for found in _MARKS.finditer(line):
        inside = any(begin <= found.start() < end for begin, end in addresses)
        # A glance to either side decides; looking at the whole line each time would be quadratic.
        before = line[max(start, found.start() - _GLANCE) : found.start()]
        after = line[found.end() : found.end() + _GLANCE]
        if not inside and _ends(before, found[1], found[2], after):
            yield line[start : found.end()]
            start = found.end()
    yield line[start:]


def _ends(before: str, marks: str, quotes: str, after: str) -> bool:
    """Whether `marks` between `before` and `after` end a sentence."""
    if after[:1] in "，、：；,;:" and after:
        return False
    if any(mark in "。！？；｡" for mark in marks):
        return True
    following = after.lstrip()
    if not following:
        return False
    if following == after:
        # `好!明天` ends, `v1.2` and `Node.js` do not, nor does `3.苹果`.
        return _is_wide(after[0]) and not (marks == "." and before[-1:].isdigit())
    if following[0].islower() and (quotes or marks.endswith(("..", "…"))):
        return False
    return marks != "." or not _abbreviates(before, following)


def _abbreviates(before: str, following: str) -> bool:
    if _NUMBERING.fullmatch(before):
        return True
    found = _LAST_WORD.search(before)
    word = found.group() if found else ""
    if len(word) == 1 and word.isupper() and word != "I":
        return True  # J. R. Smith
    word = word.lower()
    if word in _EITHER:
        return not following[0].isupper() and not _is_wide(following[0])
    return word in _TITLES or (word in _BEFORE_NUMBERS and following[0].isdigit())


def _at_commas(whole: str) -> Iterator[str]:
    """Pieces of `whole` that are no wider than LONGEST, cut at a comma, else a space, else hard."""
    while (limit := _fitting(whole)) < len(whole):
        cut = limit
        for separator in (_COMMA, _SPACE):
            ends = [found.end() for found in separator.finditer(whole, 0, limit)]
            # A cut near the start would leave a crumb without meaning.
            if ends and ends[-1] > limit // 4:
                cut = ends[-1]
                break
        yield whole[:cut]
        whole = whole[cut:]
    yield whole


def _fitting(text: str) -> int:
    """How many characters of `text` are at most LONGEST wide."""
    width = 0
    for at, char in enumerate(text):
        width += _WIDE if _is_wide(char) else 1
        if width > LONGEST:
            return at
    return len(text)


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in ("W", "F")


def _in_a_word(left: str, right: str) -> bool:
    return all(
        char.isalnum() and not _is_wide(char) for char in (left[-1:] or " ", right[:1] or " ")
    )
