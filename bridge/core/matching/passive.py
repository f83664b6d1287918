"""An English phrase turned round: spill the beans → beans were spilled; talked into."""

from collections.abc import Iterator
from dataclasses import dataclass

from bridge.core.matching.english import ARTICLES, ONES, POSSESSIVES, SLOTS, SOMEONE, SOMETHING
from bridge.core.matching.inflect import Form, plural, spellings
from bridge.core.matching.slots import BEEN

# Nobody's idiom with these is said so, but plain words are: the bucket was kicked over.
_NEVER = frozenset(
    """be have get go come become fall kick hit miss see feel know say cost lack lose eat catch bite
    stay stand sit lie live sleep look seem happen die""".split()
)
# Taken with a noun that has an article, these are plain: the cake was taken. Advantage was taken.
_ONLY_BARE = frozenset({"take", "hold", "keep", "leave", "give"})
_PARTICLES = frozenset("up down out off over on away back in around through".split())
_AFTER_OBJECT = _PARTICLES | frozenset(
    """about above across after against along among at before behind below beneath beside between
    beyond by for from into like near of onto than to toward towards under until upon with within
    without as and""".split()
)
_NO_NOUNS = frozenset("it them him her me us you that this what how".split())


@dataclass(frozen=True, slots=True)
class Turned:
    """A pattern in the passive: its parts begin with the noun (`led`: an article may stand
    before it), or with the participle, which a form of be stands before."""

    parts: tuple[str, ...]
    led: bool


def turned(parts: tuple[str, ...]) -> Iterator[Turned]:
    """The passives of a pattern that begins with a verb's base form."""
    verb, rest = parts[0], parts[1:]
    if verb in _NEVER or not rest:
        return
    participles = spellings(verb, Form.PARTICIPLE)
    if rest[0] in (SOMEONE, SOMETHING):
        if len(rest) > 1:
            for participle in participles:
                yield Turned((participle, *rest[1:]), led=False)
        return
    particle: tuple[str, ...] = ()
    if rest[0] in _PARTICLES and len(rest) > 1:
        particle, rest = rest[:1], rest[1:]
    noun, after = _noun(rest)
    if not noun or (verb in _ONLY_BARE and noun != rest[: len(noun)]):
        return
    for participle in participles:
        for each in {noun, (*noun[:-1], plural(noun[-1]))}:
            yield Turned((*each, BEEN, participle, *particle, *after), led=True)
        if len(noun) > 2 and not after:
            # No stone was left unturned.
            yield Turned((*noun[:-1], BEEN, participle, *particle, noun[-1]), led=True)


def _noun(rest: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The noun that a verb acts upon, its article left out, and what follows it; empty when there
    is none to turn round."""
    start = 1 if rest[0] in ARTICLES or rest[0] in POSSESSIVES or rest[0] == ONES else 0
    end = start
    while end < len(rest) and rest[end] not in _AFTER_OBJECT:
        end += 1
    noun = rest[start:end]
    if any(part in SLOTS or part in _NO_NOUNS or part.endswith("ing") for part in noun):
        return (), ()
    # Without an article it must be some noun at least: strings, fuel; not off, not loose.
    return (noun, rest[end:]) if 0 < len(noun) <= 3 else ((), ())
