"""Chinese words and characters: jieba's cutting, OpenCC's table of simplified forms."""

import logging
import re
from collections.abc import Collection, Iterable, Mapping

import jieba
import opencc

# The blocks in which Traditional characters stand: CJK Unified Ideographs and Extension A.
_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_HAN = re.compile(r"[\u4e00-\u9fff]+")

TERM_FREQUENCY = 300
"""How common a glossary term is taken to be, in jieba's counts, at least: enough that 会上火 is
cut 会|上火 and not 会上|火 (2,076), too little to tear 草莓 (116) out of 种草莓."""


class JiebaLexicon:
    """jieba's own word list and the Chinese ones among `terms` (simplified), without guessing at
    new words. Takes about a second to load; keeps `core.matching.borders.Lexicon`."""

    def __init__(self, terms: Iterable[str]) -> None:
        jieba.setLogLevel(logging.WARNING)
        self._jieba = jieba.Tokenizer()
        self._jieba.initialize()
        # How common each term is in jieba's own list.
        self._before: dict[str, int]
        self._learn({term for term in terms if _HAN.fullmatch(term)})

    def with_terms(self, terms: Iterable[str]) -> "JiebaLexicon":
        """jieba's word list with these terms in place of the present ones: some 20 ms, and this
        one stays as it is. The very same terms: this one."""
        wanted = {term for term in terms if _HAN.fullmatch(term)}
        if wanted == self._before.keys():
            return self
        taught = object.__new__(JiebaLexicon)
        taught._jieba = jieba.Tokenizer()
        taught._jieba.FREQ = counts = dict(self._jieba.FREQ)
        taught._jieba.total = self._jieba.total
        taught._jieba.initialized = True
        for term, before in self._before.items():
            taught._jieba.total += before - counts[term]
            counts[term] = before
        taught._learn(wanted)
        return taught

    def _learn(self, terms: Collection[str]) -> None:
        """Take in terms of Chinese characters, all of them new."""
        counts = self._jieba.FREQ
        self._before = {term: counts.get(term, 0) for term in terms}
        # jieba's add_word looks each word up three times over; this is the same, ten times faster.
        for term, before in self._before.items():
            counts[term] = max(TERM_FREQUENCY, before)
            self._jieba.total += counts[term] - before
            for end in range(1, len(term)):
                counts.setdefault(term[:end], 0)

    def cut(self, text: str) -> Iterable[str]:
        """The words of a text; joined they give the text."""
        words: Iterable[str] = self._jieba.cut(text, HMM=False)
        return words

    def share(self, word: str) -> float:
        """Its share of all words in jieba's own counts, 0 to 1."""
        count = self._before.get(word, self._jieba.FREQ.get(word, 0))
        return float(count / self._jieba.total)

    def knows(self, word: str) -> bool:
        """Whether this is a word."""
        return bool(self._jieba.FREQ.get(word))


def load_simplify() -> Mapping[str, str]:
    """Traditional character → Simplified character, one to one."""
    chars = [chr(code) for first, last in _BLOCKS for code in range(first, last)]
    # One call for all; the line breaks keep OpenCC's phrases from reaching across characters.
    converted = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    pairs = zip(chars, converted, strict=True)
    return {before: after for before, after in pairs if before != after and len(after) == 1}
