"""Importing a dictionary: plain or gzipped, whole or not at all, and what is told about it."""

import gzip
from pathlib import Path

import pytest

from bridge.errors import GlossaryError
from bridge.library import cedict
from bridge.library.cedict import Imported, import_cedict
from bridge.library.dictionary import FILE, Dictionary

SMALL = Path(__file__).parent / "small.u8"
LINE = "茶 茶 [cha2] /tea/\n"


def take(path: Path, data: Path) -> Imported:
    return import_cedict(path, data, lambda done, total: None)


def write(folder: Path, content: str | bytes, name: str = "own.u8") -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the small dictionary."""
    folder = tmp_path / "data"
    take(SMALL, folder)
    return folder


def words(data: Path) -> int:
    """How many of three words are there."""
    return len(Dictionary(data / FILE).look_up(["茶", "银行", "没有的"])[0])


def test_a_plain_file_is_looked_up_in_both_scripts(data: Path) -> None:
    found, source = Dictionary(data / FILE).look_up(["銀行", "银行", "行", "没有"])
    assert source is not None
    assert source.attribution == "Small, Culture Bridge, 2026-11-01"
    assert found["銀行"] == found["银行"]
    assert [each.reading for each in found["行"]] == ["hang2", "xing2"]
    assert "没有" not in found


def test_a_gzipped_file_gives_the_same(tmp_path: Path) -> None:
    packed = write(tmp_path, gzip.compress(SMALL.read_bytes()), "small.u8.gz")
    assert take(packed, tmp_path) == take(SMALL, tmp_path)


def test_wrong_lines_are_counted_and_the_first_are_told_with_their_numbers(tmp_path: Path) -> None:
    content = LINE * 8 + "茶 [cha2] /tea/\n" + "茶\n" * 6
    found = take(write(tmp_path, content), tmp_path)
    assert (found.headwords, found.wrong) == (8, 7)
    assert [problem.split(":")[0] for problem in found.problems] == ["9", "10", "11", "12", "13"]


def test_a_line_in_another_encoding_is_one_wrong_line(tmp_path: Path) -> None:
    found = take(write(tmp_path, LINE.encode() * 2 + LINE.encode("gb18030")), tmp_path)
    assert (found.headwords, found.problems) == (2, ("3: not UTF-8",))


def test_a_byte_order_mark_is_no_part_of_the_first_word(tmp_path: Path) -> None:
    take(write(tmp_path, b"\xef\xbb\xbf" + LINE.encode()), tmp_path)
    assert words(tmp_path) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "0 lines are right and 0 wrong"),
        (b"# a head alone\n", "0 lines are right and 0 wrong"),
        (b"hello\n" * 9, "the first in line 1: not as in"),
        (gzip.compress(LINE.encode() * 5000)[:-20], "is damaged"),
        (b"\x1f\x8b rubbish", "is damaged"),
        (b"\0" * 100_000, "0 lines are right"),
    ],
)
def test_a_broken_file_is_refused_and_the_old_one_stays(
    data: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(GlossaryError, match=said):
        take(write(tmp_path, content), data)
    assert words(data) == 2
    assert [each.name for each in data.iterdir()] == [FILE]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"there is no file .*nothing\.u8"):
        take(tmp_path / "nothing.u8", tmp_path)


def test_a_file_that_unpacks_without_end_is_stopped(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cedict, "MOST_BYTES", 10_000)
    bomb = write(tmp_path, gzip.compress(LINE.encode() * 100_000))
    with pytest.raises(GlossaryError, match="more than 10,000 bytes"):
        take(bomb, data)
    assert words(data) == 2


def test_more_words_than_any_dictionary_has_are_refused(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cedict, "MOST_HEADWORDS", 3)
    with pytest.raises(GlossaryError, match="more than 3 words"):
        take(write(tmp_path, LINE * 4), data)
    assert words(data) == 2


def test_progress_reaches_the_whole_file(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    file = write(tmp_path, LINE * 20_000)
    import_cedict(file, tmp_path, lambda done, total: seen.append((done, total)))
    size = file.stat().st_size
    assert seen[-1] == (size, size)
    assert len(seen) > 3
    assert sorted(seen) == seen


def test_a_new_dictionary_is_used_by_whoever_held_the_old_one(data: Path, tmp_path: Path) -> None:
    held = Dictionary(data / FILE)
    assert held.source is not None
    take(write(tmp_path, "# Other\n茶 茶 [cha2] /tea/\n"), data)
    found, source = held.look_up(["茶", "银行"])
    assert source is not None
    assert (source.name, list(found)) == ("Other", ["茶"])


def test_without_a_dictionary_nothing_is_found(tmp_path: Path) -> None:
    assert Dictionary(tmp_path / FILE).look_up(["茶"]) == ({}, None)


def test_a_damaged_dictionary_is_told_once_and_gives_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, b"not a database" * 100, FILE)
    held = Dictionary(tmp_path / FILE)
    assert (held.source, held.source) == (None, None)
    assert [record.message.count("bridge glossary import") for record in caplog.records] == [1]


def test_what_people_look_up_is_no_part_of_the_question(data: Path) -> None:
    assert Dictionary(data / FILE).look_up(["') or 1=1 --", "%", "茶" * 5000])[0] == {}


def test_a_file_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    assert take(write(tmp_path, LINE, "mine.u8.gz"), tmp_path).source.name == "mine"
