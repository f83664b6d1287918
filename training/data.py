"""Reads the parallel sentences, cleans them, and keeps a held-out split apart."""

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training import cleaning, patterns, swaps
from training.patterns import Patterns

CHAT = (
    Path(__file__).parent / "chat",
    Path(__file__).parent.parent / "glossaries" / "phrases",
)
HELD_OUT_ONE_IN = 40
CHAT_COPIES = 3
DRAWN_SHARE = 0.12
"""Lines drawn from `patterns/` in each pass, as a part of the rows that are read from files."""
# The share of each source's rows that one pass sees. Task dialogue is long and all about hotels,
# and technical prose is not chat: both are thinned, and each pass draws other rows.
SHARES = {"tatoeba": 1.0, "tatoeba_trad": 1.0, "multiwoz_mt": 0.12, "crosswoz_mt": 0.2}
EXTRA_SHARE = 0.15
EXTRA_LONGEST = 28
# Towards the end, where the rate is low, chat lines weigh more: a pass sees this part of the rest.
LATE_SHARE = 0.5
# A machine-translated side is good enough to read from, never to learn to write.
ONE_WAY = {"multiwoz_mt": "zh-en", "crosswoz_mt": "en-zh", "xcopa_mten": "en-zh"}
HURRIED = {"multiwoz_mt", "crosswoz_mt", "xcopa_mten"}


class CorpusError(Exception):
    """The corpus folder is not what the trainer needs; the message says what is missing."""


@dataclass(frozen=True)
class Pair:
    """One sentence in the direction that is trained."""

    source: str
    target: str
    origin: str


@dataclass(frozen=True)
class Corpus:
    """What one reading of the files gave: rows to train on, rows held out, and counts."""

    direction: str
    patterns: Patterns
    train: list[Pair]
    held_out: list[Pair]
    counts: Counter[str]


def read(folder: Path, direction: str, chat: tuple[Path, ...] = CHAT) -> Corpus:
    """Read everything anew: rows may be added to the files while a training runs."""
    counts: Counter[str] = Counter()
    rows = [*_corpus_rows(folder, direction, counts), *_chat_rows(chat, direction, counts)]
    held_zh, held_en = _held_out_keys(rows)
    train: list[Pair] = []
    held_out: list[Pair] = []
    seen: set[tuple[str, str]] = set()
    for zh, en, origin in rows:
        if (zh, en) in seen:
            counts["repeated"] += 1
            continue
        seen.add((zh, en))
        zh_key = cleaning.key(zh)
        pair = Pair(zh, en, origin) if direction == "zh-en" else Pair(en, zh, origin)
        if zh_key in held_zh and origin == "tatoeba":
            held_out.append(pair)
        elif zh_key in held_zh or cleaning.key(en) in held_en:
            counts["too like the held-out split"] += 1
        else:
            train.append(pair)
            counts[origin] += 1
    return Corpus(direction, patterns.load(), train, held_out, counts)


def one_pass(corpus: Corpus, chance: random.Random, late: bool = False) -> list[Pair]:
    """The rows of one pass: chat lines several times, thinned sources by the luck of the draw."""
    share = LATE_SHARE if late else 1.0
    held_out = {cleaning.key(side) for p in corpus.held_out for side in (p.source, p.target)}
    chosen: list[Pair] = []
    for pair in corpus.train:
        if pair.origin == "chat":
            chosen.extend([pair] * CHAT_COPIES)
        elif chance.random() < share * SHARES.get(pair.origin, EXTRA_SHARE):
            new = _swapped(pair, corpus.direction, chance)
            chosen.append(new if new == pair or _unlike(new, held_out) else pair)
    drawn = _drawn(corpus, round(DRAWN_SHARE * len(chosen)), chance)
    return chosen + [pair for pair in drawn if _unlike(pair, held_out)]


def _swapped(pair: Pair, direction: str, chance: random.Random) -> Pair:
    if direction == "zh-en":
        return Pair(*swaps.swap(pair.source, pair.target, chance), pair.origin)
    zh, en = swaps.swap(pair.target, pair.source, chance)
    return Pair(en, zh, pair.origin)


def _drawn(corpus: Corpus, count: int, chance: random.Random) -> list[Pair]:
    """Lines from the patterns."""
    rows = patterns.draw(corpus.patterns, corpus.direction, count, chance)
    return [Pair(*(row if corpus.direction == "zh-en" else row[::-1]), "drawn") for row in rows]


