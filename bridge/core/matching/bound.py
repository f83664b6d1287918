"""Reads a matched English term against its entry: which form its head has, what fills its slots."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bridge.core.fold import fold
from bridge.core.glossary import Entry
from bridge.core.matching.english import (
    ARTICLES,
    DETERMINERS,
    ONES,
    POSSESSIVES,
    SLOTS,
    Words,
    pattern,
    possessive_ends,
    spelt_out,
    squeezed,
    words,
)
from bridge.core.matching.inflect import Form, plural, readings
from bridge.core.matching.shapes import has_verb
from bridge.core.matching.slots import SLOT_WORDS

# “DM me” and “DM you” are not two spellings of one thing.
_PERSONAL = SLOTS | {"i", "me", "you", "him", "us", "we", "he", "she", "them", "they", "'d", "'ve"}


@dataclass(frozen=True, slots=True)
class Bound:
    """A term as it was typed. `forms` are what its head may be, the likeliest first; `many`: its
    noun is plural; `bare`: its first article is gone; `headed`: it is built on a verb."""

    headed: bool
    forms: tuple[Form, ...] = (Form.BASE,)
    many: bool = False
    bare: bool = False
    slots: tuple[tuple[str, str], ...] = ()


def bind(entry: Entry, text: str) -> Bound | None:
    """How `text` says the term of `entry`; None when it is a variant with another grammar."""
    folded = fold(text, {}).text
    said = words(folded)
    term = _parts(entry.term)
    if term is None:
        return Bound(headed=False) if folded == fold(entry.term, {}).text else None
    found = []
    for spelling in entry.spellings:
        parts = _parts(spelling)
        forms = _kinship(term, parts) if parts else None
        if parts is None or forms is None:
            continue
        bound = _align(parts, said, folded)
        if bound is not None:
            found.append(bound if forms == (Form.BASE,) else replace(bound, forms=forms))
    # An entry may list its forms one by one; the reading that knows the form says more.
    return max(found, key=lambda each: each.forms[0] is not Form.BASE, default=None)


def _parts(spelling: str) -> tuple[str, ...] | None:
    parts = pattern(fold(spelling, {}).text)
    return tuple(map(spelt_out, parts)) if parts else None


def _kinship(term: tuple[str, ...], other: tuple[str, ...]) -> tuple[Form, ...] | None:
    """The form of `other`'s head if it has the grammar of `term`: it differs in one word at most,
    articles aside. None when it has another."""
    ours = [part for part in term if part not in ARTICLES]
    theirs = [part for part in other if part not in ARTICLES]
    if len(ours) != len(theirs):
        return None
    forms: tuple[Form, ...] = (Form.BASE,)
    differing = 0
    for mine, yours in zip(ours, theirs, strict=True):
        if mine == yours or (mine == ONES and yours in POSSESSIVES):
            continue
        read = readings(yours, mine)
        if read:
            forms = read
        elif {mine, yours} & _PERSONAL:
            return None
        else:
            differing += 1
    if differing == 0:
        return forms
    single = len(ours) == 1 and (ours[0][0], _ending(ours[0])) != (theirs[0][0], _ending(theirs[0]))
    return None if differing > 1 or single else forms


def _ending(word: str) -> str:
    return next((ending for ending in ("ing", "ed", "s") if word.endswith(ending)), "")


def _align(parts: tuple[str, ...], said: Words, folded: str) -> Bound | None:
    headed = has_verb(parts)
    start = Bound(headed=headed)
    if headed and said.texts:
        read = readings(spelt_out(said.texts[0]), parts[0])
        first = _rest(parts, 1, said, 1, replace(start, forms=read), folded) if read else None
        return next(first, None) if first else None
    for skipped in (0, 1) if parts[0] in ARTICLES else (0,):
        begun = replace(start, bare=bool(skipped))
        if found := next(_rest(parts, skipped, said, 0, begun, folded), None):
            return found
    return None


def _rest(
    parts: tuple[str, ...], place: int, said: Words, at: int, bound: Bound, folded: str
) -> Iterator[Bound]:
    """Ways in which the words from `at` on say the parts from `place` on, to the very end."""
    if place == len(parts) or at == len(said.texts):
        if place == len(parts) and at == len(said.texts):
            yield bound
        return
    part, word = parts[place], spelt_out(said.texts[at])
    if part in SLOTS:
        ends = possessive_ends(said, at, articles=True) if part == ONES else None
        for end in ends if ends is not None else range(at + 1, at + 1 + SLOT_WORDS):
            if end <= len(said.texts):
                filling = folded[said.starts[at] : said.ends[end - 1]]
                filled = replace(bound, slots=(*bound.slots, (part, filling)))
                yield from _rest(parts, place + 1, said, end, filled, folded)
        return
    if part in POSSESSIVES and word in POSSESSIVES and word != part:
        filled = replace(bound, slots=(*bound.slots, (part, word)))
        yield from _rest(parts, place + 1, said, at + 1, filled, folded)
    elif word == part or part in squeezed(word) or _are_alike(part, word):
        yield from _rest(parts, place + 1, said, at + 1, bound, folded)
    elif word == plural(part):
        yield from _rest(parts, place + 1, said, at + 1, replace(bound, many=True), folded)


def _are_alike(part: str, word: str) -> bool:
    if part in ("is", "are"):
        return word in ("is", "are", "was", "were")
    return part in DETERMINERS and word in DETERMINERS
