"""What two ways to type one line of chat have in common."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from bridge.core.fold import fold
from bridge.core.model import Lang

MOST_STRETCHES = 3
"""Stretched letters of one line that are looked at; each may stand for one letter or for two."""

# Accents belong to the last letter; what makes an emoji colourful is one too, but of no letter.
_WORDS = regex.compile(r"[\p{L}\p{N}](?:.*[\p{L}\p{N}])?(?:(?!\uFE0F)\p{M})*", regex.DOTALL)
_NO_LETTER = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_PICTURE = regex.compile(r"\p{Emoji_Presentation}|\p{Extended_Pictographic}")
# Right at a word these make it a name, a tag, a price or a share, and no line of chat.
_SIGNS = frozenset("@#$€£¥￥%°+=/\\&_")

_LAUGHTER = {
    "zh": r"哈{2,}|嘿{2,}|嘻{2,}|h{3,}",
    "en": r"a?(?:ha){2,}h?|(?:he){2,}h?|lo+l|lmf?ao+|rofl",
}
_GAP = r"[\s,，.。!！~～…]"
_LAUGHING = {
    lang: (
        regex.compile(rf"(?:{laughter})(?![a-z]){_GAP}*+", regex.IGNORECASE),
        regex.compile(rf"{_GAP}*+(?<![a-z])(?:{laughter})$", regex.IGNORECASE),
    )
    for lang, laughter in _LAUGHTER.items()
}

# At the end of a Chinese line they change its mood, and seldom what it says. 哈哈 is laughter.
_PARTICLES = regex.compile(r"(?:[啊呀哦喔噢哟呦嗷啦]+|(?<!哈)哈)$")
_TOO = regex.compile(r"也?(太.+了)吧?")
_STRETCH = regex.compile(r"(\p{L})\1{2,}")
_AGAIN = regex.compile(r"(\p{L}{2,}?)\1+")

_SPELLINGS = {
    "are": "r",
    "arenot": "arent",
    "because": "cuz bc cos",
    "birthday": "bday",
    "cannot": "cant",
    "couldnot": "couldnt",
    "didnot": "didnt",
    "doesnot": "doesnt",
    "donot": "dont",
    "favorite": "favourite",
    "goingto": "gonna",
    "havenot": "havent",
    "heis": "hes",
    "howis": "hows",
    "iam": "im",
    "ihave": "ive",
    "isnot": "isnt",
    "itis": "its",
    "iwill": "ill",
    "love": "luv",
    "night": "nite",
    "ok": "okay okey",
    "please": "pls plz",
    "sheis": "shes",
    "thanks": "thx thanx tnx",
    "thatis": "thats",
    "thereis": "theres",
    "theyare": "theyre",
    "tomorrow": "tmr tmrw",
    "wantto": "wanna",
    "wasnot": "wasnt",
    "weare": "we're",
    "whatis": "whats",
    "whereis": "wheres",
    "whois": "whos",
    "willnot": "wont",
    "yeah": "yea",
    "you": "u",
    "youare": "youre",
    "your": "ur",
}
_SAME = {typed: same for same, ways in _SPELLINGS.items() for typed in ways.split()}


@dataclass(frozen=True, slots=True)
class Framed:
    """A line's words with the marks, emoji and blanks before and after them, as typed."""

    before: str
    words: str
    after: str


def framed(text: str) -> Framed | None:
    """The words of `text` and what stands around them. None when it has none, when a picture
    stands among them, or a sign that makes them a name or a number."""
    found = _WORDS.search(text)
    if found is None or _PICTURE.search(found.group()):
        return None
    before, after = text[: found.start()], text[found.end() :]
    if before[-1:] in _SIGNS or after[:1] in _SIGNS:
        return None
    return Framed(before, found.group(), after)


def key(words: str, lang: Lang, simplify: Mapping[str, str]) -> str:
    """The letters and digits alone: case, width, script of Chinese, punctuation, blanks and the
    usual short spellings of English (u, dont, gonna) make no difference."""
    text = fold(words, simplify).text
    if lang == "en":
        return "".join(_word(each) for each in text.split())
    letters = _NO_LETTER.sub("", text)
    if lang == "zh":
        letters = letters.replace("您", "你")
        if letters.endswith("么"):
            letters = f"{letters[:-1]}吗"
    return letters


def _word(typed: str) -> str:
    same = _SAME.get(typed)
    if same is None:
        letters = _NO_LETTER.sub("", typed)
        same = _SAME.get(letters, letters)
    return same


def likely(letters: str, lang: Lang) -> Iterator[str]:
    """`letters` themselves, then what they would be without particles, said once, unstretched."""
    yield letters
    bare = _PARTICLES.sub("", letters) if lang == "zh" else letters
    if bare and bare != letters:
        if letters.endswith("啦"):
            yield f"{letters[:-1]}了"
        yield bare
    too = _TOO.fullmatch(bare)
    if too:
        yield too[1]
    again = _AGAIN.fullmatch(bare)
    if again:
        yield again[1]
    yield from _unstretched(bare)


def _unstretched(letters: str) -> Iterator[str]:
    """sooo → soo, so. One that is two letters as it should be comes first: gooood → good, god."""
    pieces = _STRETCH.split(letters)
    stretches = len(pieces) // 2
    if not 0 < stretches <= MOST_STRETCHES:
        return
    for times in itertools.product((2, 1), repeat=stretches):
        each = iter((*times, 0))
        yield "".join(
            piece * next(each) if odd else piece
            for piece, odd in zip(pieces, itertools.cycle((False, True)), strict=False)
        )


def laughing(words: str, lang: Lang) -> tuple[bool, str, bool] | None:
    """`words` without the laughter before and after them, and where there was some. None when
    nobody laughs, or nothing else is said."""
    if lang not in _LAUGHING:
        return None
    first, last = _LAUGHING[lang]
    start = first.match(words)
    rest = words[start.end() :] if start else words
    end = last.search(rest)
    rest = rest[: end.start()] if end else rest
    if not rest or not (start or end):
        return None
    return start is not None, rest, end is not None
