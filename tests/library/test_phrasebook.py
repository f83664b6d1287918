"""The phrase files on disk: those that ship are right, and problems name file and line."""

from pathlib import Path

import pytest

from bridge.core.model import By, Lang
from bridge.errors import GlossaryError
from bridge.library.check import check_folder
from bridge.library.phrasebook import load_phrasebook, read_phrases
from bridge.resources import shipped

ZH, EN = Lang("zh"), Lang("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "phrases").mkdir()
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / "phrases" / name).write_text(text, encoding="utf-8")


def test_the_shipped_phrases_are_right_and_enough() -> None:
    found = read_phrases(shipped("glossaries"))
    assert found.problems == ()
    assert found.lines >= 1_600


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("不客气", "You're welcome"),
        ("不客氣！", "You're welcome!"),
        ("吃了吗？", "Have you eaten yet?"),
        ("慢走～", "Take care~"),
        ("好久不见", "Long time no see"),
        ("一路平安！", "Have a safe trip!"),
    ],
)
def test_what_machines_turn_round_is_said_as_it_is_meant(text: str, answer: str) -> None:
    found = load_phrasebook(shipped("glossaries")).find(text, ZH, EN, None)
    assert found is not None
    assert (found.target, found.by) == (answer, By.PHRASEBOOK)


def test_a_problem_is_told_with_its_file_and_line(folder: Path) -> None:
    write(folder, "zh-en.tsv", "# ok\n你好\tHello\tboth\n您好\tHi\tzh-en\n")
    checked = check_folder(folder)
    assert checked.phrases == 2
    assert [each.split(" ")[0] for each in checked.problems] == ["phrases/zh-en.tsv:3:"]


@pytest.mark.parametrize("name", ["phrases.tsv", "chinese-english.tsv", "zh-tw-en.tsv"])
def test_a_file_is_named_by_its_two_languages(folder: Path, name: str) -> None:
    write(folder, name, "你好\tHello\tboth\n")
    [problem] = read_phrases(folder).problems
    assert problem == f"phrases/{name}: name the file by its two languages, as zh-en.tsv"


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "phrases" / "zh-en.tsv").write_bytes("你好\tHello\tboth\n".encode("gb18030"))
    assert read_phrases(folder).problems == (
        "phrases/zh-en.tsv: not UTF-8: save the file as UTF-8",
    )


def test_a_wrong_line_stops_the_program_with_a_way_to_see_them_all(folder: Path) -> None:
    write(folder, "zh-en.tsv", "你好\n再见\n")
    with pytest.raises(GlossaryError, match=r"zh-en.tsv:1: 1 columns.*and 1 more.*check"):
        load_phrasebook(folder)


def test_a_glossary_without_phrases_is_an_empty_phrasebook(folder: Path) -> None:
    assert load_phrasebook(folder).find("你好", ZH, EN, None) is None
