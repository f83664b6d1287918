"""Words and how common they usually are, by jieba's list and by a translator's."""

import math
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import jieba
import regex
import sentencepiece

from bridge.core.matching.inflect import bases
from bridge.core.model import Lang
from bridge.core.particles import english_words
from bridge.library.words import JiebaLexicon

_MILLION = 1e6
_RARE = 0.1
"""In a million: a Chinese word that jieba does not know, or met once in its 60 million."""
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*")
_HAN = regex.compile(r"\p{Han}+")
_START = "▁"
_EVERYDAY = 1000.0
"""In a million: a word that English cannot do without, and any with an apostrophe."""


class WordVocabulary:
    """Keeps `curation.vocabulary.Vocabulary`. `lexicon` is asked for each time: terms may be
    others by then. `shares`, 0 to 1, are those of words in small letters in what people say; may be
    empty."""

    def __init__(self, lexicon: Callable[[], JiebaLexicon], shares: Mapping[str, float]) -> None:
        self._lexicon = lexicon
        self._shares = shares
        english = [share for word, share in shares.items() if word.isascii()]
        self._rarest = min(english, default=0.0)

    def stretches(self, text: str, lang: Lang) -> Iterator[Sequence[str]]:
        """See `curation.vocabulary.Vocabulary`, here and below."""
        for found in _WORD.finditer(text):
            word = found.group()
            yield list(self._lexicon().cut(word)) if lang == "zh" else [word]

    def usual(self, word: str, lang: Lang) -> float | None:
        if lang == "zh" and not word.isascii():
            # jieba counted the news of the nineties; the translator has read how people talk.
            return max(
                _RARE, _MILLION * self._lexicon().share(word), _MILLION * self._shares.get(word, 0)
            )
        if not self._shares or lang not in ("zh", "en"):
            return None
        # The list ends where words get rare; what is not in it is at most as common as its last.
        shares = (self._shares.get(each, 0.0) for each in _forms(word))
        usual = _MILLION * max(self._rarest, *shares)
        is_small = english_words(word) > 0 or "'" in word
        return max(usual, _EVERYDAY) if is_small else usual

    def tags(self, words: Collection[str], lang: Lang) -> Mapping[str, str]:
        wanted = set(words) if lang == "zh" else set()
        if not wanted:
            return {}
        with jieba.get_module_res("dict.txt") as lines:
            parts = (line.decode().split() for line in lines)
            return {part[0]: part[2] for part in parts if part[0] in wanted}


def usual_shares(package: Path) -> Mapping[str, float]:
    """How common English and Chinese words are, by the pieces of a package's tokenizer that are
    whole words; each has its probability there (T. Kudo, "Subword Regularization", ACL 2018).
    Empty when there is no such package."""
    if not package.is_file():
        return {}
    with zipfile.ZipFile(package) as archive:
        name = next(each for each in archive.namelist() if each.endswith("sentencepiece.model"))
        pieces = sentencepiece.SentencePieceProcessor(model_proto=archive.read(name))
    english: dict[str, float] = {}
    chinese: dict[str, float] = {}
    for number in range(pieces.vocab_size()):
        piece = pieces.id_to_piece(number)
        word, share = piece.removeprefix(_START).lower(), math.exp(pieces.get_score(number))
        if piece.startswith(_START) and word.isascii() and word.isalpha():
            english[word] = english.get(word, 0.0) + share
        elif _HAN.fullmatch(word):
            chinese[word] = chinese.get(word, 0.0) + share
    return _as_shares(english) | _as_shares(chinese)


def _as_shares(found: Mapping[str, float]) -> dict[str, float]:
    total = sum(found.values())
    return {word: share / total for word, share in found.items()}


def _forms(word: str) -> Iterable[str]:
    """The word, and what it may be a form of."""
    return word, word.removesuffix("s"), *bases(word)
