"""Both sides of a drawn number, price, date or time say the same."""

import re
from random import Random

import pytest

from training import dates, names, numbers

DRAWS = [
    pytest.param(kind, target, id=f"{name}-{target}")
    for name, kind in {**numbers.KINDS, **dates.KINDS, **names.KINDS}.items()
    for target in ("zh", "en")
]
ROUNDS = range(300)


@pytest.mark.parametrize(("kind", "target"), DRAWS)
def test_both_sides_are_filled_and_nothing_is_left_open(kind: numbers.Draw, target: str) -> None:
    drawn = [kind(target, Random(seed)) for seed in ROUNDS]
    assert all(zh and en and zh == zh.strip() and en == en.strip() for zh, en in drawn)


@pytest.mark.parametrize(("kind", "target"), DRAWS)
def test_the_same_luck_draws_the_same(kind: numbers.Draw, target: str) -> None:
    assert kind(target, Random(7)) == kind(target, Random(7))


@pytest.mark.parametrize("target", ["zh", "en"])
@pytest.mark.parametrize("name", ["price", "phone", "code", "measure", "result", "span"])
def test_digits_that_are_read_are_written(name: str, target: str) -> None:
    drawn = [numbers.KINDS[name](target, Random(seed)) for seed in ROUNDS]
    both = [(re.findall(r"\d+", zh), re.findall(r"\d+", en)) for zh, en in drawn]
    assert [pair for pair in both if all(pair) and pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("zh", "en"), [("下午3点", "3 pm"), ("早上7:30", "7:30 am"), ("十点", "10 o'clock")]
)
def test_a_time_of_day_has_one_english_form(zh: str, en: str) -> None:
    drawn = dict(dates.clock("en", Random(seed)) for seed in range(20_000))
    assert drawn[zh] == en


@pytest.mark.parametrize(
    ("en", "zh"), [("3 pm", "下午3点"), ("half past ten", "十点半"), ("7:30am", "早上7点半")]
)
def test_a_time_of_day_has_one_chinese_form(en: str, zh: str) -> None:
    drawn = {en: zh for zh, en in (dates.clock("zh", Random(seed)) for seed in range(20_000))}
    assert drawn[en] == zh


def test_a_chinese_discount_says_what_is_left_and_an_english_one_what_is_gone() -> None:
    drawn = dict(numbers.discount("en", Random(seed)) for seed in ROUNDS)
    assert (drawn["七折"], drawn["9折"]) == ("30% off", "10% off")


def test_ten_thousands_become_thousands() -> None:
    drawn = dict(numbers.big("en", Random(seed)) for seed in range(2_000))
    assert (drawn["3万"], drawn["1.5万"], drawn["200万"]) == ("30,000", "15,000", "2 million")


def test_two_of_something_is_not_the_number_two() -> None:
    counted = {numbers.amount(2, "en", Random(seed)) for seed in ROUNDS}
    alone = {numbers.amount(2, "en", Random(seed), counting=False) for seed in ROUNDS}
    assert (counted, alone) == ({("2", "2"), ("两", "two")}, {("2", "2"), ("二", "two")})


def test_a_name_is_written_in_latin_letters_whatever_is_read() -> None:
    drawn = [names.person("en", Random(seed)) for seed in ROUNDS]
    assert [en for _, en in drawn if not re.fullmatch(r"[A-Za-zü0-9 ]+", en)] == []


def test_a_latin_name_stays_as_it_is_in_chinese() -> None:
    drawn = [names.person("zh", Random(seed)) for seed in ROUNDS]
    assert [both for both in drawn if both[0] != both[1]] == []
