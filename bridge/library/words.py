"""Chinese words and characters: jieba's cutting, OpenCC's table of simplified forms."""

import logging
from collections.abc import Iterable, Mapping

import jieba
import opencc

from bridge.core.annotate import Cut

# The blocks in which Traditional characters stand: CJK Unified Ideographs and Extension A.
_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))


TERM_FREQUENCY = 300
"""How common a glossary term is taken to be, in jieba's counts, at least: enough that 会上火 is
cut 会|上火 and not 会上|火 (2,076), too little to tear 草莓 (116) out of 种草莓."""


def load_cut(terms: Iterable[str]) -> Cut:
    """jieba's own word list and the Chinese ones among `terms` (simplified), without guessing at
    new words. Takes about a second to load."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for term in terms:
        if all("\u4e00" <= char <= "\u9fff" for char in term):
            tokenizer.add_word(term, max(TERM_FREQUENCY, tokenizer.FREQ.get(term) or 0))
    return lambda text: tokenizer.cut(text, HMM=False)


def load_simplify() -> Mapping[str, str]:
    """Traditional character → Simplified character, one to one."""
    chars = [chr(code) for first, last in _BLOCKS for code in range(first, last)]
    # One call for all; the line breaks keep OpenCC's phrases from reaching across characters.
    converted = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    pairs = zip(chars, converted, strict=True)
    return {before: after for before, after in pairs if before != after and len(after) == 1}
