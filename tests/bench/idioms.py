"""What do notes and plain forms do? `uv run --no-sync python -m tests.bench.idioms [--read N]`

1. Which idioms of ours are found in sentences of MAGPIE and EPIE (../shared/idioms), which are
   missed, and which are noted in vain (used literally). Only rows whose span has the same content
   words as a spelling of an entry count; that is decided without the matcher.
2. How fast the matcher is on 30 characters, with our glossary and with 100,000 terms.
3. chrF of the starter packages on 40 sentences of our own (idiom_lines.tsv), with and without plain
   forms. `--read N` prints N sentences of the shared sets per language, both ways in random order,
   to be judged by reading; the key comes at the end.
"""

import argparse
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
import jieba

from bridge.core.crossing.plainly import plainly
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run, plain
from bridge.engines.argos import ArgosEngine
from bridge.engines.installer import install_starter
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers
from bridge.resources import STARTER

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "idioms"
ENGLISH = ("magpie_dev.tsv", "epie_static.dev.tsv")
CHINESE = ("chengyu_examples_zh.dev.tsv", "cheer_buzzword_ugc_zh.dev.tsv")
LINES = Path(__file__).parent / "idiom_lines.tsv"
SMALL = frozenset(
    "a an the my your his her its our their one s is are was to of in on and it".split()
)
IRREGULAR = {
    "bit": "bite",
    "bent": "bend",
    "broke": "break",
    "threw": "throw",
    "took": "take",
    "kept": "keep",
    "went": "go",
    "spilt": "spill",
    "slept": "sleep",
    "hit": "hitt",
}


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--read", type=int, default=0)
    options = arguments.parse_args()
    entries = read_folder(ROOT / "glossaries").entries
    matchers = Matchers(entries)
    if SHARED.exists():
        find(entries, matchers)
        race(matchers, "our glossary")
        many = made_up(100_000)
        start = time.process_time()
        matchers_of_many = Matchers(many)
        click.echo(f"100,000 terms: built in {time.process_time() - start:.1f} s of processor time")
        race(matchers_of_many, "100,000 terms")
    with tempfile.TemporaryDirectory() as folder:
        install_starter(STARTER, Path(folder))
        engine = ArgosEngine(Path(folder))
        known = {entry.id: entry for entry in entries}
        for source, target in (("en", "zh"), ("zh", "en")):
            compare(engine, matchers, known, Lang(source), Lang(target))
            if options.read:
                show(engine, matchers, known, Lang(source), Lang(target), options.read)


def rows(names: Sequence[str]) -> Iterator[tuple[str, int, int, str, str]]:
    """Sentence, start, end, span, label."""
    for name in names:
        for line in (SHARED / name).read_text(encoding="utf-8").splitlines():
            _, sentence, start, end, span, label = line.split("\t")
            if start.lstrip("-").isdigit():
                yield sentence, int(start), int(end), span, label


def find(entries: Sequence[Entry], matchers: Matchers) -> None:
    """Found, missed, in vain."""
    terms = {
        content(spelling): entry.id
        for entry in entries
        if entry.lang == "en"
        for spelling in entry.spellings
        if len(content(spelling)) > 1
    }
    counts: Counter[str] = Counter()
    for sentence, start, end, span, label in rows(ENGLISH):
        wanted = terms.get(content(span))
        if wanted is None:
            continue
        hit = wanted in notes(matchers, sentence, start, end)
        counts[{"1": ("missed", "found"), "0": ("rightly silent", "in vain")}[label][hit]] += 1
    click.echo(f"English idioms: {dict(counts)}")


def content(text: str) -> frozenset[str]:
    """The words with meaning, roughly stemmed."""
    words = (IRREGULAR.get(word, word) for word in re.findall("[a-z]+", text.lower()))
    return frozenset(
        re.sub(r"(?<=...)(ing|ed|es|s|e)$", "", each) for each in words if each not in SMALL
    )


def notes(matchers: Matchers, sentence: str, start: int, end: int) -> set[EntryId]:
    """Entries whose runs touch `start:end`."""
    found: set[EntryId] = set()
    at = 0
    for run in matchers.annotate((Run(sentence),), Lang("en")):
        if run.entry and at < end and at + len(run.text) > start:
            found.add(run.entry)
        at += len(run.text)
    return found


