"""What people type, made safe."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.normalise import display_name, message_text
from bridge.errors import ClientError, Code


def test_text_is_composed_trimmed_and_has_one_kind_of_newline() -> None:
    assert message_text("  cafe\u0301\r\n好\r吗\t!\n", 100) == "café\n好\n吗\t!"


def test_controls_vanish_but_joiners_stay() -> None:
    family = "👨\u200d👩\u200d👧"
    assert message_text(f"a\x07b\x9b {family}", 100) == f"ab {family}"


def test_too_long_names_length_and_limit() -> None:
    with pytest.raises(ClientError, match=r"2,314 characters; the limit is 2,000") as refused:
        message_text("x" * 2314, 2000)
    assert refused.value.code is Code.TOO_LONG


def test_a_text_that_composes_under_the_limit_is_let_through() -> None:
    assert message_text("e\u0301" * 10, 10) == "é" * 10


@pytest.mark.parametrize("text", ["", "  \n ", "\x07", "a\0b"])
def test_nothing_and_nul_are_refused(text: str) -> None:
    with pytest.raises(ClientError) as refused:
        message_text(text, 100)
    assert refused.value.code is Code.BAD_FRAME


def test_a_name_cannot_turn_the_line_around_or_hide() -> None:
    assert display_name("\u202eevil\u200b\u2066 \n name") == "evil name"


def test_a_name_cannot_tower_over_its_line() -> None:
    assert display_name("z" + "\u0301" * 40) == unicodedata.normalize("NFC", "z" + "\u0301" * 4)


@given(st.text())
def test_every_name_fits(text: str) -> None:
    assert len(display_name(text).encode()) <= 128
