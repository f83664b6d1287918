"""TBX-Basic: what it can say comes back, what it cannot say stays, and hostile files."""

import time

import pytest
from hypothesis import given

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import Lang
from bridge.curation.formats import tbx, tbx_out
from tests.curation.entries import SNAKE, TIS, changed, easy, entries, imported, plan, rebuilt
from tests.curation.sayable import in_tbx, sayable

CONCEPT = """<conceptEntry id="c5"><descrip type="subjectField">Net Slang</descrip>
 <langSec xml:lang="zh-CN"><termSec><term>内卷</term></termSec></langSec>
 <langSec xml:lang="en-US"><descripGrp><descrip type="definition">to compete
     for nothing</descrip></descripGrp><termSec><term>rat race</term></termSec></langSec>
</conceptEntry>"""
BASIC = '<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body>{}</body></text></tbx>'
DCT = """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="zh.slang.nei-juan"><min:subjectField>slang</min:subjectField>
 <transacGrp><basic:transactionType>modification</basic:transactionType>
 <note>revision 12</note></transacGrp>
 <basic:definition xml:lang="en">a race without a prize</basic:definition>
 <langSec xml:lang="zh"><termSec><term>卷</term></termSec><termSec><term>内卷</term>
 <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
 <basic:context>太内卷了。</basic:context></termSec></langSec></conceptEntry></body></text></tbx>"""
TBX_2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1">
<langSet xml:lang="en"><tig><term>break a leg</term></tig></langSet>
<langSet xml:lang="zh"><ntig><termGrp><term>祝好运</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


def problem(data: bytes | str) -> str:
    raw = data.encode() if isinstance(data, str) else data
    (found,) = tbx.read(raw, "zh", "slang").problems
    return f"{found.at}: {found.what}"


@easy
@given(entries)
def test_what_tbx_can_say_comes_back_as_it_was(entry: Entry) -> None:
    said = sayable(entry)
    assert rebuilt(tbx.read(tbx_out.write([said], {}), None, None)) == in_tbx(said)


@easy
@given(entries)
def test_what_tbx_cannot_say_stays_as_it_is(entry: Entry) -> None:
    said = sayable(entry)
    assert rebuilt(tbx.read(tbx_out.write([said], {}), None, None), said) == said


def test_a_file_that_came_back_unchanged_changes_nothing() -> None:
    read = tbx.read(tbx_out.write([SNAKE, TIS], {}), None, None)
    assert [line.what for line in plan(read, SNAKE, TIS).lines] == ["same", "same"]


def test_an_export_says_how_old_it_is_and_rows_are_named_by_line() -> None:
    rows = tbx.read(tbx_out.write([SNAKE, TIS], {SNAKE.id: 12}), None, None).rows
    assert [(row.id, row.revision, row.at) for row in rows] == [(TIS.id, 0, 5), (SNAKE.id, 12, 16)]


def test_what_a_program_dropped_on_the_way_is_not_taken_away() -> None:
    bare = changed(SNAKE, sources=(), explained=((Lang("en"), Explanation("bare")),))
    (entry,) = imported(tbx.read(tbx_out.write([bare], {}), None, None), SNAKE)
    assert entry is not None
    assert (entry.sources, entry.explained[0][1].gloss) == (SNAKE.sources, "bare")
    assert (entry.explained[0][1].body, len(entry.explained)) == ("Feet.\nTwo.", 2)


def test_a_file_from_elsewhere_is_read_with_a_language() -> None:
    (entry,) = imported(tbx.read(BASIC.format(CONCEPT).encode(), "zh", None))
    assert entry is not None
    assert (entry.id, entry.term, entry.hits) == ("zh/net-slang/c5", "内卷", ("内卷",))
    told = Explanation("to compete for nothing", "rat race")
    assert entry.explained == ((Lang("en"), told),)


def test_the_other_style_is_read_as_well() -> None:
    (row,) = tbx.read(DCT.encode(), None, None).rows
    assert row.revision == 12
    entry = rebuilt(tbx.read(DCT.encode(), None, None))
    assert (entry.term, entry.variants, entry.hits) == ("内卷", ("卷",), ("太内卷了。",))
    assert entry.explained == ((Lang("en"), Explanation("a race without a prize")),)


def test_tbx_2_with_its_doctype_is_read_as_well() -> None:
    entry = rebuilt(tbx.read(TBX_2.encode(), None, "idiom"))
    assert (entry.id, entry.term) == ("en/idiom/c1", "break a leg")
    assert entry.explained == ((Lang("zh"), Explanation("祝好运", "祝好运")),)


def test_a_concept_that_cannot_be_placed_is_named_with_the_cure() -> None:
    german = tbx.read(BASIC.format(CONCEPT).encode(), "de", None).problems
    assert german[0].what == "'c5' has no term in de: name the language that is explained"
    nameless = BASIC.format(CONCEPT.replace('id="c5"', ""))
    assert "give the concept an id" in problem(nameless)
    unsorted = BASIC.format(CONCEPT.replace("Net Slang", "")).encode()
    assert "--kind slang" in tbx.read(unsorted, "zh", None).problems[0].what


LAUGHS = '<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><t>&b;</t>'
OUTSIDE = '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><t>&x;</t>'
PARAMETER = '<!DOCTYPE t [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><t/>'


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, PARAMETER, "<!DOCTYPE t []><t/>"])
def test_entities_and_rules_of_its_own_are_refused(text: str) -> None:
    assert problem(text).startswith("1: a DOCTYPE with rules or entities of its own: take it out")


def test_a_second_doctype_or_one_behind_the_root_is_refused() -> None:
    plain = '<!DOCTYPE t SYSTEM "a.dtd">'
    assert problem(f"{plain}{plain}<t/>").startswith("1: a DOCTYPE with rules")
    assert problem(f"<t>{plain}</t>").startswith("1: not XML")


def test_hostile_files_are_refused_with_the_cure() -> None:
    assert problem("<a>" * 51 + "</a>" * 51).startswith("0: elements lie more than 50 deep")
    assert problem("<a>" * 3_000_000).startswith("0: elements lie more than 50 deep")
    assert problem("<a><b></a>") == "1: not XML: mismatched tag: line 1, column 8"
    assert problem("<a/>") == "0: no conceptEntry in it: this is no TBX file"
    assert problem("<t>\0</t>").startswith("1: not XML")
    assert problem("") == "1: not XML: no element found: line 1, column 0"
    assert problem("&a;").startswith("1: not XML")
    assert problem(b"\xff<t/>").startswith("1: byte 0 is not UTF-8")
    assert problem('<?xml version="1.0" encoding="GBK"?><t/>').startswith("1: encoded as GBK: save")
    assert problem("<t/>".encode("utf-16")).startswith("0: the file is UTF-16")
    assert problem(b"<" * 10_000_001).startswith("0: the file has 10,000,001 bytes; the limit")


def test_ten_megabytes_are_read_within_seconds() -> None:
    data = BASIC.format(CONCEPT * 20_000).encode()
    start = time.monotonic()
    assert len(tbx.read(data, "zh", None).rows) == 20_000
    assert time.monotonic() - start < 30
