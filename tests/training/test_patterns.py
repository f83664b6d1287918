"""Chat lines drawn from patterns: filled alike in both languages, or refused when they are read."""

import re
from pathlib import Path
from random import Random

import pytest

from training import patterns
from training.patterns import PatternError, Patterns


@pytest.fixture(scope="module")
def shipped() -> Patterns:
    return patterns.load()


def written(folder: Path, words: str, lines: str) -> Patterns:
    """Patterns read from two small files."""
    (folder / "words.tsv").write_text(words, "utf-8")
    (folder / "lines.tsv").write_text(lines, "utf-8")
    return patterns.load(folder)


def drawn(found: Patterns, direction: str, count: int = 50) -> set[tuple[str, str]]:
    """What comes out over many draws."""
    return set(patterns.draw(found, direction, count, Random(1)))


def test_both_sides_share_the_filling(tmp_path: Path) -> None:
    found = written(tmp_path, "pet\t狗\tdog\t只\n", "我有{a:pet}\tI have {a:pet}\tboth\n")
    assert drawn(found, "zh-en") == {("我有一只狗", "I have a dog")}


def test_a_counted_noun_gets_its_measure_word_and_its_plural(tmp_path: Path) -> None:
    found = written(tmp_path, "pet\t老鼠\tmouse|mice\t只\n", "{n:pet}\t{n:pet}\tboth\n")
    assert {("两只老鼠", "two mice"), ("2只老鼠", "2 mice")} < drawn(found, "zh-en", 2_000)


def test_a_capital_gap_starts_the_sentence(tmp_path: Path) -> None:
    found = written(tmp_path, "food\t面条\tnoodles\n", "{food}好吃\t{Food} are good\tboth\n")
    assert drawn(found, "en-zh") == {("面条好吃", "Noodles are good")}


def test_numbered_gaps_are_filled_with_different_words(tmp_path: Path) -> None:
    words = "food\t米饭\trice\nfood\t面条\tnoodles\nfood\t豆腐\ttofu\n"
    found = written(tmp_path, words, "{food}和{food2}\t{food} and {food2}\tboth\n")
    pairs = drawn(found, "zh-en", 20)
    assert [en for _, en in pairs if len(set(en.split())) < 3] == []


def test_choices_are_drawn_on_each_side(tmp_path: Path) -> None:
    found = written(tmp_path, "", "好\t[Good|Fine]\tboth\n")
    assert drawn(found, "zh-en") == {("好", "Good"), ("好", "Fine")}


def test_a_line_for_one_direction_stays_out_of_the_other(tmp_path: Path) -> None:
    found = written(tmp_path, "", "在吗\tAre you there?\tzh-en\n你好\tHi\tboth\n")
    assert drawn(found, "en-zh") == {("你好", "Hi")}


@pytest.mark.parametrize(
    ("words", "lines", "where"),
    [
        ("", "{nothing}\t{nothing}\tboth\n", "lines.tsv:1"),
        ("", "好\tGood\tsideways\n", "lines.tsv:1"),
        ("pet\t狗\n", "", "words.tsv:1"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, words: str, lines: str, where: str) -> None:
    with pytest.raises(PatternError, match=where):
        written(tmp_path, words, lines)


@pytest.mark.parametrize("direction", ["zh-en", "en-zh"])
def test_every_shipped_line_can_be_filled(shipped: Patterns, direction: str) -> None:
    pairs = [
        patterns.fill(line, shipped.words, direction[-2:], Random(seed))
        for line in shipped.lines
        for seed in range(3)
    ]
    assert [both for both in pairs if re.search(r"[{}\[\]|]", "".join(both))] == []


@pytest.mark.parametrize(
    ("one", "many"), [("puppy", "puppies"), ("key", "keys"), ("box", "boxes"), ("dog", "dogs")]
)
def test_a_regular_plural(one: str, many: str) -> None:
    assert patterns.plural(one) == many
