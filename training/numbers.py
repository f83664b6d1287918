"""Writes the same number, price, time or date in Chinese and in English, as people type them.

Each function draws one value and gives `(Chinese, English)`. The side that is read (not `target`)
varies; the side that is written has one form for each, so that a model can learn to be exact.
"""

from collections.abc import Callable
from random import Random

from training.numerals import DIGITS, WORDS_UP_TO, hanzi, ordinal, raised, spelled

Both = tuple[str, str]
Draw = Callable[[str, Random], Both]

# (symbol, unit in Chinese, other Chinese names, unit in English, other English names)
_MONEY = (
    ("¥", "元", ("块", "块钱", "元", "人民币"), "yuan", ("yuan", "RMB", "kuai")),
    ("$", "美元", ("美元", "美金", "刀"), "dollars", ("dollars", "bucks", "USD")),
    ("€", "欧元", ("欧元", "欧"), "euros", ("euros", "EUR")),
    ("£", "英镑", ("英镑", "镑"), "pounds", ("pounds", "quid")),
)
# (Chinese, other Chinese, singular, plural, largest)
_SPANS = (
    ("分钟", ("分钟",), "minute", "minutes", 59),
    ("个小时", ("个小时", "小时", "个钟头"), "hour", "hours", 23),
    ("天", ("天",), "day", "days", 30),
    ("周", ("周", "个星期", "个礼拜"), "week", "weeks", 12),
    ("个月", ("个月",), "month", "months", 18),
    ("年", ("年",), "year", "years", 30),
)
_MEASURES = (
    ("公里", "km", ("km", "kilometers"), 60),
    ("公斤", "kg", ("kg", "kilos", "kilograms"), 120),
    ("厘米", "cm", ("cm", "centimeters"), 200),
    ("米", "meters", ("meters", "m"), 500),
    ("英里", "miles", ("miles",), 80),
    ("磅", "pounds", ("pounds", "lbs"), 250),
    ("英尺", "feet", ("feet", "ft"), 40),
    ("度", "degrees", ("degrees",), 42),
    ("升", "liters", ("liters",), 20),
    ("克", "grams", ("grams", "g"), 500),
    ("平米", "square meters", ("square meters",), 150),
)


def amount(n: int, target: str, chance: Random, counting: bool = True) -> Both:
    """A number before a measure word (`counting`: 两) or alone; words stay words, digits digits."""
    in_words = n <= 100 and chance.random() < (0.55 if n <= WORDS_UP_TO else 0.25)
    if not in_words:
        return str(n), str(n)
    zh = "两" if counting and n == 2 else hanzi(n)
    if target == "en":
        return zh, spelled(n) if n <= WORDS_UP_TO else str(n)
    en = spelled(n)
    return zh, en.replace("-", " ") if chance.random() < 0.5 else en


def drawn(most: int, chance: Random) -> int:
    """A whole number from 2 to `most`, small ones more often, round ones too."""
    n = 2 + int((most - 1) * chance.random() ** 2)
    return n - n % 10 if n > 40 and chance.random() < 0.5 else n


def number(target: str, chance: Random) -> Both:
    """A bare number."""
    return amount(drawn(120, chance), target, chance, counting=False)


def age(target: str, chance: Random) -> Both:
    """How old somebody is, the number alone."""
    return amount(chance.randint(3, 85), target, chance, counting=False)


