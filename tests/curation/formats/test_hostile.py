"""Whatever bytes come, a file is read or refused with a reason; nothing else happens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.curation.formats import bundle
from bridge.curation.formats.format import Format, folder, of_name, read, write
from bridge.curation.formats.rows import Read
from bridge.curation.plan import What
from tests.curation.entries import SNAKE, TIS, easy, plan

FORMS = st.sampled_from(list(Format))
GOOD = {form: write(form, [SNAKE], {SNAKE.id: 3}) for form in Format}
ZIP = bundle.write(folder([SNAKE, TIS]))


def accounted_for(found: Read) -> bool:
    """Every row and every problem has its line in the dry run, and a reason where it is wrong."""
    lines = plan(found).lines
    wrong = [line for line in lines if line.what is What.ERROR]
    return len(lines) == len(found.rows) + len(found.problems) and all(line.why for line in wrong)


@st.composite
def _spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """A good file in which a few stretches were replaced."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        data = data[:start] + draw(st.binary(max_size=8) | _TOKENS) + data[end:]
    return data


_MARKS = (b'"', b"'", b"\n", b"[", b"]", b"=", b",", b"<", b"/>", b"&lt;", b"&x;", b"\0", b'"""')
_WORDS = (b"[a]\n", b"for.", b"\xef\xbb\xbf", b"\xff\xfe", b"<!DOCTYPE a>")
_TAGS = (b"<conceptEntry>", b"<langSec>", b"<term/>")
_TOKENS = st.sampled_from((*_MARKS, *_WORDS, *_TAGS))


@easy
@given(FORMS, st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(form: Format, data: bytes) -> None:
    assert accounted_for(read(form, data, "zh", "idiom"))


@settings(easy, max_examples=400)
@given(FORMS, st.data())
def test_a_spoilt_file_is_read_or_refused(form: Format, data: st.DataObject) -> None:
    spoilt = data.draw(_spoilt(GOOD[form]))
    assert accounted_for(read(form, spoilt, "zh", "idiom"))


@easy
@given(_spoilt(ZIP))
def test_a_spoilt_archive_is_read_or_refused(data: bytes) -> None:
    assert accounted_for(bundle.read(data))


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.toml", "toml"), ("A.CSV", "csv"), ("a.b.tbx", "tbx"), ("x.xml", "tbx"), ("x.xlsx", None)],
)
def test_a_file_is_known_by_its_name(name: str, form: str | None) -> None:
    assert of_name(name) == form


def test_a_toml_file_that_lies_nowhere_is_refused_with_the_cure() -> None:
    [problem] = read(Format.TOML, GOOD[Format.TOML], None, "idiom").problems
    assert problem.what.startswith("a TOML file does not say what it holds: name it as zh/idiom")


@pytest.mark.parametrize("form", [Format.CSV, Format.TBX])
def test_entries_are_written_by_id_in_whatever_order_they_come(form: Format) -> None:
    assert write(form, [SNAKE, TIS], {}) == write(form, [TIS, SNAKE], {})
