"""TOML files of a glossary: written, read back, and hostile."""

from pathlib import Path

import pytest
from hypothesis import given

from bridge.core.glossary import Entry
from bridge.curation.formats import toml
from bridge.errors import GlossaryError
from bridge.library.files import read_folder
from bridge.resources import shipped
from tests.curation.entries import SNAKE, TIS, changed, easy, entries, imported, plan, rebuilt

ENTRY = b'term = "x"\nhits = ["x"]\nfor.en.gloss = "y"\n'


def problem(data: bytes) -> str:
    (found,) = toml.read(data, "zh", "idiom").problems
    return f"{found.at}: {found.what}"


def error(data: bytes) -> str:
    (line,) = plan(toml.read(data, "zh", "idiom")).lines
    return f"{line.at}: {line.why}"


@easy
@given(entries)
def test_every_entry_comes_back_as_it_was(entry: Entry) -> None:
    assert rebuilt(toml.read(toml.write([entry], {}), "zh", "idiom")) == entry


@pytest.mark.parametrize("file", sorted(shipped("glossaries").glob("*/*.toml")), ids=str)
def test_the_files_that_ship_are_as_an_export_writes_them(file: Path, tmp_path: Path) -> None:
    """Where it fails: `uv run bridge glossary export glossaries` puts them in order."""
    first = tmp_path / file.parent.name / file.name
    first.parent.mkdir()
    first.write_bytes(file.read_bytes())
    assert toml.write(read_folder(tmp_path).entries, {}) == file.read_bytes()


def test_an_entry_is_written_in_the_order_of_the_files() -> None:
    assert toml.write([SNAKE], {}).decode() == (
        "[hua-she-tian-zu]\n"
        'term = "画蛇添足"\n'
        'variants = ["画蛇著足"]\n'
        'reading = "huà shé tiān zú"\n'
        'literal = "to draw a snake and add feet"\n'
        'plain = "做多余的事"\n'
        'sources = ["《战国策·齐策二》"]\n'
        'hits = ["别画蛇添足了。"]\n'
        'misses = ["他画了一条蛇。"]\n'
        "\n"
        "[hua-she-tian-zu.for.en]\n"
        'gloss = "to ruin by adding"\n'
        'equivalent = "to gild the lily"\n'
        'body = "Feet.\\nTwo."\n'
        "\n"
        "[hua-she-tian-zu.for.ja]\n"
        'gloss = "蛇足"\n'
    )


def test_entries_are_written_by_id() -> None:
    first = changed(SNAKE, id="zh/idiom/ai-wu-ji-wu")
    assert toml.write([SNAKE, first], {}) == toml.write([first, SNAKE], {})
    assert toml.write([SNAKE, first], {}).startswith(b"[ai-wu-ji-wu]")


def test_one_file_holds_one_language_and_kind() -> None:
    with pytest.raises(GlossaryError, match="export into a folder"):
        toml.write([SNAKE, TIS], {})


def test_an_export_says_how_old_it_is() -> None:
    written = toml.write([SNAKE], {SNAKE.id: 7})
    assert written.startswith(b"[_revisions]\nhua-she-tian-zu = 7\n")
    (row,) = toml.read(written, "zh", "idiom").rows
    assert (row.revision, row.at) == (7, 4)


def test_what_a_file_leaves_out_is_gone() -> None:
    bare = changed(SNAKE, variants=(), plain=None)
    assert imported(toml.read(toml.write([bare], {}), "zh", "idiom"), SNAKE) == (bare,)


def test_a_wrong_entry_is_named_by_its_line() -> None:
    assert error(b"\n[ok]\nterm = 5\n" + ENTRY[11:]).startswith("2: Expected `str`, got `int`")
    assert error(b"[ok]\nstory = 1\n" + ENTRY).startswith("1: `story` is no field; the fields are")
    assert error(b"[Not-An-Id]\n" + ENTRY).endswith("such as hua-she-tian-zu")
    assert error(b"loose = 1\n").startswith("0: an entry is a table")


def test_a_file_that_is_no_toml_is_told_where() -> None:
    assert problem(b"[a]\nterm = \n") == "0: not TOML: Invalid value (at line 2, column 8)"
    assert "twice" in problem(b"[a]\n" + ENTRY + b"[a]\n" + ENTRY)


def test_hostile_files_are_refused_with_the_cure() -> None:
    assert problem(b"x = " + b"[" * 100_000).startswith("1: too deeply nested")
    assert problem(b"x = " + b"{a=" * 100_000).startswith("1: too deeply nested")
    assert problem(b'"a" . ' * 50_000 + b"b = 1").startswith("1: too deeply nested")
    assert problem(b"\n[" + b"a." * 50_000 + b"b]").startswith("2: too deeply nested")
    assert problem(b"x = " + b"9" * 1_000_000).startswith("0: not TOML: Exceeds the limit")
    assert problem(b"[a]\nterm = '\xff'") == "2: byte 12 is not UTF-8: save the file as UTF-8"
    assert problem(b"[a]\nterm = '\0'").startswith("0: not TOML: Found invalid character")
    assert problem("[a]".encode("utf-16")).startswith("0: the file is UTF-16")
    assert problem(b"#" * 10_000_001).startswith("0: the file has 10,000,001 bytes")


def test_dots_and_brackets_in_text_are_no_depth() -> None:
    dots = changed(SNAKE, plain="a.b" * 50, hits=("[" * 50, '"' + "{" * 50, "# ." * 50))
    assert imported(toml.read(toml.write([dots], {}), "zh", "idiom")) == (dots,)


def test_a_control_character_is_refused() -> None:
    assert error(b'[a]\nterm = "\\u0000"\n' + ENTRY[11:]).endswith(
        "term holds the control character U+0000: take it out"
    )
