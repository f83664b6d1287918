"""Puts another name or number into a pair of sentences, so that both are copied and not guessed.

The four names are those that the server puts in place of what must not be translated.
"""

import re
from random import Random

from training.numbers import Both

NAMES = {"汤姆": "Tom", "玛丽": "Mary", "杰克": "Jack", "迈克": "Mike"}
CHANCE = 0.5
"""How often a pair that can be changed is changed."""
_GENDERED = re.compile(r"[他她]|\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.:,]\d+)*")
_PLAIN = re.compile(r"(?<![\d.:,A-Za-z])\d{2,4}(?![\d.:,]*\d|st|nd|rd|th|[a-zA-Z])")


def swap(zh: str, en: str, chance: Random) -> Both:
    """The pair with other names and another number, or as it was."""
    if chance.random() >= CHANCE:
        return zh, en
    return _numbers(*_names(zh, en, chance), chance)


def _names(zh: str, en: str, chance: Random) -> Both:
    """Each name that stands exactly once on both sides becomes another of the four."""
    found = [name for name in NAMES if name in zh]
    known = [NAMES[name] for name in found]
    once = all(zh.count(name) == 1 for name in found)
    if not found or not once or any(en.count(n) != (n in known) for n in NAMES.values()):
        return zh, en
    if _GENDERED.search(zh) or _GENDERED.search(en):  # Mary said that he …
        found = [name for name in found if name != "玛丽"]
        free = [name for name in NAMES if name != "玛丽"]
    else:
        free = list(NAMES)
    others = dict(zip(found, chance.sample(free, len(found)), strict=True))
    if not others:
        return zh, en
    zh = re.sub("|".join(others), lambda match: others[match[0]], zh)
    english = {NAMES[old]: NAMES[new] for old, new in others.items()}
    return zh, re.sub("|".join(english), lambda match: english[match[0]], en)


def _numbers(zh: str, en: str, chance: Random) -> Both:
    """A number of two to four digits that is the only one on both sides becomes another one."""
    found = _NUMBER.findall(zh)
    if len(found) != 1 or _NUMBER.findall(en) != found:
        return zh, en
    if not _PLAIN.search(zh) or not _PLAIN.search(en):
        return zh, en
    old = found[0]
    year = len(old) == 4 and old[:2] in ("18", "19", "20")
    low = 1850 if year else 10 ** (len(old) - 1)
    high = 2029 if year else min(10 ** len(old) - 1, 31 if re.search(r"月\d", zh) else 9_999)
    if low > high:  # a day of the month has two digits at most
        return zh, en
    new = str(chance.randint(low, high))
    return zh.replace(old, new), en.replace(old, new)