def _unlike(pair: Pair, held_out: set[str]) -> bool:
    """A swap or a draw may by chance make a sentence that is held out."""
    return held_out.isdisjoint((cleaning.key(pair.source), cleaning.key(pair.target)))


def hurry(text: str, language: str, chance: random.Random) -> str:
    """Type a source line as people do in a chat: no full stop, capitals, commas or apostrophes."""
    if len(text) > (50 if language == "zh" else 120):
        return text
    if chance.random() < 0.3:
        text = text.rstrip("。." if chance.random() < 0.8 else "。.？?！!") or text
    return _hurried_chinese(text, chance) if language == "zh" else _hurried_english(text, chance)


def _hurried_chinese(text: str, chance: random.Random) -> str:
    if chance.random() < 0.2:
        text = cleaning.spaced(text)
    if chance.random() < 0.08:
        return cleaning.narrow(text)
    return text.replace("，", chance.choice(["", " "])) if chance.random() < 0.1 else text


def _hurried_english(text: str, chance: random.Random) -> str:
    if chance.random() < 0.22:
        text = text.lower()
    elif chance.random() < 0.08:
        text = text[:1] + text[1:].lower()
    if chance.random() < 0.06:
        text = text.replace("'", chance.choice(["", "", " "]))
    return text.replace(",", "") if chance.random() < 0.06 else text


def _corpus_rows(
    folder: Path, direction: str, counts: Counter[str]
) -> Iterator[tuple[str, str, str]]:
    """The given corpora, cleaned, without the rows whose written side a machine made."""
    for name in ("zh-en.tsv", "zh-en-extra.tsv"):
        path = folder / name
        if not path.is_file():
            raise CorpusError(f"no {name} in {folder}: --corpus must name the folder that holds it")
        for line in path.read_text("utf-8").splitlines():
            zh, en, origin = line.split("\t")
            if ONE_WAY.get(origin, direction) != direction or not zh or not en:
                continue
            if name == "zh-en-extra.tsv" and not _worth_it(zh, en):
                counts["extra rows left aside"] += 1
                continue
            zh, en = cleaning.chinese(zh), cleaning.english(en)
            if origin in HURRIED:
                en = cleaning.sentence_case(en)
            if origin == "tatoeba_trad":
                yield cleaning.simplified(zh), en, origin
            if origin != "tatoeba_trad" or direction == "zh-en":
                yield zh, en, origin


def _worth_it(zh: str, en: str) -> bool:
    """Short prose without markup: the part of technical text that resembles what people type."""
    return len(zh) <= EXTRA_LONGEST and not set(zh + en) & set("`*_{}<>|\\=[]#$%/")


def _chat_rows(
    folders: tuple[Path, ...], direction: str, counts: Counter[str]
) -> Iterator[tuple[str, str, str]]:
    """The project's own chat lines; a row that is not three good columns is counted, not fatal."""
    for path in sorted(path for folder in folders for path in folder.glob("*.tsv")):
        for line in path.read_text("utf-8", errors="replace").splitlines():
            if line.startswith("#") or not line.strip():
                continue
            cells = [cleaning.plain(cell) for cell in line.split("\t")]
            if len(cells) != 3 or not all(cells) or cells[2] not in ("both", "zh-en", "en-zh"):
                counts["malformed chat rows"] += 1
            elif max(len(cells[0]), len(cells[1])) > 300:
                counts["over-long chat rows"] += 1
            elif cells[2] in ("both", direction):
                yield cleaning.chinese(cells[0]), cells[1], "chat"


def _held_out_keys(rows: list[tuple[str, str, str]]) -> tuple[set[str], set[str]]:
    """Choose by a hash of the Chinese, so that every run, and both directions, hold out the same.

    Greetings and other stock phrases stay in training: they are what a chat needs most, and a model
    is not measured by whether it can guess them.
    """
    held_zh: set[str] = set()
    held_en: set[str] = set()
    for zh, en, origin in rows:
        if origin != "tatoeba" or len(zh) < 7 or len(en.split()) < 5:
            continue
        zh_key = cleaning.key(zh)
        if int.from_bytes(hashlib.sha256(zh_key.encode()).digest()[:4]) % HELD_OUT_ONE_IN == 0:
            held_zh.add(zh_key)
            held_en.add(cleaning.key(en))
    return held_zh, held_en
