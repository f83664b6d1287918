"""What stands between the stretches that an engine sees: marks and blanks."""

import itertools

import regex

from bridge.core.crossing.wording import Parts, Wording
from bridge.core.model import Lang, Run, RunKind, Runs
from bridge.core.scripts import Script, script_of

# What stands alone between two links never sees the engine, which would have written it so.
_NARROW = str.maketrans("，。！？；：、（）", ",.!?;:,()")
_CUT = regex.compile(r"(?<=[，；：、])(?!$)|(?<=[,;:])(?=\s|\p{Han})|(?<=\p{Han}) (?=\p{Han})")
_CRUMB = 1
"""Letters; a cut that leaves so few says nothing by itself."""
_LIKE_WORDS = frozenset({RunKind.LINK, RunKind.MENTION, RunKind.CODE, RunKind.TAG})


def is_spaced(target: Lang) -> bool:
    """Whether the language puts blanks between words."""
    return script_of(target) not in (Script.HAN, Script.KANA)


def narrowed(text: str, target: Lang) -> str:
    """Full-width marks as the target language writes them; Chinese and Japanese keep them."""
    return text.translate(_NARROW) if is_spaced(target) else text


def at_commas(way: Parts) -> Parts:
    """The wordings cut at commas and the like, each piece a wording of its own. One that holds
    stand-ins, or would leave crumbs, stays whole."""
    found: list[Wording | Runs] = []
    for part in way:
        if not isinstance(part, Wording) or part.stand_ins:
            found.append(part)
            continue
        cuts = [0, *(cut.start() for cut in _CUT.finditer(part.text)), len(part.text)]
        pieces = [part.text[a:b] for a, b in itertools.pairwise(cuts)]
        if all(sum(map(str.isalnum, piece)) > _CRUMB for piece in pieces):
            found += [Wording(piece, (), goes_on=True) for piece in pieces[:-1]]
            found.append(Wording(pieces[-1], (), part.goes_on))
        else:
            found.append(part)
    return tuple(found)


def set_apart(runs: Runs, target: Lang) -> Runs:
    """Blanks where two words would run together in a language that has them: Chinese around a
    link, or two of its clauses, stood without."""
    if not is_spaced(target):
        return runs
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.text and run.text and _ends_word(last) and _starts_word(run):
            found.append(Run(" "))
        found.append(run)
    return tuple(found)


def _ends_word(run: Run) -> bool:
    last = run.text[-1]
    return run.kind in _LIKE_WORDS or last.isalnum() or last in ",;:.!?)"


def _starts_word(run: Run) -> bool:
    return run.kind in _LIKE_WORDS or run.text[0].isalnum()
