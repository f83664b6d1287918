"""Lines of a dictionary in CC-CEDICT's format."""

import pytest

from bridge.core.cedict import Headword, Source, parse_line, parse_setting, readable, source_of
from bridge.errors import GlossaryError


def test_a_line_is_two_forms_a_reading_and_senses() -> None:
    assert parse_line("銀行 银行 [yin2  hang2] /bank/place for money/\r\n") == Headword(
        "銀行", "银行", "yin2 hang2", ("bank", "place for money")
    )


@pytest.mark.parametrize(
    "line",
    [
        "银行",
        "銀行 银行 yin2 hang2 /bank/",
        "銀行 银行 [yin2 hang2]",
        "銀行 银行 [yin2 hang2] //",
        "銀行 银行 [yin2 hang2] / /",
        "銀行 [yin2 hang2] /bank/",
        "銀行 银行 [yin2] /bank/ and more",
    ],
)
def test_a_line_that_is_none_says_what_one_looks_like(line: str) -> None:
    with pytest.raises(GlossaryError, match=r"not as in “傳統 传统 \[chuan2 tong3\]"):
        parse_line(line)


def test_a_line_without_end_is_refused_unread() -> None:
    with pytest.raises(GlossaryError, match="the limit is 8,192"):
        parse_line("a b [c] /" + "/d" * 10_000 + "/")


@pytest.mark.parametrize(
    ("sense", "simplified", "traditional"),
    [
        ("CL:個|个[ge4],位[wei4]", "measure words: 个 (gè), 位 (wèi)", None),
        ("CL:頭|头[tou2]", "measure word: 头 (tóu)", "measure word: 頭 (tóu)"),
        ("see 發財|发财[fa1 cai2]", "see 发财 (fācái)", "see 發財 (fācái)"),
        ("old form of 床[chuang2]", "old form of 床 (chuáng)", None),
        ("either/or [sic]", "either/or [sic]", None),
    ],
)
def test_a_sense_names_other_words_in_the_readers_script(
    sense: str, simplified: str, traditional: str | None
) -> None:
    assert readable(sense, traditional=False) == simplified
    assert traditional is None or readable(sense, traditional=True) == traditional


def test_what_the_head_says_is_kept() -> None:
    settings = {
        "publisher": "MDBG",
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "date": "2026-01-31T05:31:25Z",
    }
    found = source_of("CC-CEDICT", settings)
    assert found.licence == "CC BY-SA 4.0"
    assert found.licence_url == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert found.attribution == "CC-CEDICT, MDBG, 2026-01-31"


def test_a_licence_that_is_no_address_is_shown_and_not_linked() -> None:
    found = source_of("Ours", {"license": "javascript:alert(1)"})
    assert found == Source("Ours", licence="javascript:alert(1)")


def test_a_setting_is_a_name_and_a_value() -> None:
    assert parse_setting("#! date = 2026 ") == ("date", "2026")
    assert parse_setting("# date=2026") is None
