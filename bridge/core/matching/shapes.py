"""The patterns under which one English spelling is looked for: its head in any form, turned into
the passive, with and without its article, contracted and spelt out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bridge.core.matching.english import ARTICLES, DETERMINERS, SLOTS, spelt_out
from bridge.core.matching.inflect import Form, bases, is_verb, plural, readings
from bridge.core.matching.passive import turned
from bridge.core.matching.slots import FORM


class Stand(StrEnum):
    """How a pattern stands in a text."""

    FIXED = "fixed"
    HEADED = "headed"
    """Its first part is a verb in any form."""
    BARE = "bare"
    """Its first article is gone: dime a dozen."""
    LED = "led"
    """An article or possessive may stand before it, and belongs to it."""
    UNDERGONE = "undergone"
    """It begins with a participle, and a form of be stands before it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern of words and open places."""

    parts: tuple[str, ...]
    stand: Stand = Stand.FIXED


# What no verb is, though an article may follow: “in a fog”, “all the rage”, “not a chance”.
_NO_VERBS = frozenset(
    """about above across after against all along alongside amid among around as at because before
    behind below beneath beside besides between beyond both but by despite down during even for
    from half how if in inside into just less like many more near no not of off on once one only
    onto or out outside over past per quite rather round since so still such than that then
    through throughout till to too toward towards twice under until up upon very via what when
    where which while who why with within without yet and""".split()
)
# What follows a verb that is not in our list: clutch at straws, egg [someone] on.
_AFTER_VERBS = SLOTS | frozenset("at it off on out up down away back around over".split())
_PREPOSITIONS = frozenset("in of on out off with without at for from under behind".split())
# Pieces of cake are cake.
_NO_PLURALS = (
    frozenset("piece cup slice bit lot drop glass pair couple kind sort".split())
    | _NO_VERBS
    | SLOTS
    | DETERMINERS
)
_PERSONS = frozenset("i you he she we they it".split())
# Behind these stands a noun, or a participle: of hands, his looks, have turned.
_BEFORE_NOUNS = (
    DETERMINERS | _NO_VERBS | frozenset("two three is are was were be been has have had".split())
) - {"what", "that", "who"}
_OPENERS = _PERSONS | {"and"}
_THINGS = frozenset("the it that this what money time".split())
_NEVER_LOOSE = frozenset("is are was were be been am being".split())
# With these a plural says something else: have a cow, have cows.
_LIGHT = frozenset(
    """be have get take make see do go give find keep eat hit kick catch lose run need want know
    ring put buy bring call come leave let""".split()
)
_SPELT_OUT = {
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "cant": ("cannot",),
    "wont": ("will", "not"),
    "isnt": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "wouldnt": ("would", "not"),
    "couldnt": ("could", "not"),
    "im": ("i", "am"),
    "youre": ("you", "are"),
    "theyre": ("they", "are"),
    "its": ("it", "is"),
    "thats": ("that", "is"),
    "whats": ("what", "is"),
    "hes": ("he", "is"),
    "shes": ("she", "is"),
    "theres": ("there", "is"),
    "whos": ("who", "is"),
}
_CONTRACTED = {full: short for short, full in _SPELT_OUT.items()}
_RESPELT = _SPELT_OUT.keys() | {full[-1] for full in _SPELT_OUT.values()}


def shapes(parts: tuple[str, ...], strict: bool, one_word: bool) -> Iterator[Shape]:
    """The patterns of one spelling. `strict`: only its words in its order, because some form of it
    does not carry the meaning. `one_word`: it is written with hyphens, as know-it-all is."""
    parts = tuple(map(spelt_out, parts))
    headed = has_verb(parts)
    if headed and one_word:
        yield Shape(parts)
        headed = len(parts) == 2
        if not headed:
            return
    if not headed:
        yield Shape(parts)
        yield from _of_a_noun(parts)
        for respelt in _respelt(parts):
            yield Shape(respelt)
    else:
        yield Shape(parts, Stand.HEADED)
        if not strict:
            yield from _of_a_verb(parts)


def has_verb(parts: tuple[str, ...]) -> bool:
    """Whether a pattern's first word is a verb that its phrase is built on."""
    if len(parts) < 2 or parts[0] in _NO_VERBS or parts[0] in SLOTS:
        return False
    return is_verb(parts[0]) or parts[1] in DETERMINERS or parts[1] in _AFTER_VERBS


def _of_a_verb(parts: tuple[str, ...]) -> Iterator[Shape]:
    for each in turned(parts):
        yield Shape(each.parts, Stand.LED if each.led else Stand.UNDERGONE)
    # A noun of two words is itself in the plural: tell white lies; others are behind most verbs.
    noun = parts[2:]
    several = len(noun) > 1 or (noun and parts[0] not in _LIGHT)
    if parts[1] in ("a", "an") and several and (_PREPOSITIONS | SLOTS).isdisjoint(noun):
        yield Shape((parts[0], *noun[:-1], plural(noun[-1])), Stand.HEADED)


def _of_a_noun(parts: tuple[str, ...]) -> Iterator[Shape]:
    article = parts[0] in ARTICLES
    if len(parts) > 2 and article:
        yield Shape(parts[1:], Stand.BARE)
    noun = parts[1:] if article else parts
    if len(noun) > 2 and noun[1] in _PREPOSITIONS and noun[0] not in _NO_PLURALS:
        # Jacks of all trades, blessings in disguise.
        yield Shape((plural(noun[0]), *noun[1:]))
    if len(parts) > 2:
        # Raining cats and dogs is also what it did; works like a charm, what worked.
        for base in bases(parts[0]):
            if {Form.ING, Form.S} & {*readings(parts[0], base)} and base != parts[0]:
                yield Shape((base, *parts[1:]), Stand.HEADED)
    if parts[:2] == ("it", "is") and len(parts) > 3 and parts[2].endswith("ing"):
        yield from _of_a_noun(parts[2:])


def loosened(parts: tuple[str, ...], headed: bool) -> tuple[str, ...]:
    """The parts with each verb inside that may be another form of itself marked as such: the plot
    thickened, had his cake and ate it, more than he could chew."""
    if headed and _OPENERS.isdisjoint(parts):
        return parts
    found = list(parts)
    for place in range(1, len(parts)):
        before, part = parts[place - 1], parts[place]
        if part in SLOTS or part in _NEVER_LOOSE:
            continue
        if headed:
            able = before in ("can", "could") and parts[place - 2] in _PERSONS
            if is_verb(part) and (before == "and" or before in _PERSONS or able):
                found[place] = FORM + part
            continue
        if is_verb(part) and before.endswith("s") and before not in _BEFORE_NOUNS:
            # Too many cooks spoil the broth.
            found[place] = FORM + part
            continue
        given = [base for base in bases(part) if base != part]
        final = place == len(parts) - 1
        if len(given) == 1 and len(parts) > 2 and before not in _BEFORE_NOUNS:
            read = readings(part, given[0])
            if Form.PAST in read or (Form.S in read and not (final and parts[0] not in _THINGS)):
                found[place] = FORM + given[0]
    return tuple(found)


def _respelt(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Contractions spelt out, and contracted without the apostrophe: do not, im."""
    if _RESPELT.isdisjoint(parts):
        return
    full: list[str] = []
    for part in parts:
        full += _SPELT_OUT.get(part, (part,))
    short: list[str] = []
    for part in parts:
        pair = (short[-1], part) if short else ()
        if pair in _CONTRACTED:
            short[-1] = _CONTRACTED[pair]
        else:
            short.append(part)
    yield from {tuple(full), tuple(short)} - {parts}
