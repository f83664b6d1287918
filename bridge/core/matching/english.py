"""English text as words with their places, and glossary spellings as patterns of such words."""

import re
from itertools import accumulate
from typing import NamedTuple

_LETTER = "a-z0-9\u00df-\u024f"
_CLITIC = rf"'(?:s|m|re|ve|ll|d)(?![{_LETTER}])"
# A clitic ('s, 'm, 're …) is a word of its own, so that “the ball's in” is “the ball is in”.
_WORDS = re.compile(rf"({_CLITIC}|[{_LETTER}]+(?:(?!{_CLITIC})'[{_LETTER}]+)?)")
_LATIN = re.compile(rf"[{_LETTER}' ,\-]*[{_LETTER}][{_LETTER}' ,\-]*")
_SIMPLE = re.compile(r"[a-z]+(?: [a-z]+)*")
_PIECE = re.compile(r"\[[a-z']+\]|[^\[\]]+|[\[\]]")
_ANY = re.compile(rf"[{_LETTER}]")
_STRETCH = re.compile(r"(.)\1{2,}")

ONES = "[one's]"
SOMEONE = "[someone]"
SOMETHING = "[something]"
SLOTS = frozenset({ONES, SOMEONE, SOMETHING})
ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their"})
DETERMINERS = ARTICLES | POSSESSIVES | {"this", "that", "these", "those", "some"}
REFLEXIVES = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)
_SPELT_OUT = {"'s": "is", "'m": "am", "'re": "are"}
# How others write slots; only inside brackets, or behind two words, can it be nothing else.
_SLOT_NAMES = {
    "[someone's]": ONES,
    "[somebody's]": ONES,
    "[sb's]": ONES,
    "[your]": ONES,
    "[somebody]": SOMEONE,
    "[sb]": SOMEONE,
    "[sth]": SOMETHING,
}
_UNBRACKETED = {
    "someone": SOMEONE,
    "somebody": SOMEONE,
    "sb": SOMEONE,
    "something": SOMETHING,
    "sth": SOMETHING,
}


class Words(NamedTuple):
    """The words of a folded text. `joins[i]` is what stands between word i-1 and word i.
    `stretched`: a letter stands three times in a row somewhere; `quoted`: an apostrophe stands
    somewhere."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joins: tuple[str, ...]
    stretched: bool
    quoted: bool


NO_WORDS = Words((), (), (), (), False, False)


def words(text: str) -> Words:
    """The Latin-script words of a folded text. don't is one word, it's are two."""
    if not _ANY.search(text):
        return NO_WORDS
    # What stands between words and the words, in turn.
    pieces = _WORDS.split(text)
    ends = tuple(accumulate(map(len, pieces)))
    quoted = "'" in text
    texts = map(_unquoted, pieces[1::2]) if quoted else pieces[1::2]
    stretched = bool(_STRETCH.search(text))
    return Words(tuple(texts), ends[:-1:2], ends[1::2], tuple(pieces[:-1:2]), stretched, quoted)


def is_simple(spelling: str) -> bool:
    """Whether a folded spelling is nothing but plain words with blanks between."""
    return bool(_SIMPLE.fullmatch(spelling))


def _unquoted(word: str) -> str:
    return word if word[0] == "'" else word.replace("'", "")


def pattern(spelling: str) -> tuple[str, ...] | None:
    """A folded spelling as words and slots; None when it is more than Latin words (打call, TL;DR).

    Slots at either end match nothing in particular and are left out.
    """
    if _SIMPLE.fullmatch(spelling):
        return tuple(_opened(spelling.split(" ")))
    parts: list[str] = []
    for piece in _PIECE.findall(spelling):
        piece = _SLOT_NAMES.get(piece, piece)
        if piece in SLOTS:
            parts.append(piece)
        elif _LATIN.fullmatch(piece):
            parts += _with_slots(words(piece).texts)
        elif piece.strip(" ,-"):
            return None
    parts = _opened(parts)
    while parts and parts[0] in SLOTS:
        parts.pop(0)
    while parts and parts[-1] in SLOTS:
        parts.pop()
    return tuple(parts) or None


def spelt_out(word: str) -> str:
    """is for 's: what a clitic stands for where it is not a possessive."""
    return _SPELT_OUT.get(word, word)


def squeezed(word: str) -> tuple[str, ...]:
    """What a word with a stretched letter may stand for: soooo → soo, so; yyyyds → yyds, yds.
    Digits are no letters: 1000 is not 10."""
    if word.isdigit() or not _STRETCH.search(word):
        return ()
    return tuple(_STRETCH.sub(kept, word) for kept in (r"\1\1\1", r"\1\1", r"\1"))


def possessive_ends(said: Words, at: int, articles: bool) -> list[int]:
    """Where a possessive that starts at word `at` may end: your, Tom's, my brother's. With
    `articles`, an article will do."""
    if at >= len(said.texts):
        return []
    short = DETERMINERS if articles else POSSESSIVES
    ends = [at + 1] if said.texts[at] in short else []
    if not said.quoted:
        return ends
    for after in range(at + 1, min(at + 4, len(said.texts))):
        if said.texts[after] == "'s" and said.joins[after].strip() == "":
            return [*ends, after + 1]
        if said.joins[after] == "' ":
            return [*ends, after]
        if said.joins[after] != " ":
            break
    return ends


def _opened(parts: list[str]) -> list[str]:
    """someone and something, written without brackets, are slots too where a verb stands before
    them and a word after: talk someone into. At the end nothing needs to be said of them."""
    if len(parts) < 3:
        return parts
    inner = [_UNBRACKETED.get(part, part) for part in parts[1:]]
    while inner and inner[-1] in (SOMEONE, SOMETHING):
        inner.pop()
    return [parts[0], *inner] if inner else parts


def _with_slots(texts: tuple[str, ...]) -> list[str]:
    """one's and someone's, written without brackets, are slots too."""
    parts: list[str] = []
    for text in texts:
        if text == "'s" and parts and parts[-1] in ("one", "someone", "somebody"):
            parts[-1] = ONES
        else:
            parts.append(text)
    return parts
