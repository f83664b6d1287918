"""How far a machine translation can be trusted, by rules that can say why.

The figures were fitted on one half of the labelled outputs in `tests/quality/`, and what they
are worth was measured on the other.
"""

from collections import Counter

from bridge.core.judging.doubts import MIN_UNITS, doubts
from bridge.core.judging.loops import longest_loop
from bridge.core.model import Lang, Status
from bridge.core.scripts import Script, count, script_of, units

LOOP = 4
"""A stretch that follows itself this often in the output, and not in the source, is a loop."""
SURE, GUESSED = -0.65, -0.85
"""Mean log probability per token below which a model was not sure, or only guessed."""
SURE_HAN, GUESSED_HAN = -0.8, -1.1
"""The same for Chinese output: there are more ways to say it well, so each is less probable."""
DOUBT = 0.25
"""What one doubt takes from the score."""
UNSCORED = -0.3
"""The score taken for an engine that gives none."""
SAME = 0.6
"""Overlap with the way back from which a Chinese source, if only unsure of, is trusted."""
OTHER = 0.1
"""Overlap up to which the way back says something else. Both hold for Chinese sources: English
comes back much alike even from word-for-word rubbish, so there the way back proves nothing."""

UNSURE = "the machine was not sure of it"
GUESS = "the machine was guessing"
ASTRAY = "translated back, it says something else"

Verdict = tuple[Status, tuple[str, ...]]


def judge(
    source: str, output: str, source_lang: Lang, target_lang: Lang, score: float | None = None
) -> Verdict:
    """Status and reasons, in plain English words, for `output` as a translation of `source`.

    `score` is the engine's mean log probability per token, None when it gives none.
    """
    if failure := _failure(source, output, source_lang, target_lang):
        return Status.FAILED, (failure,)
    found = doubts(source, output, source_lang, target_lang)
    han = script_of(target_lang) is Script.HAN
    sure, guessed = (SURE_HAN, GUESSED_HAN) if han else (SURE, GUESSED)
    unsure = score is not None and score < sure
    weighed = (UNSCORED if score is None else score) - DOUBT * len(found)
    if weighed < guessed:
        return Status.FAILED, (*found, GUESS) if unsure else tuple(found)
    if unsure:
        found.append(UNSURE)
    return (Status.SHAKY if found else Status.OK), tuple(found)


def tells_back(lang: Lang) -> bool:
    """Whether the way back into `lang` says anything about a translation."""
    return script_of(lang) is Script.HAN


def judge_back(source: str, back: str, lang: Lang, verdict: Verdict) -> Verdict:
    """`verdict` once the translation was translated back: `back`, in the source's own `lang`."""
    if not tells_back(lang) or len(units(source)) < MIN_UNITS:
        return verdict
    status, reasons = verdict
    same = overlap(source, back)
    if reasons == (UNSURE,) and same >= SAME:
        return Status.OK, ()
    if status is Status.OK and same <= OTHER:
        return Status.SHAKY, (ASTRAY,)
    return verdict


def overlap(one: str, other: str) -> float:
    """The share of pairs of neighbouring letters or characters that two texts have in common,
    0 to 1 (Dice), blind to case and punctuation."""
    left, right = _pairs(one), _pairs(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _pairs(text: str) -> Counter[str]:
    # Between words of letters the blank counts; Chinese characters stand alone.
    spaced = "".join(unit if len(unit) == 1 else f" {unit} " for unit in units(text))
    letters = " ".join(spaced.split())
    return Counter(letters[at : at + 2] for at in range(len(letters) - 1))


def _failure(source: str, output: str, source_lang: Lang, target_lang: Lang) -> str | None:
    before, after = units(source), units(output)
    if not output.strip():
        return "the engine returned nothing"
    if len(before) >= MIN_UNITS and before == after:
        return "it came back untranslated"
    repeats = longest_loop(after)
    if repeats >= LOOP and repeats > 2 * longest_loop(before):
        return f"it repeats itself {repeats} times"
    if len(before) >= MIN_UNITS and _in_wrong_script(output, source_lang, target_lang):
        return "it is written in the wrong script"
    return None


def _in_wrong_script(output: str, source_lang: Lang, target_lang: Lang) -> bool:
    scripts = count(output)
    wanted = script_of(target_lang)
    if script_of(source_lang) is wanted:
        return False
    right = scripts.get(wanted, 0) + (scripts.get(Script.HAN, 0) if wanted is Script.KANA else 0)
    return right < 0.3 * sum(scripts.values())
