"""Numbers that engines get wrong are found whole, and those that they must see are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.crossing.numbers import Sort, numbers


def found(text: str) -> list[tuple[str, Sort]]:
    return [(text[each.start : each.end], each.sort) for each in numbers(text)]


@pytest.mark.parametrize(
    "number",
    [
        "¥520",
        "$1,200",
        "€35",
        "3:30pm",
        "14:05",
        "10 am",
        "15%",
        "2.5%",
        "180cm",
        "3.5kg",
        "-5°C",
        "120km/h",
        "250MB",
        "12/25",
        "10-20",
        "42",
        "30000",
        "1.5",
    ],
)
def test_an_amount_is_found_with_its_unit(number: str) -> None:
    assert found(f"就是{number}，对吗") == [(number, Sort.AMOUNT)]
    assert found(f"it was {number}, right?") == [(number, Sort.AMOUNT)]


@pytest.mark.parametrize(
    "label",
    [
        "2001-08-15",
        "2026/3/1",
        "13812345678",
        "555-0142",
        "+1 202 555 0123",
        "CA1234",
        "v1.2.3",
        "192.168.1.1",
    ],
)
def test_a_date_a_telephone_number_and_a_code_are_labels(label: str) -> None:
    assert found(f"看 {label}。") == [(label, Sort.LABEL)]


def test_a_year_is_a_year() -> None:
    assert found("她1998年出生") == [("1998", Sort.YEAR)]
    assert found("born in 1998.") == [("1998", Sort.YEAR)]
    assert found("2000人") == [("2000", Sort.AMOUNT)]


@pytest.mark.parametrize(
    "text",
    [
        "3个苹果",
        "第12页",
        "the 8th",
        "12月25日",
        "3万",
        "B2B",
        "iPhone15",
        "90后",
        "20多岁",
        "80s",
        "25 million",
        "1 000",
        "COVID-19",
        "一百",
    ],
)
def test_what_a_language_says_in_its_own_way_is_left_to_the_engine(text: str) -> None:
    assert found(text) == []


@given(st.text("0123456789.,:-/ %¥kgA年", max_size=40))
def test_numbers_come_in_order_and_do_not_overlap(text: str) -> None:
    edges = [edge for each in numbers(text) for edge in (each.start, each.end)]
    assert edges == sorted(edges)
