"""Sentences as people write them, and the glossary that ships: what is in brackets is noted, and
a line without brackets means just what it says.

They were written by hand to try the matcher, not taken from the entries.
"""

import re
from pathlib import Path

import pytest

from bridge.core.model import Lang
from bridge.core.protect import protect
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers
from bridge.resources import shipped

LINES = (Path(__file__).parent / "noted.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [line.split("\t") for line in LINES]


@pytest.fixture(scope="module")
def matchers() -> Matchers:
    return Matchers(read_folder(shipped("glossaries")).entries)


def noted(matchers: Matchers, lang: str, text: str) -> list[str]:
    runs = matchers.annotate(protect(text), Lang(lang))
    return [run.text for run in runs if run.entry is not None and not run.doubtful]


def said(line: str) -> list[str]:
    return re.findall(r"\[([^\]]+)\]", line)


def is_missed(term: str, found: list[str]) -> bool:
    """Whether no note stands on it, or on a good part of it."""
    return not any(term in note or note in term for note in found)


def test_what_is_said_in_another_sense_is_noted(matchers: Matchers) -> None:
    missed = [
        (line, term)
        for lang, line in PAIRS
        for term in said(line)
        if is_missed(term, noted(matchers, lang, re.sub(r"[\[\]]", "", line)))
    ]
    assert missed == []


def test_what_is_meant_as_it_is_said_is_not(matchers: Matchers) -> None:
    vain = [
        (line, found)
        for lang, line in PAIRS
        if "[" not in line and (found := noted(matchers, lang, line))
    ]
    assert vain == []
