"""Glossaries as a sheet: every field, no formulas, and hostile files."""

import csv as plain_csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.glossary import Entry
from bridge.curation.formats import csv
from bridge.curation.formats.cells import armed, defused
from tests.curation.entries import SNAKE, TIS, changed, easy, entries, imported, plan, rebuilt

HEAD = "id,term,hits,for.en.gloss\r\n"
ROW = "zh/slang/x,牛,太牛了,great\r\n"


def problems(data: bytes | str) -> list[str]:
    raw = data.encode() if isinstance(data, str) else data
    return [f"{each.at}: {each.what}" for each in csv.read(raw).problems]


def why(text: str) -> str:
    (line,) = plan(csv.read(text.encode())).lines
    return f"{line.at}: {line.why}"


def sheet(data: bytes) -> list[list[str]]:
    return list(plain_csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@easy
@given(entries)
def test_every_entry_comes_back_as_it_was(entry: Entry) -> None:
    assert rebuilt(csv.read(csv.write([entry], {}))) == entry


@easy
@given(st.text())
def test_every_text_comes_back_from_a_cell_as_it_was(text: str) -> None:
    assert armed(defused(text)) == text


@easy
@given(entries)
def test_no_cell_begins_a_formula(entry: Entry) -> None:
    cells = [cell for row in sheet(csv.write([entry], {})) for cell in row]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r", "＝1", "＋", "－", "＠"])
def test_a_formula_gets_a_mark_in_front_and_is_quoted(text: str) -> None:
    written = csv.write([changed(SNAKE, plain=text)], {}).decode("utf-8-sig")
    assert f'"\'{text}"' in written


def test_an_apostrophe_is_only_doubled_where_it_would_be_taken_for_ours() -> None:
    assert (defused("'tis"), defused("'=1"), defused("'")) == ("'tis", "''=1", "'")
    assert (armed("'tis"), armed("'=1"), armed("''=1")) == ("'tis", "=1", "'=1")


def test_a_sheet_has_a_row_an_entry_and_a_column_a_field() -> None:
    names, first, second = sheet(csv.write([SNAKE, TIS], {TIS.id: 4}))
    assert names[:4] == ["id", "revision", "term", "variants"]
    assert names[-5:] == [
        f"for.zh.{n}" for n in ("literal", "gloss", "equivalent", "body", "example")
    ]
    assert (first[:3], second[:3]) == ([TIS.id, "4", "'tis"], [SNAKE.id, "0", "画蛇添足"])
    assert second[names.index("hits")] == "别画蛇添足了。"
    assert first[names.index("misses")] == "\\\\n is a line\n\\0\n-1"


def test_a_spreadsheet_sees_that_it_is_utf_8() -> None:
    assert csv.write([SNAKE], {}).startswith(b"\xef\xbb\xbfid,revision,term")


def test_a_column_that_is_not_there_says_nothing_and_an_empty_cell_takes_away() -> None:
    read = csv.read(f"id,plain,for.en.body\n{SNAKE.id},多此一举,\n".encode())
    (entry,) = imported(read, SNAKE)
    assert entry is not None
    assert (entry.plain, entry.reading, entry.hits) == ("多此一举", SNAKE.reading, SNAKE.hits)
    assert [told.body for _, told in entry.explained] == [None, None]


def test_a_language_whose_cells_are_all_empty_is_not_explained_to() -> None:
    read = csv.read(f"id,for.ja.gloss\n{SNAKE.id},\n".encode())
    (entry,) = imported(read, SNAKE)
    assert entry == changed(SNAKE, explained=SNAKE.explained[:1])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_sheets_of_other_countries_are_read(separator: str) -> None:
    assert problems((HEAD + ROW).replace(",", separator)) == []
    (entry,) = imported(csv.read((HEAD + ROW).replace(",", separator).encode()))
    assert entry is not None and entry.term == "牛"


def test_yes_and_no_are_read_as_spreadsheets_write_them() -> None:
    read = csv.read(f"id,keep,separable\n{SNAKE.id},TRUE,否\n".encode())
    (entry,) = imported(read, changed(SNAKE, separable=True, term="画蛇"))
    assert entry is not None and (entry.keep, entry.separable) == (True, False)


def test_a_wrong_cell_is_named_by_row_and_column() -> None:
    start = "id,term,hits,for.en.gloss,keep,gap,literal_ok\n"
    assert problems(start + "zh/a/x,a,a,a,maybe,,\n") == ["2: keep: 'maybe' is neither yes nor no"]
    assert problems(start + "zh/a/x,a,a,a,,1.5,\n")[0].startswith("2: gap: '1.5' is no number")
    assert problems(start + "zh/a/x,a,a,a,,,nan\n")[0].startswith("2: literal_ok: 'nan' is no")
    assert problems(start + f"zh/a/x,a,a,a,,{'9' * 100_000},\n")[0].startswith("2: gap: '999")


def test_a_wrong_row_is_named_with_the_cure() -> None:
    assert why(HEAD + "x,a,a,a\n").startswith("2: 'x' is no id: write language/kind/id")
    assert why(HEAD + "ZH/slang/x,a,a,a\n") == "2: the language 'ZH' is written 'zh' here"
    assert why(HEAD + "zh/slang/x,,a,a\n") == "2: Object missing required field `term`"
    assert why(HEAD + "zh/slang/x,a,,a\n").startswith("2: add `hits`")
    assert why(HEAD + "\nzh/slang/x,a,a\x07,a\n").startswith("3: hits holds the control character")
    assert why(HEAD + f"zh/slang/x,a,a,{'g' * 20_001}\n").startswith("2: for.en.gloss has 20,001")


def test_two_rows_with_one_id_are_an_error() -> None:
    lines = plan(csv.read((HEAD + ROW + ROW).encode())).lines
    assert lines[1].why == "row 2 has this id as well: keep one of them"


def test_a_sheet_with_wrong_columns_is_refused() -> None:
    assert problems("id,story\n")[0].startswith("1: 'story' is no column; the columns are id,")
    assert problems("id,for.en.tale\n")[0].startswith("1: 'for.en.tale' is no column")
    assert problems("id,term,term\n") == ["1: two columns are called 'term': keep one"]
    assert problems("term\n") == ["1: there is no column `id`: name the columns as an export does"]
    assert problems("") == ["0: the file is empty: row 1 names the columns, beginning with id"]
    assert problems(HEAD + "a,b\n")[0].startswith("2: 2 cells, but row 1 names 4 columns")


def test_hostile_files_are_refused_with_the_cure() -> None:
    assert problems(b"id\n\xff\n") == ["2: byte 3 is not UTF-8: save the file as UTF-8"]
    assert problems(HEAD.encode("gb18030") + "太牛了".encode("gb18030"))[0].startswith("2: byte")
    assert problems((HEAD + ROW).encode("utf-16"))[0].startswith("0: the file is UTF-16")
    assert problems(HEAD + '"open')[0].startswith("2: not CSV")
    assert problems(HEAD + '"a"b,c,d,e\n')[0].startswith("2: not CSV")
    assert problems(HEAD + "x" * 200_000)[0].startswith("2: a cell has more than 131,072")
    assert problems("id" + ",id" * 300)[0].startswith("1: 301 columns")
    assert problems(b" " * 50_000_001)[0].startswith("0: the file has 50,000,001 bytes")


def test_more_rows_than_50_000_are_refused() -> None:
    read = csv.read(("id\n" + "zh/a/a\n" * 60_000).encode())
    assert len(read.rows) == 50_000
    assert [each.what for each in read.problems] == ["more than 50,000 rows: split the file"]


def test_20_000_rows_are_planned_within_seconds() -> None:
    many = [changed(SNAKE, id=f"zh/idiom/a-{number}") for number in range(20_000)]
    written = csv.write(many, {})
    start = time.monotonic()
    assert plan(csv.read(written)).may_apply
    assert time.monotonic() - start < 30
