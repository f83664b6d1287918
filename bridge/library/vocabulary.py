"""Words and how common they usually are: jieba's list for Chinese, a translator's for English."""

import math
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import jieba
import regex
import sentencepiece

from bridge.core.matching.inflect import bases
from bridge.core.model import Lang
from bridge.library.words import JiebaLexicon

_MILLION = 1e6
_RARE = 0.1
"""In a million: a Chinese word that jieba does not know, or met once in its 60 million."""
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*")
_START = "▁"


class WordVocabulary:
    """Keeps `curation.vocabulary.Vocabulary`. `lexicon` is asked for each time: terms may be
    others by then. `english` holds shares, 0 to 1, of words in small letters; may be empty."""

    def __init__(self, lexicon: Callable[[], JiebaLexicon], english: Mapping[str, float]) -> None:
        self._lexicon = lexicon
        self._english = english

    def stretches(self, text: str, lang: Lang) -> Iterator[Sequence[str]]:
        """See `curation.vocabulary.Vocabulary`, here and below."""
        for found in _WORD.finditer(text):
            word = found.group()
            yield list(self._lexicon().cut(word)) if lang == "zh" else [word]

    def usual(self, word: str, lang: Lang) -> float | None:
        if lang == "zh" and not word.isascii():
            return max(_RARE, _MILLION * self._lexicon().share(word))
        if not self._english or lang not in ("zh", "en"):
            return None
        # The list ends where words get rare; what is not in it is at most as common as its last.
        rarest = min(self._english.values())
        return _MILLION * max(rarest, *(self._english.get(each, 0.0) for each in _forms(word)))

    def tags(self, words: Collection[str], lang: Lang) -> Mapping[str, str]:
        wanted = set(words) if lang == "zh" else set()
        if not wanted:
            return {}
        with jieba.get_module_res("dict.txt") as lines:
            parts = (line.decode().split() for line in lines)
            return {part[0]: part[2] for part in parts if part[0] in wanted}


def english_shares(package: Path) -> Mapping[str, float]:
    """How common English words are, by the pieces of a package's tokenizer that are whole words;
    each has its probability there (T. Kudo, "Subword Regularization", ACL 2018). Empty when there
    is no such package."""
    if not package.is_file():
        return {}
    with zipfile.ZipFile(package) as archive:
        name = next(each for each in archive.namelist() if each.endswith("sentencepiece.model"))
        pieces = sentencepiece.SentencePieceProcessor(model_proto=archive.read(name))
    shares: dict[str, float] = {}
    for number in range(pieces.vocab_size()):
        piece = pieces.id_to_piece(number)
        word = piece.removeprefix(_START).lower()
        if piece.startswith(_START) and word.isascii() and word.isalpha():
            shares[word] = shares.get(word, 0.0) + math.exp(pieces.get_score(number))
    total = sum(shares.values())
    return {word: share / total for word, share in shares.items()}


def _forms(word: str) -> Iterable[str]:
    """The word, and what it may be a form of."""
    return word, word.removesuffix("s"), *bases(word)
