"""Names that look alike made equal: `аdmin` with a Cyrillic а has the skeleton of `admin`."""

import unicodedata
from collections.abc import Iterable, Mapping

import regex

# The letters of UTS #39's confusables.txt that people meet in names: Cyrillic, Greek, Armenian,
# Cherokee, Latin look-alikes and digits, each to the Latin letter that it looks like. NFKC has
# made full-width, mathematical and circled letters plain before.
_LOOKS: Mapping[str, str] = {
    "a": "аɑα",
    "b": "ьƅ",
    "c": "сϲᴄⲥ",
    "d": "ԁɗժ",
    "e": "еҽєɛεҿ",
    "f": "ꜰſғϝ",
    "g": "ɡցɢ",
    "h": "һհћнʜ",
    "i": "іıɩιї",
    "j": "јϳյ",
    "k": "кκқᴋҡ",
    "l": "ӏǀון",
    "m": "мᴍ",
    "n": "ոռηпŋ",
    "o": "оοօσⲟഠ໐",
    "p": "рρⲣ",
    "q": "ԛզ",
    "r": "гᴦʀ",
    "s": "ѕꜱƽ",
    "t": "тτᴛ",
    "u": "υսʋᴜц",
    "v": "ѵνᴠ",
    "w": "ԝшɯѡᴡω",
    "x": "хχ×ҳ",
    "y": "уүγўყ",
    "z": "ᴢʐ",
}
LATIN: Mapping[str, str] = {char: looks for looks, chars in _LOOKS.items() for char in chars}
"""Letter of another alphabet → the Latin one that it looks like, both in lower case."""
# Latin itself deceives: Ivan and lvan, modern and modem, B0b and Bob.
_WITHIN = {"i": "l", "1": "l", "|": "l", "0": "o", "m": "rn", "æ": "ae"}
_TABLE = {ord(char): _WITHIN.get(looks, looks) for char, looks in {**LATIN, **_WITHIN}.items()}
_INVISIBLE = regex.compile(r"[\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]")
_OVERFLOW = regex.compile(r"(\p{Mn}{3})\p{Mn}+")
_MIXABLE = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)
"""Scripts that stand together in honest names (UTS #39, "highly restrictive")."""
_SCRIPTS = (
    *("Latin", "Cyrillic", "Greek", "Han", "Hiragana", "Katakana", "Bopomofo", "Hangul"),
    *("Arabic", "Hebrew", "Devanagari", "Thai", "Armenian", "Georgian", "Cherokee", "Coptic"),
)
_SCRIPT = regex.compile("|".join(rf"(?P<{name}>\p{{Script={name}}})" for name in _SCRIPTS))


def skeleton(name: str) -> str:
    """What the name looks like: two names with one skeleton could be taken for one another."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", name)).casefold()
    text = unicodedata.normalize("NFKC", text.translate(_TABLE))
    text = _OVERFLOW.sub(r"\1", unicodedata.normalize("NFD", text))
    return " ".join(text.split())


def mixed(name: str) -> tuple[str, ...]:
    """The scripts of a name that mixes some which honest names keep apart; else empty."""
    plain = unicodedata.normalize("NFKC", name)
    found = {match.lastgroup for match in _SCRIPT.finditer(plain)}
    scripts = {each for each in found if each is not None}
    if len(scripts) < 2 or any(scripts <= together for together in _MIXABLE):
        return ()
    return tuple(sorted(scripts))


def another(name: str, taken: Iterable[str]) -> str:
    """A name like `name` that nobody has and that looks like nobody's: `mei 2`. `taken` are
    skeletons."""
    # What deceives by its letters is not offered again with a number.
    base = "".join(LATIN.get(char, char) for char in name.lower()) if mixed(name) else name
    known = frozenset(taken)
    count = 2
    while skeleton(f"{base} {count}") in known:
        count += 1
    return f"{base} {count}"
