"""Writes whole numbers as Chinese characters and as English words."""

DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
WORDS_UP_TO = 12
"""English writes numbers up to this one as words."""


def hanzi(n: int) -> str:
    """A whole number below 100 million in Chinese characters."""
    if n >= 10_000:
        rest = n % 10_000
        gap = "零" if 0 < rest < 1_000 else ""
        return hanzi(n // 10_000) + "万" + gap + (hanzi(rest) if rest else "")
    text = ""
    for place, digit in enumerate(reversed(str(n))):
        unit = _UNITS[place] if digit != "0" else ""
        text = DIGITS[int(digit)] + unit + text
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.rstrip("零") or "零"
    return text[1:] if text.startswith("一十") else text


def spelled(n: int) -> str:
    """A whole number below 1,000 in English words."""
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    rest = f" and {spelled(n % 100)}" if n % 100 else ""
    return f"{_ONES[n // 100]} hundred{rest}"


def ordinal(n: int) -> str:
    """`21st`; up to the twelfth in words."""
    if n <= WORDS_UP_TO:
        return _ORDINALS[n]
    return raised(n)


def raised(n: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"
