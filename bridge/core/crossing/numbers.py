"""Finds the numbers that engines get wrong: prices, times, measures, dates, codes, long ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex


class Sort(StrEnum):
    """What stands best in a number's place: a small number, a year, or a name."""

    AMOUNT = "amount"
    YEAR = "year"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Number:
    """The characters from `start` to `end`, with the unit or sign that belongs to them."""

    start: int
    end: int
    sort: Sort


_PLAIN = r"[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?"
_SHORT_UNIT = r"(?:[gGmLl]|°)"
_UNIT = (
    r"(?:[kcm]m/?h?|k[mgW]|[mk]g|mph|m[lL]|[KMGT]i?B|kHz|[MG]Hz|lbs?|oz|ft|mins?|hrs?|secs?"
    r"|[ap](?:m|\.m\.)|[AP]M|°[CF]|[℃℉]|k?cal|px|fps|mAh)"
)
# Every repeat has a bound: a long line of digits is looked at in steps (S30). What the other
# language says in its own way is the engine's: ordinals (第12页, `4th`), days (1月14日), counts in
# 万, and whatever is a part of a word (`B2B`).
_NUMBER = regex.compile(
    rf"""
    (?<![\p{{Latin}}\p{{M}}0-9_.,:/第¥￥$€£₩₹+\-]|[0-9]\ ) (?:
      (?P<label>
          [0-9]{{4}}([\-/.])[0-9]{{1,2}}\2[0-9]{{1,2}}
        | \+[0-9]{{1,3}}(?:[\ \-][0-9]{{2,4}}){{2,5}} | \+[0-9]{{7,15}}
        | [0-9]{{3}}[\ \-][0-9]{{3,4}}[\ \-][0-9]{{4}} | [0-9]{{3}}-[0-9]{{4}}
        | [0-9]{{7,20}}
        | v?[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{2,3}}
        | [A-Z]{{1,5}}[0-9]{{3,20}} )
    | (?P<amount>
          [¥￥$€£₩₹]\ ?{_PLAIN}
        | -?{_PLAIN}(?:\ ?(?:[%％]|{_UNIT})|{_SHORT_UNIT})
        | [0-9]{{1,2}}[:：][0-9]{{2}}(?:\ ?(?:[ap](?:m|\.m\.)|[AP]M))?
        | [0-9]{{1,2}}/[0-9]{{1,2}}
        | [0-9]{{1,4}}[\-~～–][0-9]{{1,4}}
        | (?P<year>(?:19|20)[0-9]{{2}}(?=年|[^\p{{Han}}]|$))
        | (?=[0-9]{{2}}|[0-9][.,][0-9]){_PLAIN} )
    ) (?![\p{{Latin}}\p{{M}}0-9_/:：%％°-] | \.[0-9] | ,[0-9] | \ ?[万萬亿億千百十月日号號多几后]
      | \ (?:hundred|thousand|million|billion))
    """,
    regex.VERBOSE,
)


def numbers(text: str) -> Iterator[Number]:
    """The numbers of `text` that had better not be left to an engine, in order. Single digits
    are: engines know them, and need them for the grammar around."""
    for found in _NUMBER.finditer(text):
        if found["label"] is not None:
            sort = Sort.LABEL
        else:
            sort = Sort.YEAR if found["year"] is not None else Sort.AMOUNT
        yield Number(found.start(), found.end(), sort)
