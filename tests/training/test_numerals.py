"""Numbers in words, in both languages."""

import pytest

from training import numerals


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1_005, "一千零五"),
        (1_200, "一千二百"),
        (10_050, "一万零五十"),
        (200_000, "二十万"),
    ],
)
def test_a_number_is_written_in_characters(number: int, written: str) -> None:
    assert numerals.hanzi(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (305, "three hundred and five"),
    ],
)
def test_a_number_is_spelled_in_english(number: int, written: str) -> None:
    assert numerals.spelled(number) == written


@pytest.mark.parametrize(
    ("number", "written"), [(1, "1st"), (2, "2nd"), (11, "11th"), (13, "13th"), (23, "23rd")]
)
def test_an_ordinal_gets_the_ending_that_is_spoken(number: int, written: str) -> None:
    assert numerals.raised(number) == written
