"""What stands in the open places of an English pattern: anybody's, somebody, was being, a few."""

from collections.abc import Mapping
from functools import cache

from bridge.core.matching.english import (
    DETERMINERS,
    ONES,
    POSSESSIVES,
    REFLEXIVES,
    SOMEONE,
    SOMETHING,
    Words,
    possessive_ends,
)
from bridge.core.matching.inflect import bases, verb_forms

SLOT_WORDS = 4
"""[someone] and [something] hold so many words at most."""
THE = "[the]"
MY = "[my]"
IS = "[is]"
SELF = "[self]"
WHO = "[i]"
CAN = "[can]"
BEEN = "[been]"
"""Where the passive stands: was, have never been, is finally getting."""
FORM = "="
"""Before a verb's base form: any form of it."""

_WHO = frozenset("i you he she we they one it".split())
_CLASSES = {
    THE: DETERMINERS,
    IS: frozenset({"is", "are", "was", "were"}),
    SELF: REFLEXIVES,
    WHO: _WHO,
    CAN: frozenset({"can", "could"}),
}
PLACES = frozenset({MY, BEEN, ONES, SOMEONE, SOMETHING})
"""The open places that may hold several words."""
_CLASSED = frozenset().union(*_CLASSES.values(), POSSESSIVES)
_BE = frozenset(
    """am be been being is are was were isnt arent wasnt werent get gets got gotten getting
    's 're""".split()
)
_AUXILIARIES = frozenset(
    """have has had having havent hasnt hadnt will would wont wouldnt can could cant couldnt
    cannot may might must shall should shouldnt to gonna do does did dont doesnt didnt 've 'll
    'd""".split()
)
_ADVERBS = frozenset("not never ever just all always already still now almost both also".split())
_PASSIVE = _BE | _AUXILIARIES | _ADVERBS
_MOST_AUXILIARIES = 6
# What may stand inside any phrase, for force: kick the proverbial bucket, a damn piece of cake.
_FORCE = frozenset(
    """proverbial damn damned goddamn fucking fuckin freaking frickin bloody literal literally
    metaphorical so-called actual actually really totally""".split()
)
# What may stand before the noun of a verb's phrase, or before its particle: pull a few strings.
_QUANTITIES = frozenset(
    """some any few several many more all both enough right just straight back way kinda already
    two three too""".split()
)
_AMOUNTS = (
    ("a", "few"),
    ("a", "couple", "of"),
    ("a", "lot", "of"),
    ("lots", "of"),
    ("all", "of"),
    ("whole", "new"),
)
FILLING = _FORCE | _QUANTITIES | frozenset(amount[0] for amount in _AMOUNTS)
"""What `filler_end` knows, adverbs in -ly aside."""
_NO_ADVERBS = frozenset({"family", "fly", "only", "early", "ugly", "bully", "belly", "jelly"})


def class_of(part: str, headed: bool) -> str:
    """Under what a part is found inside a pattern: one article may stand for another, one
    possessive for another, and behind a verb one person for another."""
    if part not in _CLASSED:
        return part
    if part in _CLASSES[IS]:
        return IS if part in ("is", "are") else part
    if part in REFLEXIVES:
        return SELF
    if part in POSSESSIVES:
        return MY
    if headed:
        if part in ("a", "an", "the"):
            return THE
        if part in ("you", "he", "she", "they", "i", "we"):
            return WHO
        if part == "can":
            return CAN
    return part


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Every word that stands for others too (the, his, kicked), with all keys under which it may
    be found inside a pattern; any other word is found under itself."""
    found = {word: (word, *(FORM + base for base in bases(word))) for word in verb_forms()}
    for key, members in _CLASSES.items():
        for word in members:
            found[word] = (*found.get(word, (word,)), key)
    return found


def slot_ends(slot: str, said: Words, at: int) -> list[int]:
    """Before which words one of PLACES that starts at word `at` may end."""
    if slot in (ONES, MY):
        return possessive_ends(said, at, articles=slot == ONES)
    if slot == BEEN:
        return _passive_ends(said, at)
    ends: list[int] = []
    for end in range(at + 1, min(at + SLOT_WORDS, len(said.texts)) + 1):
        if ends and said.joins[end - 1] not in (" ", "-", ""):
            break
        ends.append(end)
    return ends


def filler_end(said: Words, at: int, headed: bool) -> int:
    """Behind the word or words at `at` that say nothing of their own inside a phrase; `at` when
    they do."""
    word = said.texts[at]
    if word in _FORCE:
        return at + 1
    if len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS:
        return at + 1
    if not headed:
        return at
    for amount in _AMOUNTS:
        if word == amount[0] and said.texts[at : at + len(amount)] == amount:
            return at + len(amount)
    return at + 1 if word in _QUANTITIES else at


def follows_be(said: Words, first: int) -> bool:
    """Whether a form of be or get stands before word `first`, adverbs aside."""
    at = first - 1
    while at >= 0 and said.joins[at + 1] in (" ", "") and _is_adverb(said.texts[at]):
        at -= 1
    return at >= 0 and said.joins[at + 1] in (" ", "") and said.texts[at] in _BE


def _passive_ends(said: Words, at: int) -> list[int]:
    """Behind the last form of be in a row of auxiliaries and adverbs, adverbs after it included."""
    end, has_be = at, False
    if said.texts[at] not in _PASSIVE and said.texts[at][-2:] != "ly":
        return []
    while end < min(len(said.texts), at + _MOST_AUXILIARIES):
        word = said.texts[end]
        if word not in _BE and word not in _AUXILIARIES and not _is_adverb(word):
            break
        if end > at and said.joins[end] not in (" ", ""):
            break
        has_be = has_be or word in _BE
        end += 1
    return [end] if has_be else []


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS)
