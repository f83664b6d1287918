"""English inflection both ways: from a form to its base, and from a base to a form."""

from collections.abc import Collection
from enum import StrEnum
from functools import cache

from bridge.core.matching.verbs import irregular, second_forms, verbs

_VOWELS = "aeiou"
_VERBS = verbs()
_IRREGULAR = irregular()
_SECOND = second_forms()
_BASES = {form: base for base, past in _IRREGULAR.items() for form in past}
_BE = {"s": ("is",), "past": ("was", "were"), "base": ("be", "am", "are")}
_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "goose": "geese",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "leaf": "leaves",
    "half": "halves",
    "shelf": "shelves",
    "wolf": "wolves",
    "thief": "thieves",
    "loaf": "loaves",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "hero": "heroes",
    "echo": "echoes",
}
# Two syllables, but stressed on the last: the consonant doubles all the same.
_DOUBLED = frozenset(
    {"admit", "regret", "forget", "begin", "upset", "prefer", "occur", "humblebrag"}
)


class Form(StrEnum):
    """What a verb looks like."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


def is_verb(word: str) -> bool:
    """Whether `word` is the base form of a verb known here."""
    return word in _VERBS


def inflect(base: str, form: Form) -> str:
    """`base` in the usual one of its forms: die → died, cut → cutting."""
    return spellings(base, form)[0]


@cache
def spellings(base: str, form: Form) -> tuple[str, ...]:
    """All spellings of a verb's form, the usual one first: spilled, spilt."""
    if base == "be" and form.value in _BE:
        return _BE[form.value]
    match form:
        case Form.BASE:
            return (base,)
        case Form.S:
            return ("has",) if base == "have" else (_with_s(base),)
        case Form.ING:
            return (_with_ing(base),)
        case Form.PAST:
            return _usual_and_second(base, 0)
        case Form.PARTICIPLE:
            return _usual_and_second(base, 1)


def forms(base: str) -> frozenset[str]:
    """Every spelling of a verb."""
    return frozenset(spelling for form in Form for spelling in spellings(base, form))


@cache
def readings(word: str, base: str) -> tuple[Form, ...]:
    """Which forms of `base` the word may be: kicked is past or participle, hit is base, past or
    participle; none when it is no form of it."""
    return tuple(form for form in Form if word in spellings(base, form))


def bases(word: str) -> tuple[str, ...]:
    """The verbs that `word` may be a form of: saw → saw, see; none for what is no verb known
    here."""
    return _bases().get(word, ())


def verb_forms() -> Collection[str]:
    """Every form of every verb known here."""
    return _bases().keys()


@cache
def _bases() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for base in sorted(_VERBS):
        for form in forms(base):
            found[form] = (*found.get(form, ()), base)
    return found


def stem(word: str) -> str:
    """What the forms of a word have in common, for comparing only: told and telling → tell,
    parties → parti."""
    word = _BASES.get(word, word)
    for ending in ("ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def plural(noun: str) -> str:
    """One noun's plural: potato → potatoes."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    return _with_s(noun)


def _usual_and_second(base: str, which: int) -> tuple[str, ...]:
    usual = _IRREGULAR[base][which] if base in _IRREGULAR else _with_ed(base)
    return (usual, _SECOND[base][which]) if base in _SECOND else (usual,)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word in ("go", "do", "echo", "undo", "overdo", "outdo") else f"{word}s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ied"
    return f"{_doubled(word)}ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return f"{word[:-1]}ing"
    return f"{_doubled(word)}ing"


def _doubled(word: str) -> str:
    """With the last consonant doubled where one short vowel stands before it: stop → stopp."""
    if word.endswith("ic"):
        return f"{word}k"
    if word in _DOUBLED:
        return word + word[-1]
    if len(word) < 3 or word[-1] in "aeiouwxyh" or word[-2] not in _VOWELS or word[-3] in _VOWELS:
        return word + word[-1] if word in ("quit",) else word
    syllables = sum(
        1
        for before, after in zip(" " + word, word, strict=False)
        if after in "aeiouy" and before not in "aeiouy"
    )
    return word + word[-1] if syllables == 1 else word
