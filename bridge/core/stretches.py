"""A mixed message cut into stretches of one language; a foreign word or two stay where they are."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from bridge.core.model import UND, Lang, Run, Runs
from bridge.core.particles import english_words, han_particles
from bridge.core.scripts import Script, script_of
from bridge.core.wordless import is_wordless

_JA, _ZH, _HANT = Lang("ja"), Lang("zh"), Lang("zh-Hant")

# Words of one script with the blanks between them; Chinese characters next to Kana are Japanese,
# but a の alone is Chinese for 的.
_SPAN = regex.compile(
    r"""(?P<Kana>\p{Han}*+(?:(?!の)[\p{Hiragana}\p{Katakana}]|の[\p{Hiragana}\p{Katakana}])
           [\p{Han}\p{Hiragana}\p{Katakana}ー]*+)
      | (?P<Han>[\p{Han}の]++(?:[ ·、\p{N}]++[\p{Han}の]++)*+)
      | (?P<Hangul>\p{Hangul}++(?:[ ]\p{Hangul}++)*+)
      | (?P<Cyrillic>[\p{Cyrillic}\p{M}]++(?:[ ][\p{Cyrillic}\p{M}]++)*+)
      | (?P<Arabic>[\p{Arabic}\p{M}]++(?:[ ][\p{Arabic}\p{M}]++)*+)
      | (?P<Latin>\p{N}*+\p{Latin}[\p{Latin}\p{M}\p{N}]*+
           (?:[ ]?[-'’&/ ][ ]?\p{Latin}[\p{Latin}\p{M}\p{N}]*+|[ ]\p{N}++(?=[ ]\p{Latin}))*+)
      | (?P<other>[\p{L}\p{M}]++(?:[ ][\p{L}\p{M}]++)*+)""",
    regex.VERBOSE,
)
_ENDED = regex.compile(r"[。.！!？?；;…~～\n]")
_PAUSED = regex.compile(r"[，,：:()（）—\"“”\ufffc]")
_OPENING = regex.compile(r"[(（“‘「『《〈【\[#$¥€]+$")
_HIDDEN = "\ufffc"

# What a change of language costs, in words: less at a pause, and next to nothing after a sentence.
# Where the message is in the reader's own language, taking foreign words out of it does no harm,
# but the reader's own words are not to end up among those that are translated.
_TOLL, _TOLL_AT_HOME, _TOLL_AT_PAUSE, _TOLL_AT_END = 2.5, 1.8, 1.2, 0.5
_OWN = 1.5
# What words weigh against a word or a Chinese particle, which is 1: a word of a name, or 9am; a
# character of Chinese; four of them, which are no longer a word; a word of scripts that nobody
# sprinkles; a single word at most; and laughter, which no engine should see.
_NAME, _CHARACTER, _PHRASE, _OTHER, _SINGLE, _LAUGH = 0.5, 0.5, 1.0, 2.0, 1.5, 3.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a message in one language; one in the reader's own, or `und`, stays as typed."""

    runs: Runs
    lang: Lang


@dataclass(frozen=True, slots=True)
class _Span:
    """Words of one script and where they begin; `lang` is what they would be in by themselves."""

    start: int
    text: str
    script: Script
    lang: Lang

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + len(self.text)


def stretches(runs: Runs, lang: Lang, target: Lang) -> tuple[Stretch, ...]:
    """`runs` of a message in `lang` cut for readers of `target`; all runs together are the input's.

    The cut is the cheapest one: a span read as part of another language costs what it weighs, a
    change of language its toll. Protected runs stay with what stands before them.
    """
    text = "".join(run.text if run.kind is None else _HIDDEN * len(run.text) for run in runs)
    spans = []
    for each in _SPAN.finditer(text):
        script = Script(each.lastgroup or "other")
        spans.append(_Span(each.start(), each.group(), script, _lang(script, lang, target)))
    if len({span.lang for span in spans}) < 2:
        return (Stretch(runs, lang),)
    return tuple(_cut(runs, list(_bounds(text, spans, _cheapest(text, spans, lang, target)))))


def _lang(script: Script, lang: Lang, target: Lang) -> Lang:
    """What words of this script are in, within a message in `lang`."""
    if script_of(lang) is script or (lang == _JA and script is Script.HAN):
        return lang
    match script:
        case Script.HAN:
            return _HANT if target == _HANT else _ZH
        case Script.KANA:
            return _JA
        case Script.HANGUL:
            return Lang("ko")
        case Script.LATIN:
            return Lang("en")
        case _:
            return target if script_of(target) is script else UND


def _cheapest(text: str, spans: list[_Span], lang: Lang, target: Lang) -> list[Lang]:
    """The language of each span on the cheapest way through all of them."""
    home = lang == target
    langs = list(dict.fromkeys(span.lang for span in spans))
    cost = dict.fromkeys(langs, 0.0)
    came: list[dict[Lang, Lang]] = []
    for before, span in zip([None, *spans], spans, strict=False):
        toll = _toll(text[before.end : span.start], home) if before else _TOLL
        foreign = _weight(span) * (_OWN if home and span.lang == target else 1.0)
        came.append({})
        following = {}
        for each in langs:
            other = min((one for one in langs if one != each), key=lambda one: cost[one])
            # Of two ways at the same price, the one that changes later.
            changes = cost[other] + toll <= cost[each]
            came[-1][each] = other if changes else each
            price = cost[other] + toll if changes else cost[each]
            following[each] = price + (0.0 if each == span.lang else foreign)
        cost = following
    way = [min(langs, key=lambda each: cost[each])]
    for steps in reversed(came[1:]):
        way.append(steps[way[-1]])
    return way[::-1]


def _weight(span: _Span) -> float:
    """What it costs to read the span as a part of something in another language."""
    if is_wordless(span.text):
        return _LAUGH
    words = span.text.split()
    match span.script:
        case Script.HAN:
            phrase = _PHRASE if len(span.text) >= 4 else 0.0
            return _CHARACTER * len(span.text) + han_particles(span.text) + phrase
        case Script.KANA:
            return _CHARACTER * len(span.text)
        case Script.LATIN:
            known = english_words(span.text)
            if not known and not any(word.islower() and word.isalpha() for word in words):
                return _NAME * len(words)
            return len(words) + known if len(words) > 1 else min(1 + known, _SINGLE)
        case _:
            return _OTHER * len(words)


def _toll(between: str, home: bool) -> float:
    """What it costs to change the language where `between` stands."""
    if _ENDED.search(between):
        return _TOLL_AT_END
    toll = _TOLL_AT_HOME if home else _TOLL
    return min(toll, _TOLL_AT_PAUSE) if _PAUSED.search(between) else toll


def _bounds(text: str, spans: list[_Span], langs: list[Lang]) -> Iterator[tuple[int, Lang]]:
    """Where each stretch begins, and its language; opening marks belong to what they open."""
    yield 0, langs[0]
    told = zip(itertools.pairwise(spans), itertools.pairwise(langs), strict=True)
    for (before, span), (last, lang) in told:
        if lang != last:
            opening = _OPENING.search(text, before.end, span.start)
            yield opening.start() if opening else span.start, lang


def _cut(runs: Runs, bounds: list[tuple[int, Lang]]) -> Iterator[Stretch]:
    """The runs from each bound to the next; a bound inside a term or a link waits for its end."""
    place = 0
    left = list(reversed(runs))
    for (_, lang), following in itertools.zip_longest(bounds, bounds[1:]):
        end = following[0] if following else sum(len(run.text) for run in runs)
        taken: list[Run] = []
        while left and place < end:
            run = left.pop()
            size = len(run.text)
            if run.kind is None and run.entry is None and place + size > end:
                size = end - place
                left.append(replace(run, text=run.text[size:]))
            taken.append(replace(run, text=run.text[:size]))
            place += size
        if taken:
            yield Stretch(tuple(taken), lang)
