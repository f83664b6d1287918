"""`bridge annotate`, as it is typed: our glossary, and somebody else's."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bridge.cli.annotate import annotate
from bridge.errors import GlossaryError

FOREIGN = """[Zzz]
term = "spill the beans"
weight = 3
[aaa]
term = "吃醋"
separable = true
hits = "x"
[nothing]
gloss = "no term"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "odd-kind.toml").write_text(FOREIGN, "utf-8")
    return tmp_path


def run(typed: str | bytes, *arguments: str) -> Result:
    return CliRunner().invoke(annotate, arguments, input=typed, catch_exceptions=False)


def notes(result: Result) -> list[list[str]]:
    """The texts with a note, a list for each line."""
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return [[run["text"] for run in line["runs"] if "entry" in run] for line in lines]


def test_a_foreign_lexicon_is_used_as_far_as_it_goes(folder: Path) -> None:
    text = "Then the beans were spilled.\n他吃了她的醋\n\n"
    result = run(text, "--json", "--glossary", str(folder))
    assert notes(result) == [["the beans were spilled"], ["吃了她的醋"], []]
    assert result.stderr.count("\n") == 1
    assert "3 problems" in result.stderr


def test_what_is_no_text_is_answered_all_the_same(folder: Path) -> None:
    result = run(b"\xff spilled the beans \x00\n", "--json", "--glossary", str(folder))
    assert notes(result) == [["spilled the beans"]]


def test_a_folder_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="there is no such folder"):
        run("x\n", "--glossary", str(tmp_path / "nowhere"))


def test_to_the_eye_a_term_stands_in_brackets_with_its_entry(folder: Path) -> None:
    result = run("He spilled the beans!\n", "--lang", "en", "--glossary", str(folder))
    assert result.stdout == "He [spilled the beans](en/odd-kind/Zzz)!\n"
