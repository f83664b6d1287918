"""Words that a community does not want said: what each list holds, and where a text says one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, product

import regex

from bridge.core.model import Lang
from bridge.core.scripts import script_of
from bridge.core.wordfold import DENSE, Folded, WordFold, is_dense

COVER = "＊"
MOST_ROUNDS = 8
"""Words that stand around covered words are covered in turn. Who nests more of them than this
wants to keep us busy: all that they wrote is covered."""
Span = tuple[int, int]
Found = tuple[int, int, "Treatment"]


class Treatment(StrEnum):
    """What happens to a text with the word in it."""

    HOLD = "hold"
    """It waits for a moderator."""
    MASK = "mask"
    """It goes out with the word covered."""


@dataclass(frozen=True, slots=True)
class ListedWord:
    """A word or phrase, and what is done about it."""

    text: str
    act: Treatment


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the lists say of a text: `held` when a moderator must see it, `text` with the words
    covered that need no moderator, `covered` with all of them."""

    held: bool
    text: str
    covered: str


_SAID = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_WORD = regex.compile(rf"[[\p{{L}}\p{{N}}\p{{M}}]--[{DENSE}]]+", regex.V1)
# An apostrophe is no sign between letters: `he'll` is not `hell`.
_CHUNK = regex.compile(rf"[^\s'’{DENSE}]+")
_SWAPS = str.maketrans({"1": "i", "3": "e", "4": "a", "5": "s", "0": "o", "7": "t"})
_SIGNS = str.maketrans({"@": "a", "$": "s", "!": "i", "|": "i", "€": "e"})
_STRETCHED = regex.compile(r"(.)\1{2,}")
# A sentence that ends keeps its last character apart from the next one's first.
_STOP = regex.compile(r"[。！？，、；：,!?;:\n]")


class WordList:
    """Finds the listed words of one language. `cut` cuts Chinese into words."""

    def __init__(
        self, words: Iterable[ListedWord], fold: WordFold, cut: Callable[[str], Iterable[str]]
    ) -> None:
        self._cut = cut
        # A text has fewer places, and a list fewer lengths, than a list has words.
        self._dense: dict[str, Treatment] = {}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._spaced: dict[tuple[str, ...], Treatment] = {}
        self._joined: dict[str, Treatment] = {}
        # Holding back goes before covering, where one word is listed with both.
        for word in sorted(words, key=lambda each: each.act is Treatment.HOLD):
            folded = fold(word.text).text
            if is_dense(folded):
                dense = "".join(_SAID.findall(folded))
                self._dense[dense] = word.act
                lengths[dense[0]].add(len(dense))
            elif said := tuple(_forms(each)[0] for each in _WORD.findall(folded)):
                self._spaced[said] = word.act
                self._joined["".join(said)] = word.act
        self._longest = max(map(len, self._spaced), default=0)
        self._dense_lengths = {first: sorted(each) for first, each in lengths.items()}
        self._spelt_lengths = sorted({len(each) for each in self._joined} - {1, 2})

    def find(self, folded: Folded) -> Iterator[tuple[Span, Treatment]]:
        """Where a listed word stands, in places of the original text."""
        ways = (self._words, self._chunks, self._spelt, self._inside)
        for start, end, act in chain.from_iterable(way(folded.text) for way in ways):
            yield folded.span(start, end), act

    def _words(self, text: str) -> Iterator[Found]:
        """Whole words and phrases, whatever stands between the words of a phrase."""
        tokens = list(_WORD.finditer(text)) if self._spaced else []
        said = [_forms(token.group()) for token in tokens]
        for first, token in enumerate(tokens):
            for last in range(first, min(first + self._longest, len(tokens))):
                for phrase in set(zip(*said[first : last + 1], strict=True)):
                    if (act := self._spaced.get(phrase)) is not None:
                        yield token.start(), tokens[last].end(), act

    def _chunks(self, text: str) -> Iterator[Found]:
        """`fu.ck` and `$h!t`: signs between letters, or in place of them."""
        for chunk in _CHUNK.finditer(text) if self._joined else ():
            said = chunk.group()
            for bare in () if said.isalnum() else {said, said.translate(_SIGNS)}:
                words = list(_WORD.finditer(bare))
                for form in _forms("".join(word.group() for word in words)):
                    if (act := self._joined.get(form)) is not None:
                        yield chunk.start() + words[0].start(), chunk.start() + words[-1].end(), act

    def _spelt(self, text: str) -> Iterator[Found]:
        """`b a d` and `b.a.d`: letter by letter."""
        for letters in _letter_by_letter(text) if self._joined else ():
            said = "".join(each.group() for each in letters).translate(_SWAPS)
            for start, length in product(range(len(said)), self._spelt_lengths):
                if (act := self._joined.get(said[start : start + length])) is not None:
                    last = min(start + length, len(said)) - 1
                    yield letters[start].start(), letters[last].end(), act

    def _inside(self, text: str) -> Iterator[Found]:
        """Chinese and the like: signs and blanks between the characters or not, but within one
        sentence."""
        start = 0
        for part in _STOP.split(text) if self._dense else ():
            places = [start + at for at, char in enumerate(part) if _SAID.match(char)]
            said = "".join(text[at] for at in places)
            pieces: list[Span] = []
            for at, char in enumerate(said):
                for end in (at + length for length in self._dense_lengths.get(char, ())):
                    if (act := self._dense.get(said[at:end])) is None or end > len(said):
                        continue
                    pieces = pieces or _pieces(self._cut(said))
                    if _stands(said, at, end, pieces):
                        yield places[at], places[end - 1] + 1, act
            start += len(part) + 1


