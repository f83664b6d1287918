"""How far a machine translation can be trusted, by rules that can say why."""

import re
from collections import Counter

from bridge.core.model import Lang, Status
from bridge.core.scripts import Script, count, script_of, units

MIN_UNITS = 3
"""Shorter texts may rightly come back unchanged (names, OK) or in any length."""
LOOP = 4
"""A stretch that follows itself this often in the output, and not in the source, is a loop."""
LONGEST_LOOP = 8
SHORTEST_RATIO, LONGEST_RATIO = 0.2, 4.0
"""Units out per unit in. English words per Chinese character lie around 0.65."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")

Verdict = tuple[Status, tuple[str, ...]]


def judge(source: str, output: str, source_lang: Lang, target_lang: Lang) -> Verdict:
    """Status and reasons, in words, for `output` as a translation of `source`."""
    if failure := _failure(source, output, source_lang, target_lang):
        return Status.FAILED, (failure,)
    doubts = tuple(_doubts(source, output, source_lang, target_lang))
    return (Status.SHAKY if doubts else Status.OK), doubts


def _failure(source: str, output: str, source_lang: Lang, target_lang: Lang) -> str | None:
    source_units, output_units = units(source), units(output)
    if not output.strip():
        return "the engine returned nothing"
    if len(source_units) >= MIN_UNITS and source_units == output_units:
        return "it came back untranslated"
    repeats = longest_loop(output_units)
    if repeats >= LOOP and repeats > 2 * longest_loop(source_units):
        return f"it repeats itself {repeats} times"
    scripts = count(output)
    wanted = script_of(target_lang)
    if script_of(source_lang) is not wanted and len(source_units) >= MIN_UNITS:
        right = scripts.get(wanted, 0) + (
            scripts.get(Script.HAN, 0) if wanted is Script.KANA else 0
        )
        if right < 0.3 * sum(scripts.values()):
            return "it is written in the wrong script"
    return None


def _doubts(source: str, output: str, source_lang: Lang, target_lang: Lang) -> list[str]:
    doubts: list[str] = []
    foreign = script_of(source_lang)
    if foreign is Script.HAN and script_of(target_lang) not in (Script.HAN, Script.KANA):
        left = count(output).get(Script.HAN, 0)
        if left:
            doubts.append("some words were left untranslated")
    before, after = len(units(source)), len(units(output))
    if before >= MIN_UNITS:
        ratio = after / before
        if ratio < SHORTEST_RATIO:
            doubts.append("it is much shorter than the original")
        if ratio > LONGEST_RATIO:
            doubts.append("it is much longer than the original")
    lost = Counter(_NUMBER.findall(source)) - Counter(_NUMBER.findall(output))
    # One-digit numbers are often rightly written as words.
    doubts += [f"the number {number} got lost" for number in lost if len(number) > 1]
    return doubts


def longest_loop(words: list[str]) -> int:
    """How often in a row the most repeated stretch of up to 8 units stands."""
    best = 1 if words else 0
    for size in range(1, min(LONGEST_LOOP, len(words) // 2) + 1):
        matching = 0
        for i in range(len(words) - size):
            matching = matching + 1 if words[i] == words[i + size] else 0
            best = max(best, matching // size + 1)
    return best
