"""Translates a sentence that is nothing but one glossary term, from what its note says."""

import re
from collections.abc import Callable

from bridge.core.crossing.plainly import stands_for
from bridge.core.glossary import Entry
from bridge.core.matching.inflect import is_verb
from bridge.core.model import EntryId, Lang, Runs

_AROUND = re.compile(r"[\s\W_]*")
_AFTER = re.compile(r"[了吧啊呀呢哈嘛哦啦]{0,2}(?P<marks>[^\w]*)")
_MARKS = str.maketrans({"！": "!", "？": "?", "。": ".", "，": ",", "～": "~"})
_CHINESE_MARKS = str.maketrans({"!": "！", "?": "？", ".": "。", ",": "，"})
# Remarks about a term are no translation of it.
_REMARK = re.compile(
    r"[“”\"]|\b(?:often|mostly|sometimes|looks|sounds|somebody|someone|one's)\b|……"
)
_ASIDE = re.compile(r"\s*[（(][^）)]*[）)]")
_PARTS = re.compile(r"\s*[,;:]\s*")
MOST_WORDS = 6
MOST_WORDS_OF_SEVERAL = 4
MOST_CHARACTERS = 12
"""Up to this length a gloss can be said in place of the term."""
_SAID = frozenset({"idiom", "slang", "number"})
"""Kinds of entries whose notes say the same thing; others describe it: a festival, an emoji."""


def alone(runs: Runs, entry: Callable[[EntryId], Entry | None], lang: Lang) -> str | None:
    """The equivalent, or a short gloss, of the only term of a sentence, in the reader's `lang`;
    None when the sentence says more, or the note has nothing that could be said instead."""
    places = [place for place, run in enumerate(runs) if run.entry is not None]
    if len(places) != 1:
        return None
    run = runs[places[0]]
    before = "".join(each.text for each in runs[: places[0]])
    after = "".join(each.text for each in runs[places[0] + 1 :])
    ending = _AFTER.fullmatch(after)
    known = entry(run.entry) if run.entry else None
    if known is None or known.kind not in _SAID or ending is None or not _AROUND.fullmatch(before):
        return None
    told = known.explanation(lang)
    if told is None or not stands_for(known, run.text):
        return None
    said = _ASIDE.sub("", told.equivalent) if told.equivalent else _short(told.gloss, lang)
    return said and _as_sentence(said, ending["marks"], lang)


def _short(gloss: str, lang: Lang) -> str | None:
    """What a gloss says in a few words: the whole of it, or the first of several short ways."""
    gloss = _ASIDE.sub("", gloss).removeprefix("to ")
    if _REMARK.search(gloss):
        return None
    if lang.startswith("zh"):
        said = gloss.partition("；")[0]
        return said if len(said) <= MOST_CHARACTERS else None
    ways = _PARTS.split(gloss)
    long = MOST_WORDS if len(ways) == 1 else MOST_WORDS_OF_SEVERAL
    return ways[0] if all(len(way.split()) <= long for way in ways) else None


def _as_sentence(said: str, marks: str, lang: Lang) -> str:
    if lang.startswith("zh"):
        return said.rstrip("。！？") + marks.translate(_CHINESE_MARKS)
    first, _, rest = said.partition(" ")
    if first == "to" and is_verb(rest.partition(" ")[0]):
        said = rest
    said = said.rstrip(".!")
    marks = marks.translate(_MARKS)
    return said[0].upper() + said[1:] + (marks if not said.endswith("?") else "")