def big(target: str, chance: Random) -> Both:
    """Ten thousand and more: where Chinese counts by 万 and English by thousands."""
    if chance.random() < 0.3:
        n = chance.choice((1, 2, 3, 5, 8, 10, 12, 20, 50))
        return f"{n * 100}万", f"{n} million"
    tenths = chance.choice((10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 80, 100, 150, 200, 300, 500))
    zh = f"{tenths / 10:g}万"
    en = f"{tenths * 1000:,}"
    if target == "en":
        return (
            hanzi(tenths // 10) + "万" if tenths % 10 == 0 and chance.random() < 0.4 else zh
        ), en
    return zh, chance.choice((en, en.replace(",", ""), f"{tenths}k", f"{tenths} thousand"))


def price(target: str, chance: Random) -> Both:
    """Money; only the dollar is written with its sign, the others with their name."""
    sign, zh_unit, zh_names, en_unit, en_names = chance.choices(_MONEY, (6, 6, 2, 1))[0]
    n = chance.choice((drawn(60, chance), drawn(999, chance), 5 * drawn(400, chance)))
    cents = chance.choice((".5", ".9", ".99", ".50")) if chance.random() < 0.12 else ""
    zh_number, en_number = (f"{n}{cents}",) * 2 if cents else amount(n, target, chance)
    if target == "en":
        zh = f"{n}{cents}"
        shown = f"{sign}{zh}" if chance.random() < 0.3 else zh_number + chance.choice(zh_names)
        english = f"${zh}" if sign == "$" else f"{zh} {en_unit}"
        return shown, english
    if chance.random() < 0.5 or cents:
        return f"{n}{cents}{zh_unit}", f"{sign}{n}{cents}"
    return zh_number + zh_unit, f"{en_number} {chance.choice(en_names)}"


def percent(target: str, chance: Random) -> Both:
    """A share in hundredths."""
    n = chance.choice((5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95, 99, 100))
    if target == "en":
        return chance.choice((f"{n}%", f"{n}%", f"百分之{hanzi(n)}")), f"{n}%"
    return f"{n}%", chance.choice((f"{n}%", f"{n}%", f"{n} percent"))


def discount(target: str, chance: Random) -> Both:
    """What is left of the price in Chinese (七折) is what is taken off in English (30% off)."""
    tenths = chance.randint(2, 9)
    zh = f"{hanzi(tenths) if target == 'zh' or chance.random() < 0.5 else tenths}折"
    return zh, f"{(10 - tenths) * 10}% off"


def phone(target: str, chance: Random) -> Both:
    """Digits that must arrive as they are."""
    shape = chance.choice(("1##########", "###-####", "###-###-####", "#####", "######", "####"))
    digits = "".join(str(chance.randint(0, 9)) if c == "#" else c for c in shape)
    return digits, digits


def code(target: str, chance: Random) -> Both:
    """Letters with digits that must arrive as they are: rooms, gates, orders, passwords."""
    letters = "".join(chance.choice("ABCDEFGHJKLMNPRSTUVWX") for _ in range(chance.randint(1, 2)))
    text = f"{letters}{chance.randint(1, 999)}"
    return text, text


def year(target: str, chance: Random) -> Both:
    """A year of somebody's life."""
    n = chance.randint(1950, 2026)
    if target == "en" and chance.random() < 0.2:
        return "".join(DIGITS[int(digit)] for digit in str(n)) + "年", str(n)
    return f"{n}年", str(n)


def span(target: str, chance: Random) -> Both:
    """How long something takes."""
    zh_unit, zh_names, one, many, most = chance.choice(_SPANS)
    if chance.random() < 0.15:
        return _halves(target, chance)
    if chance.random() < 0.15:
        article = "an" if one == "hour" else "a"
        return (
            f"一{zh_unit}",
            f"{article if target == 'en' or chance.random() < 0.5 else 'one'} {one}",
        )
    zh, en = amount(drawn(most, chance), target, chance)
    return zh + (chance.choice(zh_names) if target == "en" else zh_unit), f"{en} {many}"


def _halves(target: str, chance: Random) -> Both:
    return chance.choice(
        (
            ("半个小时", "half an hour"),
            ("半小时" if target == "en" else "半个小时", "half an hour"),
            ("一个半小时", "an hour and a half"),
            ("两个半小时", "two and a half hours"),
            ("半年", "half a year" if target == "zh" else "six months"),
            ("半天", "half a day"),
        )
    )


def measure(target: str, chance: Random) -> Both:
    """A length, weight, distance or temperature."""
    zh_unit, en_unit, en_names, most = chance.choice(_MEASURES)
    n = drawn(most, chance)
    zh, en = (f"{n}.5",) * 2 if n < 20 and chance.random() < 0.15 else amount(n, target, chance)
    return zh + zh_unit, f"{en} {en_unit if target == 'en' else chance.choice(en_names)}"


def times(target: str, chance: Random) -> Both:
    """How often."""
    n = chance.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 20, 100))
    zh, en = amount(n, target, chance)
    return f"{zh if n > 1 else '一'}次", {1: "once", 2: "twice"}.get(n, f"{en} times")


def rank(target: str, chance: Random) -> Both:
    """Which one in a row."""
    n = chance.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20))
    if target == "zh":
        return f"第{hanzi(n)}", raised(n) if chance.random() < 0.3 else ordinal(n)
    return f"第{hanzi(n) if chance.random() < 0.8 else n}", ordinal(n)


def result(target: str, chance: Random) -> Both:
    """How a game ended."""
    a, b = chance.randint(0, 6), chance.randint(0, 6)
    if target == "en":
        return chance.choice((f"{a}比{b}", f"{a}:{b}", f"{a}-{b}")), f"{a}-{b}"
    return f"{a}比{b}", chance.choice((f"{a}-{b}", f"{a} to {b}"))


KINDS: dict[str, Draw] = {
    "number": number,
    "age": age,
    "big": big,
    "price": price,
    "percent": percent,
    "discount": discount,
    "phone": phone,
    "code": code,
    "year": year,
    "span": span,
    "measure": measure,
    "times": times,
    "rank": rank,
    "result": result,
}