def made_up(count: int) -> list[Entry]:
    """Terms, half Chinese words of jieba's dictionary, half random English words in a row."""
    chance = random.Random(1)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    han = re.compile("[\u4e00-\u9fff]{2,8}")
    chinese = sorted(
        word for word, often in tokenizer.FREQ.items() if often and han.fullmatch(word)
    )
    english = sorted(
        {word for row in rows(ENGLISH) for word in re.findall("[a-z]+", row[0].lower())}
    )
    terms = chance.sample(chinese, count // 2)
    terms += [" ".join(chance.choices(english, k=chance.randint(2, 5))) for _ in range(count // 2)]
    return [
        Entry(EntryId(f"x/{at}"), Lang("en" if term.isascii() else "zh"), "x", term, hits=(term,))
        for at, term in enumerate(terms)
    ]


def race(matchers: Matchers, name: str) -> None:
    """Processor time for 30 characters, the best of five rounds."""
    for lang, names in (("en", ENGLISH), ("zh", CHINESE)):
        texts = [row[0][:30] for row in rows(names)][:2000]
        best = min(timed(matchers, texts, Lang(lang)) for _ in range(5))
        click.echo(f"{name}, {lang}: {best / len(texts) * 1e6:.0f} µs for 30 characters")


def timed(matchers: Matchers, texts: Sequence[str], lang: Lang) -> float:
    """Seconds of processor time to annotate all texts."""
    start = time.thread_time()
    for text in texts:
        matchers.annotate((Run(text),), lang)
    return time.thread_time() - start


def said_plainly(matchers: Matchers, known: Mapping[EntryId, Entry], text: str, lang: Lang) -> str:
    """The sentence with its plain forms."""
    return plain(plainly(matchers.annotate((Run(text),), lang), known.get))


def compare(
    engine: ArgosEngine,
    matchers: Matchers,
    known: Mapping[EntryId, Entry],
    source: Lang,
    target: Lang,
) -> None:
    """chrF on our own lines."""
    given = [line.split("\t") for line in LINES.read_text(encoding="utf-8").splitlines()]
    pairs = [(text, wanted) for lang, text, wanted in given if lang == source]
    simple = [said_plainly(matchers, known, text, source) for text, _ in pairs]
    bare = engine.translate((source, target), [text for text, _ in pairs], False)
    fitted = engine.translate((source, target), simple, False)
    references = [wanted for _, wanted in pairs]
    click.echo(
        f"{source} → {target}, {len(pairs)} lines: "
        f"chrF {chrf([each.text for each in bare], references):.1f} without plain forms, "
        f"{chrf([each.text for each in fitted], references):.1f} with"
    )


def chrf(given: Sequence[str], wanted: Sequence[str]) -> float:
    """chrF2 over the whole set, n-grams of 1 to 6 characters without blanks (Popović 2015)."""
    shares = []
    for size in range(1, 7):
        same = ours = theirs = 0
        for one, other in zip(given, wanted, strict=True):
            a, b = grams(one, size), grams(other, size)
            same, ours, theirs = same + (a & b).total(), ours + a.total(), theirs + b.total()
        shares.append((same / max(ours, 1), same / max(theirs, 1)))
    precision = sum(share for share, _ in shares) / 6
    recall = sum(share for _, share in shares) / 6
    return 100 * 5 * precision * recall / max(4 * precision + recall, 1e-9)


def grams(text: str, size: int) -> Counter[str]:
    """All runs of `size` characters."""
    text = "".join(text.split())
    return Counter(text[at : at + size] for at in range(len(text) - size + 1))


def show(
    engine: ArgosEngine,
    matchers: Matchers,
    known: Mapping[EntryId, Entry],
    source: Lang,
    target: Lang,
    count: int,
) -> None:
    """Both translations of sentences that plain forms change, in random order, and the key."""
    chance = random.Random(7)
    texts = [
        row[0]
        for row in rows(ENGLISH if source == "en" else CHINESE)
        if row[4] == "1" and len(row[0]) < 90
    ]
    chance.shuffle(texts)
    changed = [(text, said_plainly(matchers, known, text, source)) for text in texts[:4000]]
    chosen = [pair for pair in changed if pair[0] != pair[1]][:count]
    bare = engine.translate((source, target), [text for text, _ in chosen], False)
    fitted = engine.translate((source, target), [simple for _, simple in chosen], False)
    key = []
    for at, ((text, _), one, other) in enumerate(zip(chosen, bare, fitted, strict=True)):
        swapped = chance.random() < 0.5
        first, second = (other, one) if swapped else (one, other)
        key.append("plain A" if swapped else "plain B")
        click.echo(f"{at} {text}\n   A {first.text}\n   B {second.text}")
    click.echo(", ".join(f"{at} {name}" for at, name in enumerate(key)))


if __name__ == "__main__":
    main()
