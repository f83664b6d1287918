"""How fast are terms found? `uv run --no-sync python -m tests.bench.annotate --peers SITE`

All in one run, on the same 100,000 terms (words of jieba's list; rows of two to four English words
from other sentences) and the same 2 × 2,000 texts of 30 characters (../shared/idioms): the bridge's
matcher, `ahocorasick_rs`, `flashtext`, and spaCy's `PhraseMatcher`, its tokenizer included: all
begin with a text. The others find exact spellings only; how many terms each finds is told beside.
Then 10,000 terms and one message of 2,000 characters (S30: below 20 ms).

The others need an environment of their own (spaCy's engine is kept out of the project's), with the
same version of Python: `uv venv PEERS --python 3.11`, then `uv pip install --python
PEERS/bin/python ahocorasick_rs flashtext spacy`; SITE is PEERS/lib/python3.11/site-packages.
"""

import argparse
import importlib
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run
from bridge.library.matchers import Matchers
from tests.bench.idioms import CHINESE, ENGLISH, SHARED, made_up, rows

TERMS, TEXTS, LENGTH = 100_000, 2000, 30
LANGS = (Lang("en"), Lang("zh"))
Find = Callable[[str], int]
"""How many terms a text holds."""


@dataclass
class Runner:
    """One program: how long it took to build, what it finds in each language, and its times."""

    name: str
    built: float
    find: dict[Lang, Find]
    times: dict[Lang, list[float]] = field(default_factory=lambda: {lang: [] for lang in LANGS})
    found: dict[Lang, int] = field(default_factory=dict)


def main() -> None:
    """Measure, and print a table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--peers", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    if not SHARED.exists():
        raise SystemExit(f"{SHARED} is not there: the texts come from it")
    peers = load_peers(options.peers)
    texts = {
        Lang("en"): [row[0][:LENGTH] for row in rows(ENGLISH)][:TEXTS],
        Lang("zh"): [row[0][:LENGTH] for row in rows(CHINESE)][:TEXTS],
    }
    entries = drawn(TERMS)
    runners = [ours(entries), *(make(entries, *peers) for make in (aho, flash, phrases))]
    for _ in range(options.rounds):
        for runner in runners:
            for lang, lines in texts.items():
                start = time.thread_time()
                runner.found[lang] = sum(map(runner.find[lang], lines))
                runner.times[lang].append((time.thread_time() - start) / len(lines) * 1e6)
    click.echo(f"{TERMS:,} terms, {LENGTH} characters, processor time, {options.rounds} rounds")
    for runner in runners:
        told = [
            f"{lang} {min(runner.times[lang]):.0f} µs at best, "
            f"{statistics.median(runner.times[lang]):.0f} median, {runner.found[lang]} terms"
            for lang in LANGS
        ]
        click.echo(f"{runner.name}: built in {runner.built:.2f} s; {'; '.join(told)}")
    long_message()


def drawn(count: int) -> list[Entry]:
    """Terms: half Chinese words of jieba's list, half rows of words that English sentences hold, so
    that there is something to find; none drawn from the texts that are searched."""
    chance = random.Random(3)
    chinese = [entry for entry in made_up(count) if entry.lang == "zh"][: count // 2]
    sentences = [re.findall("[a-z]+", row[0].lower()) for row in rows(ENGLISH)][TEXTS:]
    terms: dict[str, None] = {}
    while len(terms) < count // 2:
        words = chance.choice(sentences)
        size = chance.randint(2, 4)
        at = chance.randrange(max(1, len(words) - size + 1))
        if len(words[at : at + size]) == size:
            terms[" ".join(words[at : at + size])] = None
    english = [Entry(EntryId(f"en/x/{at}"), Lang("en"), "x", term) for at, term in enumerate(terms)]
    return [*chinese, *english]


def load_peers(site: Path | None) -> tuple[Any, Any, Any]:
    """The other programs. Ends with the cure where they are not there."""
    if site is not None:
        sys.path.append(str(site))
    try:
        return (
            importlib.import_module("ahocorasick_rs"),
            importlib.import_module("flashtext"),
            importlib.import_module("spacy"),
        )
    except ImportError as error:
        cure = (__doc__ or "").partition("\n\n")[2].partition("\n\n")[2]
        raise SystemExit(f"{error}.\n{cure}") from None


def ours(entries: Sequence[Entry]) -> Runner:
    """The bridge. jieba's list of words, which it shares with all else, is loaded before."""
    words = Matchers(())
    start = time.thread_time()
    matchers = words.with_entries(entries)
    built = time.thread_time() - start

    def find(lang: Lang) -> Find:
        return lambda text: sum(
            run.entry is not None for run in matchers.annotate((Run(text),), lang)
        )

    return Runner("bridge", built, {lang: find(lang) for lang in LANGS})


def aho(entries: Sequence[Entry], module: Any, *_: Any) -> Runner:
    """One automaton over bytes, leftmost longest."""
    start = time.thread_time()
    automaton = module.AhoCorasick(
        [entry.term for entry in entries], matchkind=module.MatchKind.LeftmostLongest
    )
    built = time.thread_time() - start
    find: Find = lambda text: len(automaton.find_matches_as_indexes(text.lower()))  # noqa: E731
    return Runner("ahocorasick_rs", built, dict.fromkeys(LANGS, find))


def flash(entries: Sequence[Entry], _: Any, module: Any, __: Any) -> Runner:
    """A trie of characters in Python. Chinese has no blanks: it finds what starts at a mark."""
    start = time.thread_time()
    processor = module.KeywordProcessor()
    for entry in entries:
        processor.add_keyword(entry.term)
    built = time.thread_time() - start
    find: Find = lambda text: len(processor.extract_keywords(text))  # noqa: E731
    return Runner("flashtext", built, dict.fromkeys(LANGS, find))


def phrases(entries: Sequence[Entry], _: Any, __: Any, module: Any) -> Runner:
    """spaCy's blank pipelines: English words, Chinese characters, no model."""
    start = time.thread_time()
    find: dict[Lang, Find] = {}
    for lang in LANGS:
        blank = module.blank(lang)
        matcher = importlib.import_module("spacy.matcher").PhraseMatcher(blank.vocab, attr="LOWER")
        terms = [entry.term for entry in entries if entry.lang == lang]
        matcher.add("term", list(map(blank.make_doc, terms)))
        find[lang] = lambda text, blank=blank, matcher=matcher: len(  # type: ignore[misc]
            matcher(blank.make_doc(text))
        )
    return Runner("PhraseMatcher", time.thread_time() - start, find)


def long_message() -> None:
    """S30: 10,000 terms, 2,000 characters, the slowest of what people might write."""
    matchers = Matchers(drawn(10_000))
    english = " ".join(row[0] for row in rows(ENGLISH))[:2000]
    chinese = "".join(row[0] for row in rows(CHINESE))[:2000]
    held = ("the a his was been getting " * 100)[:2000]
    for name, text in (("English", english), ("Chinese", chinese), ("small words", held)):
        times = []
        for _ in range(10):
            start = time.thread_time()
            matchers.annotate((Run(text),), Lang("en"))
            times.append((time.thread_time() - start) * 1e3)
        click.echo(f"10,000 terms, 2,000 characters of {name}: {min(times):.1f} ms at best")


if __name__ == "__main__":
    main()
