"""Glossary files, ours and other people's: what is wrong is told, what can be used is used."""

from pathlib import Path

import pytest

from bridge.library.check import check_folder
from bridge.library.files import read_folder

RIGHT = """[beans]
term = "spill the beans"
hits = ["He spilled the beans."]
[beans.for.zh]
gloss = "说漏嘴"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "zh").mkdir()
    return tmp_path


def test_a_right_entry_has_no_problems(folder: Path) -> None:
    (folder / "en" / "idiom.toml").write_text(RIGHT, "utf-8")
    assert check_folder(folder).problems == ()


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('weight = 3\nterm = "spill"', "`weight` is no field"),
        (
            'variants = "spilt"\nterm = "spill"\nfor = {zh = {gloss = "x"}}',
            "Expected `array`",
        ),
        ('term = "spill"', "nobody is told"),
        ('term = " spill "\nhits = ["x"]\nfor = {zh = {gloss = "x"}}', "has blanks around it"),
        ('term = "spill"\nhits = ["x"]\ngap = 9\nfor = {zh = {gloss = "x"}}', "gap is 0 to 3"),
        (
            'term = "spill"\nhits = ["x"]\nliteral_ok = 2\nfor = {zh = {gloss = "x"}}',
            "literal_ok is 0",
        ),
        (
            'term = "spill"\nhits = ["x"]\nnear = [""]\nfor = {zh = {gloss = "x"}}',
            "`near` holds an empty text",
        ),
    ],
)
def test_an_entry_with_a_problem_is_told_and_used(folder: Path, lines: str, problem: str) -> None:
    (folder / "en" / "whatever.toml").write_text(f"[beans]\n{lines}\n", "utf-8")
    found = read_folder(folder)
    assert problem in found.problems[0]
    assert [entry.term for entry in found.entries] == ["spill"]


def test_what_is_understood_of_a_wrong_entry_stays(folder: Path) -> None:
    text = """["Spill It"]
term = "spill"
variants = "spilt"
tone = 5
colour = "red"
gap = 7
[“Spill It”.for.zh]
gloss = "说"
shade = 1
[empty]
gloss = "nothing to find"
""".replace("“", '"').replace("”", '"')
    (folder / "en" / "slang.toml").write_text(text, "utf-8")
    (entry,) = read_folder(folder).entries
    assert (entry.id, entry.variants, entry.tone, entry.gap) == (
        "en/slang/Spill It",
        ("spilt",),
        None,
        3,
    )
    assert [(lang, told.gloss) for lang, told in entry.explained] == [("zh", "说")]


def test_ids_out_of_order_are_told(folder: Path) -> None:
    other = RIGHT.replace("[beans", "[aaa").replace("spill", "drop").replace("Spill", "Drop")
    text = RIGHT + other.replace("spilled", "dropped")
    (folder / "en" / "idiom.toml").write_text(text, "utf-8")
    assert read_folder(folder).problems == (
        "en/idiom.toml: [aaa] stands after [beans]: sort the file by id",
    )


def test_two_senses_of_one_spelling_are_two_kinds(folder: Path) -> None:
    (folder / "en" / "idiom.toml").write_text(RIGHT, "utf-8")
    (folder / "en" / "slang.toml").write_text(RIGHT, "utf-8")
    assert check_folder(folder).problems == ()


def test_the_same_spelling_twice_in_one_kind_is_a_problem(folder: Path) -> None:
    (folder / "en" / "idiom.toml").write_text(RIGHT + RIGHT.replace("[beans", "[tea"), "utf-8")
    (problem,) = read_folder(folder).problems
    assert "“spill the beans” belongs to en/idiom/beans already" in problem
