"""Lines that come through a pipe or out of a file."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bridge.cli.terminal.pipe import LONGEST_LINE, piped_lines


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reader, writer = os.pipe()
    yield reader, writer
    os.close(reader)


async def test_lines_come_before_the_pipe_ends(pipe: tuple[int, int]) -> None:
    reader, writer = pipe
    os.write(writer, "你好\nsecond\nthird ".encode())
    lines = piped_lines(reader)
    assert [await anext(lines), await anext(lines)] == ["你好", "second"]
    os.write(writer, b"line")
    os.close(writer)
    assert [each async for each in lines] == ["third line"]


async def test_a_letter_may_arrive_in_pieces_and_garbage_is_no_error(pipe: tuple[int, int]) -> None:
    reader, writer = pipe
    os.write(writer, b"\xe4\xbd\xa0 \xff ")
    lines = piped_lines(reader)
    os.write(writer, b"\xe5\xa5\xbd\n")
    os.close(writer)
    assert await anext(lines) == "你 � 好"


async def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "lines").write_text("one\ntwo\n")
    with (tmp_path / "lines").open() as file:
        assert [each async for each in piped_lines(file.fileno())] == ["one", "two"]


async def test_a_line_without_end_is_cut(tmp_path: Path) -> None:
    (tmp_path / "long").write_text("x" * (LONGEST_LINE + 100_000))
    with (tmp_path / "long").open() as file:
        first, rest = [each async for each in piped_lines(file.fileno())]
    assert len(first) + len(rest) == LONGEST_LINE + 100_000


async def test_without_standard_input_there_are_no_lines() -> None:
    assert [each async for each in piped_lines(None)] == []
