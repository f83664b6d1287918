"""Different sentences of chat for the benchmarks, and the package that translates them."""

import random
import sys
from pathlib import Path

from bridge.core.crossing.sentences import split
from bridge.core.model import Lang
from bridge.resources import STARTER

PAIR = (Lang("zh"), Lang("en"))
WORKERS = 2
SHARED = Path(__file__).parents[3] / "shared"
SPARE = ("你好，你今天怎么样", "我下班了，一起吃饭吧", "这个电影真的很好看", "明天见")


def chat_lines(count: int) -> list[str]:
    """`count` sentences, no two alike: a repeated one would be answered once for all. Where there
    are too few, old ones get a number."""
    files = sorted(SHARED.glob("eval/*.zh-en.tsv"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    typed = [line.split("\t")[0] for line in text.splitlines()] or [*SPARE]
    found = list(dict.fromkeys(each.text for line in typed for each in split(line)))
    found = [sentence for sentence in found if any(map(str.isalpha, sentence))]
    random.Random(1).shuffle(found)
    again = (f"{found[at % len(found)]} {at // len(found)}" for at in range(len(found), count))
    return [*found[:count], *again]


def archives() -> Path:
    """The folder with the packages to measure."""
    for folder in (STARTER, SHARED / "models"):
        if list(folder.glob("*.argosmodel")):
            return folder
    sys.exit("no packages: neither bridge/starter nor ../shared/models holds one")
