"""The words that the rooms use much more than others do, and that nothing explains."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bridge.core.fold import Folding
from bridge.core.model import Lang, Message, plain
from bridge.curation.compounds import Compound, compounds, new_words
from bridge.curation.effect import Seen
from bridge.curation.vocabulary import Vocabulary

LEAST = 2
"""A word that was said once may be a slip."""
MUCH = 4.0
"""Times as often as usual."""
EVERYDAY = 5_000
"""So many words of everyday text are taken as said too: in little text every word is frequent."""
EXAMPLES = 3
LONGEST = 20
"""Characters; longer ones are keys and noise."""


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """`word` was said `count` times by so many `people` in so many `rooms`: `ratio` times as often
    as `usual` (in a million words of everyday text; None: nobody knows). `tag` is its kind by
    jieba, empty for one that jieba does not know."""

    word: str
    count: int
    people: int
    rooms: int
    usual: float | None
    ratio: float | None
    tag: str
    examples: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Remarkable:
    """A word, how often it was said, and how unusual that is."""

    word: str
    count: int
    usual: float | None
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message with its words, in small letters and Simplified characters, so that a word is one
    word however it is written; and what might be words in it."""

    message: Message
    pieces: Sequence[str]
    together: Sequence[Compound]


def unknown(
    messages: Sequence[Message],
    lang: Lang,
    vocabulary: Vocabulary,
    folding: Folding,
    explained: Collection[str],
    most: int,
) -> tuple[UnknownWord, ...]:
    """The most remarkable first. What a note, a link and the like covers, names of people in the
    rooms, numbers, single characters and spellings that are `explained` (folded) are not counted.
    Not for the event loop: some 0.5 ms a message."""
    names = frozenset(folding(name).text for name in {each.author_name for each in messages})
    spoken = (each for each in messages if each.lang.partition("-")[0] == lang)
    heard = [_heard(each, lang, vocabulary, folding) for each in spoken]
    found = [
        each
        for each in _remarkable(heard, lang, vocabulary)
        if each.word not in explained and not _names(each.word, names)
    ]
    told = list(_told(found, heard, vocabulary, lang))
    told.sort(key=lambda each: (-_weight(each), each.word))
    return tuple(told[:most])


def _heard(message: Message, lang: Lang, vocabulary: Vocabulary, folding: Folding) -> Heard:
    stretches = [
        stretch
        for run in message.runs
        if run.kind is None and run.entry is None
        for stretch in vocabulary.stretches(folding(run.text).text, lang)
    ]
    pieces = [piece for stretch in stretches for piece in stretch]
    return Heard(message, pieces, [each for stretch in stretches for each in compounds(stretch)])


def _remarkable(heard: Sequence[Heard], lang: Lang, vocabulary: Vocabulary) -> Iterator[Remarkable]:
    pieces = Counter(piece for each in heard for piece in each.pieces)
    together = Counter(compound for each in heard for compound in each.together)
    total = pieces.total() + EVERYDAY
    for word, count in (pieces | Counter(new_words(pieces, together))).items():
        if count < LEAST or not _is_word(word):
            continue
        usual = vocabulary.usual(word, lang)
        if usual is None:
            yield Remarkable(word, count, None, None)
            continue
        ratio = (count * 1e6 + usual * EVERYDAY) / total / usual
        if ratio >= MUCH:
            yield Remarkable(word, count, usual, ratio)


def _told(
    found: Iterable[Remarkable], heard: Sequence[Heard], vocabulary: Vocabulary, lang: Lang
) -> Iterator[UnknownWord]:
    """With who said it, and where."""
    said: dict[str, list[Message]] = {each.word: [] for each in found}
    for each in heard:
        words = {*each.pieces, *("".join(compound) for compound in each.together)}
        for word in words & said.keys():
            said[word].append(each.message)
    tags = vocabulary.tags(said.keys(), lang)
    for one in found:
        messages = said[one.word]
        by_text = {plain(message.runs): message for message in reversed(messages)}
        examples = tuple(Seen(message, message.runs) for message in by_text.values())
        yield UnknownWord(
            word=one.word,
            count=one.count,
            people=len({message.author for message in messages}),
            rooms=len({message.room for message in messages}),
            usual=one.usual,
            ratio=one.ratio,
            tag=tags.get(one.word, ""),
            examples=examples[-EXAMPLES:][::-1],
        )


def _is_word(word: str) -> bool:
    """Whether it is a word at all, and not a letter, a number or a key."""
    return len(word) <= LONGEST and sum(char.isalpha() for char in word) > 1


def _names(word: str, names: Collection[str]) -> bool:
    """Whether it is somebody's name, or a part of one; Chinese names stand in what is cut as one
    word with what is said of them."""
    if word.isascii():
        return any(word in name.split() for name in names)
    return any(word in name or (len(name) > 1 and name in word) for name in names)


def _weight(found: UnknownWord) -> float:
    """How remarkable: those who say it, and how unusual that is, on a scale that flattens: one who
    says a word a hundred times is not the room."""
    return (found.people + math.log2(found.count)) * math.log2(max(2.0, found.ratio or 2.0))
