"""Names and numbers may change in a pair, and never on one side only."""

from random import Random

import pytest

from training import swaps

ROUNDS = range(200)


def seen(zh: str, en: str) -> set[tuple[str, str]]:
    """What becomes of a pair over many draws."""
    return {swaps.swap(zh, en, Random(seed)) for seed in ROUNDS}


def test_a_name_becomes_each_of_the_four_on_both_sides() -> None:
    assert seen("汤姆醉了。", "Tom is drunk.") == {
        (f"{zh}醉了。", f"{en} is drunk.") for zh, en in swaps.NAMES.items()
    }


def test_two_names_stay_two() -> None:
    pairs = seen("汤姆喜欢玛丽。", "Tom likes Mary.")
    assert all(len({name for name in swaps.NAMES if name in zh}) == 2 for zh, _ in pairs)


def test_nobody_changes_sex_where_a_pronoun_would_tell() -> None:
    pairs = seen("汤姆说他累了。", "Tom said he was tired.")
    assert {en.split()[0] for _, en in pairs} == {"Tom", "Jack", "Mike"}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("汤姆和汤姆。", "Tom and Tom."),
        ("汤姆走了。", "He left."),
        ("我叫汤姆，他叫鲍勃。", "My name is Mary and his is Bob."),
        ("第21个", "the 21st"),
        ("80后", "born in the 1980s"),
        ("8点到10点", "from 8 to 10"),
    ],
)
def test_what_is_not_the_same_on_both_sides_stays(zh: str, en: str) -> None:
    assert seen(zh, en) == {(zh, en)}


def test_a_number_changes_alike_on_both_sides() -> None:
    pairs = seen("我有25本书", "I have 25 books")
    assert len(pairs) > 20
    assert all(zh[2:4] == en[7:9] and zh[2:4].isdigit() for zh, en in pairs)


def test_a_day_of_a_month_stays_a_day() -> None:
    days = {int(en.split()[1]) for _, en in seen("3月25号", "March 25")}
    assert max(days) <= 31
