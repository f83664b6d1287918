"""Every reason to doubt a translation that can be read off its words."""

import re
from collections.abc import Iterator

from bridge.core.judging import anchors, negation, numerals
from bridge.core.judging.loops import echoes, stutters
from bridge.core.model import Lang
from bridge.core.scripts import Script, count, script_of, units

MIN_UNITS = 3
"""Shorter texts may rightly come back in any length."""
SHORTEST, LONGEST = 0.35, 2.5
"""Times the usual length."""
_USUAL = {(Script.HAN, Script.LATIN): 0.7, (Script.LATIN, Script.HAN): 1.45}
"""Units out per unit in: English words per Chinese character, and back."""
_SLACK = 3
"""Units that a short text may be longer for no reason."""
MOST_OF_A_KIND = 3
"""Lost words or numbers that are named; more say no more."""
LONGEST_QUOTED = 24
"""Letters of a word or digits of a number that a reason quotes."""

_KNOWN = frozenset({"zh", "en"})
_LATIN = re.compile(r"[A-Za-z]{3,}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_INITIALS = re.compile(r"[bcdfghjklmnpqrstvwxyz]+")
_RENDERED_OTHERWISE = frozenset("emo ppt ktv app wifi low diss carry vlog cos call dna bgm".split())
"""Latin words in Chinese that English says differently."""
_ASKS = re.compile(r"[?？]")
_ASKS_LAST = re.compile(r"[?？][^\w]*$")
_MAY_ASK = {
    "zh": re.compile(
        r"[?？吗嘛呢么谁哪几怎什啥何咋求请]|多少|多[久大远长高]|是不是|有没有|要不|[没不吧]$|([一-鿿])[不没]\1"
    ),
    "en": re.compile(
        r"\?|\b(?:who|what|when|where|why|how|which|whose|wassup|wyd|eh|huh|right|guess|wonder)\b"
        r"|what'?s|who'?s|^(?:so |and |but |hey )?(?:is|are|am|was|were|do|does|did|can|could|will|"
        r"would|shall|should|may|have|has|any|u|you|wanna|got)\b|n't (?:i|you|he|she|it|we|they)\b",
        re.IGNORECASE,
    ),
}


def doubts(source: str, output: str, source_lang: Lang, target_lang: Lang) -> list[str]:
    """The reasons in plain English words, gravest first; empty when nothing seems wrong."""
    known = {source_lang, target_lang} == _KNOWN
    found = [*_numbers(source, output)]
    if known:
        found += _negation(source, output, source_lang, target_lang)
        found += _words(source, output, source_lang, target_lang)
        found += _question(source, output, source_lang, target_lang)
    found += _left_over(source, output, source_lang, target_lang)
    found += _shape(source, output, source_lang, target_lang)
    return found


def _numbers(source: str, output: str) -> Iterator[str]:
    for number in numerals.lost(source, output)[:MOST_OF_A_KIND]:
        yield f"the number {number[:LONGEST_QUOTED]} got lost"
    for number in numerals.lost(output, source)[:MOST_OF_A_KIND]:
        yield f"the number {number[:LONGEST_QUOTED]} came out of nowhere"


def _negation(source: str, output: str, source_lang: Lang, target_lang: Lang) -> Iterator[str]:
    if negation.denies(source, source_lang) and not negation.may_deny(output, target_lang):
        yield "a “not” got lost"
    if negation.flatly_denies(output, target_lang) and not negation.may_deny(source, source_lang):
        yield "a “not” came out of nowhere"


def _words(source: str, output: str, source_lang: Lang, target_lang: Lang) -> Iterator[str]:
    # A word that stands on both sides was kept as typed.
    lost = [
        word
        for word in anchors.lost(source, output, source_lang, target_lang)
        if word not in output
    ]
    lost += _lost_own(source, output, source_lang)
    for word in lost[:MOST_OF_A_KIND]:
        yield f"the word “{word[:LONGEST_QUOTED]}” got lost"
    found = anchors.lost(output, source, target_lang, source_lang)
    for word in [word for word in found if word not in source][:MOST_OF_A_KIND]:
        yield f"the word “{word[:LONGEST_QUOTED]}” came out of nowhere"


def _lost_own(source: str, output: str, source_lang: Lang) -> list[str]:
    """The readers' own words, which a translation has to keep: `check 一下`, or `our 火锅`."""
    if source_lang != "zh":
        return [word for word in dict.fromkeys(_HAN.findall(source)) if word not in output]
    folded = output.lower()
    return [
        word
        for word in dict.fromkeys(_LATIN.findall(source))
        if word.lower() not in _RENDERED_OTHERWISE
        and not _INITIALS.fullmatch(word)
        # An inflected form will do: checked, deadlines.
        and word.lower()[:4] not in folded
    ]


def _question(source: str, output: str, source_lang: Lang, target_lang: Lang) -> Iterator[str]:
    if _ASKS_LAST.search(source) and not _MAY_ASK[target_lang].search(output):
        yield "the question got lost"
    if _ASKS.search(output) and not _MAY_ASK[source_lang].search(source):
        yield "it became a question"


def _left_over(source: str, output: str, source_lang: Lang, target_lang: Lang) -> Iterator[str]:
    foreign, wanted = script_of(source_lang), script_of(target_lang)
    before, after = count(source), count(output)
    left = 0
    if foreign is Script.HAN and wanted not in (Script.HAN, Script.KANA):
        left = after.get(Script.HAN, 0)
    elif foreign is Script.LATIN and wanted is Script.HAN:
        # A name may stay; a word that nobody wrote with a capital letter should not.
        left = sum(
            len(word) > 3 and word.islower() and word in source for word in _LATIN.findall(output)
        )
    if left:
        yield "some words were left untranslated"
    # Japanese is written in Han, too.
    rightly = {foreign, wanted, Script.LATIN} | ({Script.HAN} if wanted is Script.KANA else set())
    if any(script not in rightly and script not in before for script in after):
        yield "part of it is in a foreign script"


def _shape(source: str, output: str, source_lang: Lang, target_lang: Lang) -> Iterator[str]:
    before, after = units(source), units(output)
    if stutters(output) > stutters(source) or echoes(output) > echoes(source) + 1:
        yield "it says words twice"
    if len(before) >= MIN_UNITS:
        usual = len(before) * _USUAL.get((script_of(source_lang), script_of(target_lang)), 1.0)
        if len(after) < SHORTEST * usual:
            yield "it is much shorter than the original"
        if len(after) > LONGEST * usual + _SLACK:
            yield "it is much longer than the original"
