"""Writes the same time of day, weekday or date in Chinese and in English, as people type them."""

from random import Random

from training.numbers import Both, Draw
from training.numerals import hanzi, raised, spelled

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ZH_DAYS = "一二三四五六日"
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MINUTES = (0, 0, 0, 0, 30, 30, 30, 15, 45, 5, 10, 20, 25, 35, 40, 50, 55)


def clock(target: str, chance: Random) -> Both:
    """A time of day: 24 hours with digits only, else 12 hours with or without the part of day."""
    minute = chance.choice(_MINUTES)
    if chance.random() < 0.12:
        text = f"{chance.randint(13, 23)}:{minute:02}"
        return text, text
    hour = chance.randint(0, 23)
    part = _part(hour) if chance.random() < 0.65 else ""
    shown = hour % 12 or 12
    if part == "中午" and minute == 0:
        return ("中午12点" if chance.random() < 0.5 else "中午十二点"), "noon"
    return (
        _to_english(shown, minute, part, hour, chance)
        if target == "en"
        else _to_chinese(shown, minute, part, hour, chance)
    )


def _part(hour: int) -> str:
    names = ((5, "凌晨"), (9, "早上"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))
    return next(name for end, name in names if hour < end)


def _to_english(shown: int, minute: int, part: str, hour: int, chance: Random) -> Both:
    half = ("am" if hour < 12 else "pm") if part else ""
    if minute and chance.random() < 0.35:
        zh = f"{part}{shown}:{minute:02}"
    else:
        in_digits = chance.random() < 0.5
        zh = part + (str(shown) if in_digits else _hour(shown)) + "点" + _minutes(minute, in_digits)
    if not half:
        return zh, f"{shown}:{minute:02}" if minute else f"{shown} o'clock"
    return zh, f"{shown}:{minute:02} {half}" if minute else f"{shown} {half}"


def _to_chinese(shown: int, minute: int, part: str, hour: int, chance: Random) -> Both:
    if not part and minute in (0, 15, 30, 45) and chance.random() < 0.4:
        en = {
            0: f"{spelled(shown)} o'clock",
            15: f"quarter past {spelled(shown)}",
            30: chance.choice((f"half past {spelled(shown)}", f"{spelled(shown)} thirty")),
            45: f"{spelled(shown)} forty-five",
        }[minute]
        return f"{_hour(shown)}点{_minutes(minute, False)}", en
    half = chance.choice((" am", "am", " a.m.") if hour < 12 else (" pm", "pm", " p.m."))
    en = f"{shown}:{minute:02}" if minute or (not part and chance.random() < 0.5) else str(shown)
    en += half if part else "" if ":" in en else " o'clock"
    return f"{part}{shown}点{_minutes(minute, True)}", en


def _hour(shown: int) -> str:
    return "两" if shown == 2 else hanzi(shown)


def _minutes(minute: int, in_digits: bool) -> str:
    if minute in (0, 30):
        return "半" if minute else ""
    if in_digits:
        return f"{minute}分" if minute >= 10 else f"0{minute}分"
    return {15: "一刻"}.get(minute, ("零" if minute < 10 else "") + hanzi(minute) + "分")


def weekday(target: str, chance: Random) -> Both:
    """A day of the week, now and then of the next or the last one."""
    n = chance.randrange(7)
    zh, en = _ZH_DAYS[n], _DAYS[n]
    if target == "en":
        zh = chance.choice(("周", "周", "星期", "礼拜")) + (
            "天" if n == 6 and chance.random() < 0.5 else zh
        )
        zh = zh.replace("周天", "周日")
    else:
        zh = "周" + zh
        en = chance.choice((en, en, en.lower(), f"{en[:3]}"))
    ahead = chance.choice((("", ""),) * 4 + (("下", "next "), ("这", "this "), ("上", "last ")))
    return ahead[0] + zh, ahead[1] + en


def date(target: str, chance: Random) -> Both:
    """A day of the year."""
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    name = _MONTHS[month - 1]
    if target == "en":
        zh = chance.choice(
            (f"{month}月{day}号", f"{month}月{day}日", f"{hanzi(month)}月{hanzi(day)}号")
        )
        return zh, f"{name} {day}"
    en = chance.choice(
        (f"{name} {day}", f"{name} {raised(day)}", f"{name[:3]} {day}", f"{raised(day)} of {name}")
    )
    return f"{month}月{day}号", en


def month(target: str, chance: Random) -> Both:
    """A month; spelled out in English, a numeral in Chinese."""
    n = chance.randint(1, 12)
    zh = f"{n}月" if target == "zh" or chance.random() < 0.5 else f"{hanzi(n)}月"
    return zh, _MONTHS[n - 1]


def day(target: str, chance: Random) -> Both:
    """A day of this month."""
    n = chance.randint(1, 31)
    zh = str(n) if target == "zh" or chance.random() < 0.6 else hanzi(n)
    return f"{zh}号", f"the {raised(n)}"


KINDS: dict[str, Draw] = {
    "clock": clock,
    "weekday": weekday,
    "date": date,
    "month": month,
    "day": day,
}
