"""Numbers in a text, whether written in digits, in Chinese or in English words.

`stated` is strict: what it finds must have come across. `readable` is generous: everything that
could be read as a number there.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

_ONES = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_EN_WORDS = (
    "zero|one first|two second|three third|four fourth|five fifth|six sixth|seven seventh|"
    "eight eighth|nine ninth|ten tenth|eleven eleventh|twelve twelfth|thirteen thirteenth|"
    "fourteen fourteenth|fifteen fifteenth|sixteen|seventeen seventeenth|eighteen|nineteen|"
    "twenty twentieth twenties|thirty thirtieth thirties|forty|fifty|sixty|seventy|eighty eighties|"
    "ninety nineties"
)
_EN = {
    word: at if at < 20 else (at - 18) * 10
    for at, words in enumerate(_EN_WORDS.split("|"))
    for word in words.split()
}
_EN_HINTS = {
    word: int(value)
    for value, words in (
        line.split(":")
        for line in (
            "1:a an once single jan january|2:both couple pair twice double feb february|"
            "3:triple mar march|4:quarter apr april|5:half may|6:jun june|7:jul july|8:aug august|"
            "9:sep sept september|10:oct october|11:nov november|12:dec december dozen noon|"
            "100:hundreds century|1000:thousands"
        ).split("|")
    )
    for word in words.split()
}
"""Words that may stand for a number but do not demand one."""
_EN_LARGE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_TIMES = _LARGE | _TENS | _EN_LARGE | {"k": 1000, "w": 10**4}

_DIGITS = re.compile(
    r"(\d+(?:[.,:：]\d+)*)(?:\s?(万|萬|亿|億|千|百|thousand|hundred|million|billion|[kKwW])(?![A-Za-z]))?"
)
_HAN = re.compile(r"[零〇一二三四五六七八九两兩十百千万萬亿億]+")
_MEASURE = re.compile(
    "[个個天年月点點秒周块塊元岁歲次人斤米度杯本件只隻条條张張位名遍倍层楼页章家辆台双套瓶包袋份种场届碗集級级把轮％%]|"
    "[日号號](?!子)|分[钟鐘之]|小时|星期|公里|千米|厘米"
)
_GROUPS = re.compile(r"\d+(?:[ -]\d+)+")
_POINT = re.compile("点([零一二三四五六七八九]{1,15})(?![分十百千刻个])")
_NOT_AFTER = frozenset("周週期拜第初几幾数好")
"""周三 is a day, 几十 only about ten."""
_MONEY = frozenset("¥￥$€£")
_PERCENT = "百分之"
_WORD = re.compile(r"[a-z]+")
_SLANG = re.compile(
    r"233+|66+|555+|88+6?|520|521|1314|996|007|250|114514|9494|748|3Q", re.IGNORECASE
)
"""Laughter, praise and the like, when nothing is counted."""
_CLOCK = re.compile(r"\d[:：]\d\d|[点點时時]|\b[ap]\.?m\b|o'clock|noon", re.IGNORECASE)
_LONGEST = 20
"""Digits or numerals of a number that are looked at."""


def stated(text: str) -> frozenset[Decimal]:
    """The numbers that a translation of `text` has to contain: digits, Chinese numerals from 3
    with a measure word, English number words from three."""
    found: set[Decimal] = set()
    text = text.replace(_PERCENT, "")
    for digits in _DIGITS.finditer(text):
        money = text[max(0, digits.start() - 1) : digits.start()] in _MONEY
        if money or _MEASURE.match(text, digits.end()) or not _SLANG.fullmatch(digits[1]):
            found |= _values(digits, sure=True)
    for numeral in _HAN.finditer(text):
        before = text[max(0, numeral.start() - 1) : numeral.start()]
        if decimal := _decimal(text, numeral):
            found.add(decimal)
        elif _MEASURE.match(text, numeral.end()) and before not in _NOT_AFTER:
            found.add(Decimal(_chinese(numeral.group())))
    found |= {value for value in _english(text) if value >= 3}
    return frozenset(value for value in found if value >= 3)


def readable(text: str) -> frozenset[Decimal]:
    """Every number that may be read out of `text`."""
    found: set[Decimal] = set()
    text = text.replace(_PERCENT, "")
    for digits in _DIGITS.finditer(text):
        found |= _values(digits, sure=False)
    # A telephone number may be written in groups.
    for joined in _GROUPS.finditer(text):
        found.add(Decimal(re.sub(r"\D", "", joined.group())[:_LONGEST]))
    for numeral in _HAN.finditer(text):
        found.add(Decimal(_chinese(numeral.group())))
        found |= {Decimal(_ONES[char]) for char in numeral.group() if char in _ONES}
        if decimal := _decimal(text, numeral):
            found.add(decimal)
    words = _WORD.findall(text.lower())
    if "半" in text or "half" in words:
        found |= {Decimal(30), Decimal("0.5")}
    if "刻" in text:
        found |= {Decimal(15), Decimal(45)}
    found |= set(_english(text))
    found |= {Decimal(table[word]) for table in (_EN, _EN_HINTS) for word in words if word in table}
    return frozenset(found)


def lost(source: str, output: str) -> list[str]:
    """Numbers stated in `source` that cannot be read in `output`, in digits, smallest first."""
    there = readable(output)
    if _CLOCK.search(source) or _CLOCK.search(output):
        there |= {value + 12 for value in there if value <= 12}
        there |= {value - 12 for value in there if 12 < value <= 24}
    if there & {Decimal("0.5")}:
        there |= {value + Decimal("0.5") for value in there}
    return [
        f"{value:f}"
        for value in sorted(stated(source))
        if value not in there and not any(value * by in there for by in (100, 1000, 10**4))
    ]


def _decimal(text: str, numeral: re.Match[str]) -> Decimal | None:
    """五点六 is 5.6; 五点六分 is a time of day."""
    point = _POINT.match(text, numeral.end())
    if point is None:
        return None
    after = "".join(str(_ONES[char]) for char in point[1])
    return Decimal(f"{_chinese(numeral.group())}.{after}")


def _values(digits: re.Match[str], sure: bool) -> set[Decimal]:
    plain = re.sub(r",(?=\d{3}(?!\d))", "", digits[1])
    parts = re.split("[:：,]", plain)
    whole = [part for one in parts for part in (one.split(".") if one.count(".") > 1 else [one])]
    values = {Decimal(part[:_LONGEST]) for part in whole}
    if digits[2] and len(whole) == 1:
        times = _TIMES[digits[2].lower()]
        product = {value * times for value in values}
        values = product if sure else values | product
    return values


def _chinese(numeral: str) -> int:
    """The value of Chinese numerals: 二十二, 一千二 (1,200), 二零二六."""
    if not any(char in _TENS or char in _LARGE for char in numeral):
        return int("".join(str(_ONES[char]) for char in numeral)[:_LONGEST])
    total = part = digit = last = 0
    for char in numeral[:_LONGEST]:
        if char in _ONES:
            digit = _ONES[char]
            last = last if digit else 0
        elif char in _TENS:
            last = _TENS[char]
            part += (digit or 1) * last
            digit = 0
        else:
            last = _LARGE[char]
            total += (part + digit or 1) * last
            part = digit = 0
    return total + part + digit * (last // 10 if last > 10 else 1)


def _english(text: str) -> Iterator[Decimal]:
    """The values of runs of English number words: `twenty-two`, `one hundred and fifty`."""
    total = part = 0
    inside = False
    for word in [*_WORD.findall(text.lower()), ""]:
        if word in _EN:
            if inside and not _goes_on(part, _EN[word]):
                yield Decimal(total + part)
                total = part = 0
            part += _EN[word]
            inside = True
        elif word in _EN_LARGE and inside:
            part = (part or 1) * _EN_LARGE[word]
            if _EN_LARGE[word] > 100:
                total, part = total + part, 0
        elif word in _EN_LARGE:
            part, inside = _EN_LARGE[word], True
        elif inside and word != "and":
            yield Decimal(total + part)
            total = part = 0
            inside = False


def _goes_on(part: int, value: int) -> bool:
    """Whether `value` belongs to the same number as `part` before it: 20 and 2, 100 and 50."""
    return value > 0 and (
        part == 0 or (part % 100 == 0) or (part % 10 == 0 and part % 100 >= 20 and value < 10)
    )
