"""Finds the words of a translation that render a glossary entry, so that its note opens there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bridge.core.fold import fold
from bridge.core.matching.english import words
from bridge.core.matching.inflect import stem
from bridge.core.model import EntryId, Run, Runs

_HAN = re.compile(r"[\u3400-\u9fff]")
_CHARACTER = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
# A gloss gives several ways to say it, and remarks: “unbelievable, beyond imagining (mild)”.
_PARTS = re.compile(r"[,;:.!?()，；：、（）…。！？“”\"]+")
_LEADING = re.compile(r"^(?:to|be|a|an|the|someone|somebody|something|it's|it is) ")
_SMALL = frozenset(
    """a an the to of in on at by for with from and or but so as is are was were be been being am i
    you he she it we they me him her us them my your his its our their this that these those do
    does did have has had will would can could not very too just really also there here one 's 'm
    're 'll 've 'd myself yourself himself herself
    itself get got go what who if all some any up out""".split()
)
_SMALL_CHARACTERS = frozenset(
    "的了是在我你他她它们很就都也吧吗呢啊呀哦着过地得不一有个这那和与给把被会要能"
)
_NEVER_FIRST = frozenset("的了着地得吗吧呢")
_LEAST = 0.3
"""How much a small word counts beside a word with meaning."""
_ENOUGH = 0.68
"""How alike (0 to 1) a stretch must be to a way of saying it."""


@dataclass(frozen=True, slots=True)
class _Token:
    """One word (or Chinese character) in the form that is compared, and where it stands."""

    text: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Found:
    """`entry` is rendered by `start:end`, how surely."""

    score: float
    start: int
    end: int
    entry: EntryId


def mark(output: str, wanted: Sequence[tuple[EntryId, tuple[str, ...]]]) -> Runs:
    """The translation as runs. Each entry stands on the words that render it, where one of the ways
    in which it may be rendered is recognised; on none rather than on wrong ones.

    A way is the plain form translated alone, the equivalent, or the gloss.
    """
    tokens = _tokens(output)
    found = [hit for entry, ways in wanted if (hit := _best(output, tokens, entry, ways))]
    found.sort(key=lambda hit: hit.score, reverse=True)
    taken: list[_Found] = []
    for hit in found:
        if all(hit.end <= other.start or hit.start >= other.end for other in taken):
            taken.append(hit)
    runs: list[Run] = []
    done = 0
    for hit in sorted(taken, key=lambda each: each.start):
        if hit.start > done:
            runs.append(Run(output[done : hit.start]))
        runs.append(Run(output[hit.start : hit.end], entry=hit.entry))
        done = hit.end
    if done < len(output):
        runs.append(Run(output[done:]))
    return tuple(runs)


def _best(
    output: str, tokens: list[_Token], entry: EntryId, ways: tuple[str, ...]
) -> _Found | None:
    """The stretch most like any of the ways; none when it is not enough, or stands there twice."""
    best: list[_Found] = []
    alike = _alike_characters if _HAN.search(output) else _alike_words
    for way in dict.fromkeys(part for each in ways for part in _parts(each)):
        for score, first, last in alike(output, tokens, _tokens(way)):
            hit = _Found(score, tokens[first].start, tokens[last].end, entry)
            if not best or hit.score > best[0].score:
                best = [hit]
            elif hit.score == best[0].score and hit not in best:
                best.append(hit)
    if len(best) > 1 and any(other.start >= best[0].end for other in best[1:]):
        return None
    return max(best, key=lambda hit: hit.end - hit.start, default=None)


def _parts(way: str) -> Iterator[str]:
    """The whole way, and what stands between its commas."""
    yield way
    for part in _PARTS.split(way):
        short = _LEADING.sub("", part.strip())
        if short and short != way:
            yield short


def _alike_words(
    output: str, tokens: list[_Token], sought: list[_Token]
) -> Iterator[tuple[float, int, int]]:
    """Stretches of words that are alike enough by Dice's measure, with score, first and last token.

    A stretch begins and ends with a word that is sought, and does not reach over a comma.
    """
    wanted = Counter(token.text for token in sought)
    weight = sum(each.weight for each in sought)
    for first, token in enumerate(tokens):
        left = wanted.copy()
        shared = own = 0.0
        for last in range(first, min(len(tokens), first + len(sought) + 3)):
            here = tokens[last]
            if last > first and _PARTS.search(output[tokens[last - 1].end : here.start]):
                break
            own += here.weight
            if left[here.text] <= 0:
                if last == first:
                    break
                continue
            left[here.text] -= 1
            shared += here.weight
            score = 2 * shared / (own + weight)
            if (
                score >= _ENOUGH
                and shared >= 1
                and (score == 1 or token.weight == here.weight == 1)
            ):
                yield score, first, last


def _alike_characters(
    output: str, tokens: list[_Token], sought: list[_Token]
) -> Iterator[tuple[float, int, int]]:
    """Stretches of characters that stand in what is sought just so, and are most of it."""
    weight = sum(each.weight for each in sought)
    for first, token in enumerate(tokens):
        if token.text in _NEVER_FIRST:
            continue
        for begin in range(len(sought)):
            size = 0
            while (
                first + size < len(tokens)
                and begin + size < len(sought)
                and tokens[first + size].text == sought[begin + size].text
                and (size == 0 or tokens[first + size].start == tokens[first + size - 1].end)
            ):
                size += 1
            score = sum(each.weight for each in tokens[first : first + size]) / (weight or 1)
            if score >= _ENOUGH and (size > 1 or len(sought) == 1):
                yield score, first, first + size - 1


def _tokens(text: str) -> list[_Token]:
    folded = fold(text, {})
    if _HAN.search(text):
        return [
            _Token(
                found[0],
                folded.places[found.start()],
                folded.places[found.end() - 1] + 1,
                _LEAST if found[0] in _SMALL_CHARACTERS else 1,
            )
            for found in _CHARACTER.finditer(folded.text)
        ]
    said = words(folded.text)
    return [
        _Token(
            stem(word),
            folded.places[start],
            folded.places[end - 1] + 1,
            _LEAST if word in _SMALL else 1,
        )
        for word, start, end in zip(said.texts, said.starts, said.ends, strict=True)
    ]
