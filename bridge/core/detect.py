"""Which language a message is in, by script and sender first; `und` rather than a guess."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from bridge.core.model import UND, Lang, Runs, outside
from bridge.core.particles import (
    english_particles,
    english_share,
    han_particles,
    is_pinyin,
)
from bridge.core.scripts import Script, count, script_of, units
from bridge.core.wordless import without_laughter

Guess = Callable[[str], tuple[Lang, float]]
"""The likeliest language of a text in Latin script, and how sure that is, 0 to 1."""

ZH, HANT, JA, EN = Lang("zh"), Lang("zh-Hant"), Lang("ja"), Lang("en")

EVEN = 0.5
"""What a guess at English needs when its sender writes another script."""
SURE = 0.6
"""What a guess at any other language needs."""
VERY_SURE = 0.8
"""What it needs against signs of another language."""
LONG = 3
"""Words that a text needs, besides, to be believed against the sender's own language."""
ENGLISH = 0.5
"""The share of English chat's words that makes a short text English, whatever the guess."""


@dataclass(frozen=True, slots=True)
class Hanzi:
    """Characters that only Traditional, and only Simplified texts have."""

    traditional: frozenset[str]
    simplified: frozenset[str]


def hanzi(simplify: Mapping[str, str]) -> Hanzi:
    """From a table of Traditional character → Simplified character.

    后, 里 or 台 are Simplified for one word and Traditional for another; such are in Big5, the
    old Traditional character set, and say nothing.
    """
    changed = {each for each in simplify.values() if each not in simplify}
    simplified = {each for each in changed if not each.encode("big5", "ignore")}
    return Hanzi(frozenset(simplify), frozenset(simplified))


def detect(
    runs: Runs,
    hint: Lang | None,
    reads: Lang,
    known: Collection[Lang],
    guess: Guess,
    characters: Hanzi,
) -> Lang:
    """The language of the words outside protected runs; `und` when there are none.

    `hint` is what the sender's client said, `reads` what the sender reads, `known` the languages
    that can be translated here. A language is only ever chosen if its script is the text's.
    """
    text = without_laughter(outside(runs))
    script = _main_script(text)
    own = [lang for lang in (hint, reads) if lang not in (None, UND)]
    alike = [lang for lang in own if lang is not None and script_of(lang) is script]
    match script:
        case None:
            return UND
        case Script.HAN:
            return _han(text, own, characters)
        case Script.LATIN if hint in alike:
            return alike[0]
        case Script.LATIN:
            return _latin(text, alike[0] if alike else None, known, guess)
        case Script.KANA:
            return JA
        case _ if alike:
            return alike[0]
        case Script.HANGUL:
            return Lang("ko")
        case _:
            possible = sorted({lang for lang in known if script_of(lang) is script})
            return possible[0] if len(possible) == 1 else UND


def _main_script(text: str) -> Script | None:
    counted = count(text)
    if not counted:
        return None
    # Japanese mixes Han with Kana; Chinese has none but a の for 的.
    kana = count(text.replace("の", "")).get(Script.KANA, 0)
    if kana / sum(counted.values()) > 0.2:
        return Script.KANA
    # What holds the sentence together tells more than the nouns that it holds.
    if Script.HAN in counted and Script.LATIN in counted:
        counted[Script.HAN] += han_particles(text)
        counted[Script.LATIN] += english_particles(text)
    return max(counted, key=lambda script: counted[script])


def _han(text: str, own: list[Lang], characters: Hanzi) -> Lang:
    """Chinese by its characters; where they tell nothing, what the sender uses."""
    traditional = sum(char in characters.traditional for char in text)
    simplified = sum(char in characters.simplified for char in text)
    if JA in own[:1]:
        return JA
    if traditional != simplified:
        return HANT if traditional > simplified else ZH
    return next((lang for lang in own if lang in (ZH, HANT)), ZH)


def _latin(text: str, own: Lang | None, known: Collection[Lang], guess: Guess) -> Lang:
    """`own` is the sender's language, if it is written in this script."""
    found, sure = guess(text)
    if own is not None:
        if _same(found, own) or not _strange(text, own, sure):
            return own
    elif (english := _english(text, found, sure)) or not _believed(text, sure):
        return EN if english and EN in known else UND
    return next((lang for lang in sorted(known) if _same(found, lang)), UND)


def _strange(text: str, own: Lang, sure: float) -> bool:
    """Whether a guess is to be believed although the sender's language is `own`."""
    words = len(units(text))
    if own == EN and words > 1 and not english_share(text):
        return sure >= SURE
    return sure >= VERY_SURE and words >= LONG


def _english(text: str, found: Lang, sure: float) -> bool:
    """Whether it is English by a sender who may not write Latin letters at home at all."""
    share = english_share(text)
    if is_pinyin(text):
        return share == 1
    if share >= ENGLISH:
        return True
    return found == EN and sure >= EVEN and (share > 0 or text.isascii())


def _believed(text: str, sure: float) -> bool:
    doubtful = is_pinyin(text) or english_share(text) > 0
    return sure >= (VERY_SURE if doubtful else SURE)


def _same(one: Lang, other: Lang) -> bool:
    return one.split("-")[0] == other.split("-")[0]
