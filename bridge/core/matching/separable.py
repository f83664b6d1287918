"""Finds Chinese verbs and their objects when words stand between them: 吃了他的醋 for 吃醋."""

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_BETWEEN = 8
"""So many characters may stand between a verb and its object."""
_ASPECT = "(?:[了过着起完尽够足到上得]|不了|不到|不起)"
_NUMBER = "(?:[一两几半多三好大小哪这那][一几]?)"
_MEASURE = "(?:点儿|肚子|股子|坛子|回|次|个|点|些|场|顿|口|把|番|通|笔|层|种|番|下|声|道|碗|天|年)"
_WHO = "(?:自己|别人|人家|大家|我们|你们|他们|她们|咱们|[我你您他她它谁咱人])"
_WHAT = "(?:什么|啥|哪门子|怎样|多少|多大)"
_HOW = "(?:[大小老闷干飞倒新这那]|不少|很多|太多|许多|几多)"
# 吃了醋, 吃一点醋, 吃我的醋, 吃小王的醋, 吃什么醋, 吃了一大口醋; 吃吃醋 is seen to below.
_BETWEEN = re.compile(
    rf"{_ASPECT}?(?:{_WHO}(?:的|这个|那个|一[个下把])?|{_WHAT}的?|\w{{1,6}}的)?"
    rf"(?:{_NUMBER}?{_MEASURE})?的?{_HOW}?"
)
_NOTHING = re.compile("的|得")
# 醋都不吃, 什么醋也吃, 忙帮不上.
_TURNED = re.compile(r"(?:[都也就却]|一点也|一点都)(?:[不没要肯能敢会想爱]{1,2}|不肯|没少)?")


class Separables(Generic[T]):
    """Folded verbs of one character with their objects; filled once, then only read."""

    def __init__(self) -> None:
        self._objects: dict[str, list[tuple[str, T]]] = {}
        self._verbs: dict[str, list[tuple[str, T]]] = {}
        self._chars: set[str] = set()

    def add(self, spelling: str, found: T) -> None:
        """Let `found` be found where the first character and the rest of `spelling` stand apart."""
        if len(spelling) > 1:
            self._chars.update(spelling[:2])
            self._objects.setdefault(spelling[0], []).append((spelling[1:], found))
            self._verbs.setdefault(spelling[1], []).append((spelling, found))

    def found(self, text: str) -> Iterator[tuple[int, int, T]]:
        """What stands apart in a folded text, with its start and end."""
        if not self._objects or self._objects.keys().isdisjoint(text):
            return
        for at in [at for at, char in enumerate(text) if char in self._chars]:
            char = text[at]
            for rest, found in self._objects.get(char, ()):
                if end := _behind(text, at, rest):
                    yield at, end, found
            for whole, found in self._verbs.get(char, ()):
                if end := _turned(text, at, whole):
                    yield at, end, found


def _behind(text: str, at: int, rest: str) -> int:
    """Where `rest` ends if it stands behind the verb at `at`, words in between; else 0."""
    verb = text[at]
    start = text.find(rest, at + 2, at + 2 + MOST_BETWEEN + len(rest))
    while start > 0:
        between = text[at + 1 : start].removeprefix("一").removeprefix(verb)
        if _BETWEEN.fullmatch(between) and not _NOTHING.fullmatch(between):
            return start + len(rest)
        start = text.find(rest, start + 1, at + 2 + MOST_BETWEEN + len(rest))
    return 0


def _turned(text: str, at: int, whole: str) -> int:
    """Where the verb ends if its object stands before it at `at`, as in 什么醋都吃; else 0."""
    end = at + len(whole) - 1
    if text[at:end] != whole[1:]:
        return 0
    found = _TURNED.match(text, end)
    if found and text[found.end() : found.end() + 1] == whole[0]:
        return found.end() + 1
    return 0
