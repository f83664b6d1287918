"""Makes training sentences look the way a reader would want to see them in a chat."""

import functools
import re
import unicodedata

from opencc import OpenCC

_CJK = "\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = "，。！？；：、“”（）《》…"
_CURLY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "。": ".",
        "，": ",",
        "？": "?",
        "！": "!",
        "：": ":",
        "；": ";",
        "\u00a0": " ",
        "\u200b": "",
    }
)
_TO_WIDE = str.maketrans(",!?;:", "，！？；：")
_TO_NARROW = str.maketrans("，。！？；：（）", ",.!?;:()")
_OPENCC = OpenCC("t2s")

_SPACE = re.compile(r"\s+")
_EN_BEFORE_MARK = re.compile(r" +(?=[.,!?;:%)](?:\s|$))")
_EN_SPLIT_WORD = re.compile(r"(?<=[A-Za-z]) ?n 't\b|(?<=[A-Za-z]) n't\b")
_EN_CLITIC = re.compile(r"(?<=[A-Za-z]) '(?=(?:s|m|re|ve|ll|d)\b)", re.IGNORECASE)
_EN_LONE_I = re.compile(r"(?<![\w.'-])i(?=$|[ ,!?]|'(?:m|ve|ll|d)\b)")
_EN_START = re.compile(r"(?:^|(?<=[a-z0-9)][.!?] ))[a-z]")
_ZH_GAP = re.compile(rf"(?<=[{_CJK}{_WIDE}]) +(?=[{_CJK}{_WIDE}])|(?<=[{_WIDE}]) +| +(?=[{_WIDE}])")
_ZH_MARK = re.compile(rf"(?<=[{_CJK}”）》])[,!?;:]+|(?<=[{_CJK}])\.(?=$|[{_CJK}])")
_ZH_SEAM = re.compile(rf"(?<=[{_CJK}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{_CJK}])")
_ZH_BRACKET = re.compile(rf"\(([^()]*[{_CJK}][^()]*)\)")


@functools.lru_cache(maxsize=200_000)
def simplified(text: str) -> str:
    """Chinese in simplified characters; cached, because every pass asks for the same rows."""
    return _OPENCC.convert(text)


def plain(text: str) -> str:
    """One line, one form for each character: the only cleaning that hand-written rows get."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def english(text: str) -> str:
    """Undo tokenised punctuation (`it .`, `does n't`), which a model would learn to write."""
    text = plain(text.translate(_CURLY))
    text = _EN_SPLIT_WORD.sub("n't", text)
    text = _EN_CLITIC.sub("'", text)
    return _EN_BEFORE_MARK.sub("", text)


def sentence_case(text: str) -> str:
    """Give lines typed in a hurry their capitals, or the model learns to leave them out."""
    text = _EN_LONE_I.sub("I", text)
    return _EN_START.sub(lambda match: match[0].upper(), text)


def chinese(text: str) -> str:
    """Full-width punctuation and no stray spaces, whatever keyboard the row was typed on."""
    text = plain(text)
    text = _ZH_MARK.sub(lambda match: match[0].replace(".", "。").translate(_TO_WIDE), text)
    text = _ZH_BRACKET.sub(r"（\1）", text)
    text = text.replace("...", "……") if re.search(f"[{_CJK}]", text) else text
    return _ZH_GAP.sub("", text)


def narrow(text: str) -> str:
    """The same Chinese as somebody with half-width punctuation would type it."""
    return text.translate(_TO_NARROW)


def spaced(text: str) -> str:
    """The same Chinese with spaces around Latin words and digits, as half of all people type it."""
    return _ZH_SEAM.sub(" ", text)


def key(text: str) -> str:
    """What two sentences share when they differ in script, case, spaces or punctuation only."""
    folded = unicodedata.normalize("NFKC", simplified(text)).casefold()
    return "".join(c for c in folded if c.isalnum())
