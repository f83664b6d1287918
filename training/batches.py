"""Turns the rows of a pass into batches of equal work with hardly any padding."""

import random

import torch
from torch import Tensor

from training import data
from training.data import Corpus, Pair
from training.vocabulary import END, LONGEST, PAD, START, Vocabulary

Ids = tuple[list[int], list[int]]
Batch = tuple[Tensor, Tensor]
JOINED = 0.06


def tokens(ids: Ids) -> int:
    """What a row costs."""
    return len(ids[0]) + len(ids[1])


def pass_rows(
    corpus: Corpus, words: Vocabulary, direction: str, chance: random.Random, late: bool = False
) -> list[Ids]:
    """The rows of one pass as piece numbers, the sources hurried and cut anew each time."""
    pairs = data.one_pass(corpus, chance, late)
    chance.shuffle(pairs)
    pairs = _join_some(pairs, direction, chance)
    language = direction[:2]
    sources = words.sample([data.hurry(pair.source, language, chance) for pair in pairs])
    targets = words.encode([pair.target for pair in pairs])
    rows = []
    for source, target in zip(sources, targets, strict=True):
        # Older Argos versions write a byte piece out as "<0xE4>": better never learnt.
        if len(source) < LONGEST and len(target) < LONGEST and words.byte_ids.isdisjoint(target):
            rows.append(framed(source, target))
    return rows


def framed(source: list[int], target: list[int]) -> Ids:
    """With the marks that CTranslate2 puts on: the source gets an end, the target both."""
    return [*source, END], [START, *target, END]


def grouped(rows: list[Ids], size: int, chance: random.Random) -> list[list[Ids]]:
    """Rows of like length together, the order of the groups by chance."""
    ordered = sorted(rows, key=lambda ids: (tokens(ids) // 2, len(ids[0]), chance.random()))
    groups: list[list[Ids]] = [[]]
    cost = 0
    for ids in ordered:
        if cost + tokens(ids) > size and groups[-1]:
            groups.append([])
            cost = 0
        groups[-1].append(ids)
        cost += tokens(ids)
    chance.shuffle(groups)
    return groups


def tensors(group: list[Ids]) -> Batch:
    """Source and target of a group, filled up with padding at the end."""
    return _padded([ids[0] for ids in group]), _padded([ids[1] for ids in group])


def _padded(rows: list[list[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def _join_some(pairs: list[Pair], direction: str, chance: random.Random) -> list[Pair]:
    """Put some short neighbours into one message: corpus rows are single sentences, chats not."""
    joined: list[Pair] = []
    for pair in pairs:
        last = joined[-1] if joined else None
        if last and chance.random() < JOINED and _short(pair) and _short(last):
            between = ("", " ") if direction == "zh-en" else (" ", "")
            joined[-1] = Pair(
                last.source + between[0] + pair.source,
                last.target + between[1] + pair.target,
                "joined",
            )
        else:
            joined.append(pair)
    return joined


def _short(pair: Pair) -> bool:
    """Whether a row is one short sentence with its closing mark."""
    ends = tuple(".?!。？！")
    return len(pair.source) < 50 and pair.source.endswith(ends) and pair.target.endswith(ends)
