"""Find what an engine said again and again though nobody had."""

import itertools
from collections import Counter
from collections.abc import Sequence

import regex

from bridge.core.scripts import units

LONGEST_LOOP = 8
"""Units in the longest stretch that is looked for."""

_SOUNDS = frozenset("哈呵嘿嘻啊呀哎唉嗯哦噢呜喵汪嘎咯啦滴嘟咚砰") | {
    "ha",
    "hah",
    "haha",
    "ah",
    "oh",
}
"""Laughter and noises go on as long as they please."""
_NEVER_DOUBLED = frozenset(
    "的了在我你他她它这那有没就都要到说得为也与被把给从能以之而但因所用中着地很吗呢么吧们"
    "二四五六七九"
)
"""Chinese doubles much (看看, 慢慢, 整整), but not these."""
_WELL_TRIPLED = frozenset("对是来快好不走行停别冲赢滚买吃喝爱想").union(_SOUNDS)
_SAID_TWICE = frozenset(
    "ha hah haha hee no yes yeah very really so bye go knock night that had too far many much wow "
    "oh ah la ho hey please now never long again there and ok okay good boo tut yum chop come wait "
    "on out up down in by well more step slow slowly day tomorrow".split()
)
_SAID_AT_WILL = _SAID_TWICE | _WELL_TRIPLED
_CLAUSE = regex.compile(r"[\p{P}\p{S}\n]+(?<!['’-])")


def longest_loop(words: Sequence[str]) -> int:
    """How often in a row the most repeated stretch of up to 8 units stands; noises count once."""
    quiet = [word for word in words if word not in _SOUNDS]
    best = 1 if words else 0
    for size in range(1, min(LONGEST_LOOP, len(quiet) // 2) + 1):
        matching = 0
        for i in range(len(quiet) - size):
            matching = matching + 1 if quiet[i] == quiet[i + size] else 0
            best = max(best, matching // size + 1)
    return best


def stutters(text: str) -> int:
    """How many stretches of up to six units say at once again what no language does: `the the`,
    `的的`, but not `very very` or `慢慢`."""
    return sum(_stutters(units(clause)) for clause in _CLAUSE.split(text))


def echoes(text: str) -> int:
    """How many pairs of neighbouring units come back within their clause, beyond the first time:
    a loop with gaps (`to Beijing to Beijing`)."""
    return sum(_echoes(units(clause)) for clause in _CLAUSE.split(text))


def _stutters(words: Sequence[str]) -> int:
    found = at = 0
    while at < len(words) - 1:
        size = next((n for n in range(1, 7) if _said_again(words, at, n)), 0)
        found += bool(size)
        at += size or 1
    return found


def _said_again(words: Sequence[str], at: int, size: int) -> bool:
    once = words[at : at + size]
    if once != words[at + size : at + 2 * size]:
        return False
    if size > 1 or not _is_han(once[0]):
        return not _SAID_AT_WILL.issuperset(once)
    tripled = words[at + 2 : at + 3] == once
    return once[0] in _NEVER_DOUBLED or (tripled and once[0] not in _WELL_TRIPLED)


def _echoes(words: Sequence[str]) -> int:
    pairs = Counter(
        pair
        for pair in itertools.pairwise(words)
        # Pairs of little words (`to the`) come back in any sentence.
        if (_is_han(pair[0]) or len(pair[0] + pair[1]) > 6) and not _SAID_AT_WILL.issuperset(pair)
    )
    return sum(count - 1 for count in pairs.values())


def _is_han(word: str) -> bool:
    return "一" <= word[0] <= "鿿"
