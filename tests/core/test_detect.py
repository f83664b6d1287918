"""A message's language, or `und`."""

import pytest

from bridge.core.detect import detect
from bridge.core.model import UND, Lang
from bridge.core.protect import protect

ZH, EN = Lang("zh"), Lang("en")
KNOWN = {ZH, EN}


@pytest.mark.parametrize(
    ("text", "reads", "lang"),
    [
        ("你好", EN, "zh"),
        ("hello there", ZH, "en"),
        ("我今天emo了 so tired", ZH, "zh"),
        ("I love 火锅 so much", EN, "en"),
        ("こんにちは世界", ZH, "ja"),
        ("520 😀 https://a.example/hello", ZH, "und"),
        ("привет", EN, "und"),
        ("……", ZH, "und"),
    ],
)
def test_the_script_decides(text: str, reads: str, lang: str) -> None:
    assert detect(protect(text), None, Lang(reads), KNOWN) == lang


def test_what_the_sender_says_counts_if_the_script_agrees() -> None:
    assert detect(protect("hola amigos"), Lang("es"), EN, KNOWN) == "es"
    assert detect(protect("你好"), Lang("es"), EN, KNOWN) == "zh"


def test_a_latin_text_by_a_reader_of_french_is_taken_for_french() -> None:
    assert detect(protect("bonjour"), None, Lang("fr"), {*KNOWN, Lang("fr")}) == "fr"


def test_latin_without_any_hint_and_without_english_is_not_guessed() -> None:
    assert detect(protect("hola"), None, ZH, {ZH, Lang("es"), Lang("fr")}) == UND
