"""What stands in a sentence for something else, because engines know it and give it back."""

from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Known:
    """A name or number that every engine knows, as it is given to one (in a text in letters, in a
    Chinese one) and as it may come back."""

    latin: str
    han: str
    found: "regex.Pattern[str]"


def _known(latin: str, han: str, *forms: str) -> Known:
    # Engines like to say a name twice when they are unsure of it.
    either = "|".join((rf"(?<![\p{{Latin}}\p{{N}}-]){latin}(?![\p{{Latin}}\p{{N}}])", *forms))
    found = regex.compile(rf"(?:{either})(?:\s*(?:{either}))*", regex.IGNORECASE)
    return Known(latin, han, found)


def _amount(latin: str, han: str, digits: str) -> Known:
    # 十八, 五月 and 星期五 are other words; `8:30` and `1.8` are other numbers.
    return _known(
        latin,
        han,
        rf"(?<![一二两三四五六七八九十百千万零〇周期拜几]){han}(?![一二三四五六七八九十百千万亿零月分几])",
        rf"(?<![\p{{Latin}}\p{{N}}.,:/-]){digits}(?![\p{{Latin}}\p{{N}}%°]|[.,:/-]\p{{N}})",
    )


# In the order of how surely they came back (decision 0006).
NAMES = (
    _known("Tom", "汤姆", "汤姆", "湯姆"),
    _known("Mary", "玛丽", "玛丽", "瑪麗", "玛莉"),
    _known("Jack", "杰克", "杰克", "傑克"),
    _known("Mike", "迈克", "迈克", "麦克", "邁克"),
)
AMOUNTS = (_amount("eight", "八", "8"), _amount("five", "五", "5"), _amount("ten", "十", "10"))
YEARS = (_known("2010", "2010", "2010"), _known("2013", "2013", "2013"))
EVERY = {text: known for known in NAMES + AMOUNTS + YEARS for text in (known.latin, known.han)}
