"""Find everyday words of a text that its translation has no counterpart for."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bridge.core.judging.anchor_words import TABLE
from bridge.core.model import Lang
from bridge.core.scripts import units

_LINE = re.compile(r"^(.*?)(?:\((.*?)\))? = (.*?)(?:\((.*?)\))?$", re.MULTILINE)
_TRAPS = (
    "他妈的 妈的 妈呀 狗屎 单身狗 热狗 猫腻 雪糕 雪碧 雪白 蛋糕 奶奶 小孩子气 小朋友 朋友圈 "
    "流浪狗 狗改不了 狗粮 熊猫 夜猫子 猫粮 猫砂 姐妹 今天天 舔狗 冰雪"
)
"""Where a word of the table is none: longer words that hold one."""


@dataclass(frozen=True, slots=True)
class _Anchors:
    """`demands`: a word, and the line it stands in. `accepts`: per line, what will do there."""

    demands: Mapping[str, int]
    accepts: tuple[frozenset[str], ...]


@functools.cache
def _anchors(lang: str) -> _Anchors:
    demands: dict[str, int] = {}
    accepts = []
    for at, (zh, zh_also, en, en_also) in enumerate(_LINE.findall(TABLE)):
        strict, also = (zh, zh_also) if lang == "zh" else (en, en_also)
        demands |= dict.fromkeys(strict.split(), at)
        accepts.append(frozenset((*strict.split(), *also.split())))
    return _Anchors(demands, tuple(accepts))


@functools.cache
def _chinese() -> re.Pattern[str]:
    words = sorted(_anchors("zh").demands, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(_TRAPS.split())})|({'|'.join(words)})")


def lost(source: str, output: str, source_lang: Lang, target_lang: Lang) -> list[str]:
    """Words of `source` that have no counterpart in `output`, in order, each once. Only for
    Chinese and English; elsewhere nothing is known."""
    if {source_lang, target_lang} != {"zh", "en"}:
        return []
    wanted: dict[int, str] = {}
    for word, line in _demanded(source, source_lang):
        wanted.setdefault(line, word)
    accepts = _anchors(target_lang).accepts
    if target_lang == "zh":
        return [word for at, word in wanted.items() if not any(a in output for a in accepts[at])]
    words = {unit.removesuffix("'s") for unit in units(output.replace("’", "'"))}
    there = words | {word.removesuffix("s") for word in words}
    return [word for at, word in wanted.items() if not there & accepts[at]]


def _demanded(text: str, lang: Lang) -> list[tuple[str, int]]:
    demands = _anchors(lang).demands
    if lang == "zh":
        found = (match[1] for match in _chinese().finditer(text))
        return [(word, demands[word]) for word in found if word]
    words = (unit.removesuffix("'s") for unit in units(text.replace("’", "'")))
    return [(word, demands[word]) for word in words if word in demands]