class WordFilter:
    """The lists of all languages together."""

    def __init__(
        self,
        lists: Mapping[Lang, Iterable[ListedWord]],
        fold: WordFold,
        cut: Callable[[str], Iterable[str]],
    ) -> None:
        self._fold = fold
        self._lists = {lang: WordList(words, fold, cut) for lang, words in lists.items() if words}

    def spoken(self, text: str) -> Verdict:
        """What somebody wrote: every list is read, because the client says the language."""
        return self._judge(text, tuple(self._lists.values()))

    def rendered(self, text: str, lang: Lang) -> Verdict:
        """A translation into `lang`: its list, and those of languages in another script."""
        return self._judge(
            text,
            tuple(each for other, each in self._lists.items() if _concerns(other, lang)),
        )

    def _judge(self, text: str, lists: Sequence[WordList]) -> Verdict:
        held, partly, covered = False, text, text
        # Once more after covering: what stood around a word may be one itself.
        for turn in range(MOST_ROUNDS + 1):
            found = [each for words in lists for each in words.find(self._fold(covered))]
            if not found:
                break
            if turn == MOST_ROUNDS:
                return Verdict(held, *(_cover(text, [(0, len(text))]),) * 2)
            spans = [span for span, _ in found]
            held = held or any(act is Treatment.HOLD for _, act in found)
            masked = [span for span, act in found if act is Treatment.MASK]
            partly, covered = _cover(partly, masked), _cover(covered, spans)
        return Verdict(held, partly, covered)


def _concerns(listed: Lang, lang: Lang) -> bool:
    same = listed.partition("-")[0] == lang.partition("-")[0]
    return same or script_of(listed) is not script_of(lang)


def _cover(text: str, spans: Iterable[Span]) -> str:
    chars = list(text)
    for start, end in spans:
        for place in range(start, end):
            if not chars[place].isspace():
                chars[place] = COVER
    return "".join(chars)


def _forms(word: str) -> tuple[str, str, str]:
    """The word with letters for digits (`sh1t`), and with stretched letters once and twice
    (`fuuuck`). A number stays one."""
    same = word if word.isdigit() else word.translate(_SWAPS)
    return same, _STRETCHED.sub(r"\1", same), _STRETCHED.sub(r"\1\1", same)


def _letter_by_letter(text: str) -> Iterator[list[regex.Match[str]]]:
    """Single letters one after the other, at least three, with at most three signs between."""
    letters: list[regex.Match[str]] = []
    for token in _WORD.finditer(text):
        if len(token.group()) == 1 and (not letters or token.start() - letters[-1].end() <= 3):
            letters.append(token)
            continue
        if len(letters) > 2:
            yield letters
        letters = [token] if len(token.group()) == 1 else []
    if len(letters) > 2:
        yield letters


def _pieces(cut: Iterable[str]) -> list[Span]:
    """For each character, where the word that it belongs to starts and ends."""
    found: list[Span] = []
    for piece in cut:
        found += [(len(found), len(found) + len(piece))] * len(piece)
    return found


def _stands(said: str, start: int, end: int, pieces: Sequence[Span]) -> bool:
    """Whether the word stands there, and is not made of the edges of others: 日本 is not in
    今日|本店, and a single character must be a word of its own. Latin letters at its edges must
    not go on."""
    if _goes_on(said, start - 1, start) or _goes_on(said, end - 1, end):
        return False
    (first, after_first), (last, after_last) = pieces[start], pieces[end - 1]
    if (first < start and after_first < end) or (start < last and end < after_last):
        return False
    return end - start > 1 or after_first - first == 1


def _goes_on(text: str, left: int, right: int) -> bool:
    if left < 0 or right >= len(text):
        return False
    return all(text[at].isalnum() and not is_dense(text[at]) for at in (left, right))
