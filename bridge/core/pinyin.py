"""Pinyin as people write it: tone marks over the right vowel, the syllables of a word joined.

After GB/T 16159-2012: 一 and 不 keep the tone that a dictionary gives them (no tone sandhi), names
begin with a capital, a syllable that begins with a, e or o inside a word has an apostrophe before
it (`Xī'ān`).
"""

import re
import unicodedata
from collections.abc import Sequence

LONGEST_JOINED = 3
"""Syllables. Longer words, most of them sayings, are easier to read syllable by syllable."""

_NUMBERED = re.compile(r"((?:[A-Za-zÜü]|u:|U:)+?)([1-5])")
_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}
_VOWELS = "aeiouü"
# What changes its tone before others in speech, and the tone that is written all the same.
_CITED = {"一": ("yī", {"yí", "yì"}), "不": ("bù", {"bú"})}
# After these 得 says that one must: 我得走了, 还得等.
_SUBJECTS = frozenset("我 你 您 他 她 它 咱 我们 你们 他们 她们 咱们 大家".split())
_ADVERBS = frozenset("就 都 也 还 又 总 可 只 必 非 真 那 那就 还是".split())


def marked(numbered: str) -> str:
    """`lu:4` → `lǜ`, `Zhong1` → `Zhōng`, `r5` → `r`; anything else stays as it is."""
    found = _NUMBERED.fullmatch(numbered)
    if found is None:
        return numbered
    letters = found[1].replace("u:", "ü").replace("U:", "Ü").replace("v", "ü").replace("V", "Ü")
    at = _bearer(letters.lower())
    toned = letters[: at + 1] + _MARKS[found[2]] + letters[at + 1 :]
    return unicodedata.normalize("NFC", toned)


def _bearer(letters: str) -> int:
    """Where the mark goes: a or e, the o of ou, else the last vowel; m and ng bear it too."""
    for wanted in ("a", "e", "ou"):
        if wanted in letters:
            return letters.index(wanted)
    vowels = [at for at, letter in enumerate(letters) if letter in _VOWELS]
    return vowels[-1] if vowels else 0


def spoken(numbered: str) -> str:
    """A dictionary's reading, `Xi1 an1` or `yi1 huir4` or `hua1 r5`, as it is written."""
    return joined([marked(syllable) for syllable in numbered.split()])


def cited(word: str, syllables: Sequence[str]) -> list[str]:
    """The `syllables` of `word`, one a character, in the tones of the dictionary."""
    if len(word) != len(syllables):
        return list(syllables)
    found = []
    for char, syllable in zip(word, syllables, strict=True):
        tone, changed = _CITED.get(char, (syllable, frozenset()))
        found.append(tone if syllable in changed else syllable)
    if len(word) > 2 and word[-1] == "地" and word[0] == word[1]:
        found[-1] = "de"  # 慢慢地
    return found


def particle(before: str, word: str, after: str) -> str | None:
    """How 得 and 地, standing alone between these words, are read; None: as anywhere."""
    match word:
        case "得" if before in _SUBJECTS or before in _ADVERBS:
            return "děi"
        case "得" if before and not before.isdecimal():
            return "de"
        case "地" if len(before) > 1 and after:
            return "de"
    return None


def joined(syllables: Sequence[str]) -> str:
    """One word of tone-marked syllables. A capital begins a new word; letters (`A`, `Q`) and what
    is no letter stand alone."""
    words: list[list[str]] = []
    for syllable in syllables:
        if syllable == "r" and words:
            words[-1][-1] += "r"
        elif words and not _stands_apart(syllable) and not _stands_alone(words[-1][-1]):
            words[-1].append(syllable)
        else:
            words.append([syllable])
    return " ".join(map(_one, words)).replace(" ,", ",")


def _stands_apart(syllable: str) -> bool:
    return syllable[:1].isupper() or _stands_alone(syllable)


def _stands_alone(syllable: str) -> bool:
    return not syllable[:1].isalpha() or (syllable.isascii() and syllable.isupper())


def _one(word: Sequence[str]) -> str:
    if len(word) > LONGEST_JOINED and not word[0][:1].isupper():
        return " ".join(word)
    first, *others = word
    return first + "".join(f"'{each}" if _begins_open(each) else each for each in others)


def _begins_open(syllable: str) -> bool:
    return unicodedata.normalize("NFD", syllable)[:1].lower() in ("a", "e", "o")
