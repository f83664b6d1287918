"""`bridge glossary import` of a dictionary, as it is typed, and the server that takes it up."""

import gzip
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from click.testing import CliRunner, Result

from bridge.cli.doctor import doctor
from bridge.cli.glossary import glossary
from bridge.errors import GlossaryError
from tests.server import running

SMALL = Path(__file__).parents[1] / "library" / "small.u8"


def run(file: Path, data: Path) -> Result:
    return CliRunner().invoke(glossary, ["import", str(file), "--data", str(data)])


def test_what_came_in_is_told_with_its_licence(tmp_path: Path) -> None:
    packed = tmp_path / "cedict_ts.u8.gz"
    packed.write_bytes(gzip.compress(SMALL.read_bytes()))
    found = run(packed, tmp_path / "data")
    assert found.exit_code == 0
    assert "11 words of Small, Culture Bridge, 2026-11-01\n" in found.output
    assert "Licence: CC BY-SA 4.0 https://creativecommons.org/licenses/by-sa/4.0/" in found.output


def test_the_first_wrong_lines_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    file = tmp_path / "own.u8"
    file.write_text("茶 茶 [cha2] /tea/\n" * 9 + "茶\n" * 7, encoding="utf-8")
    found = run(file, tmp_path / "data")
    assert "own.u8:10: not as in" in found.output
    assert "… and 2 more lines" in found.output
    assert "9 words of own; 7 lines were left out" in found.output


def test_what_is_no_dictionary_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.u8"
    file.write_text("hello\n", encoding="utf-8")
    found = run(file, tmp_path / "data")
    assert isinstance(found.exception, GlossaryError)
    assert "own.u8 is no dictionary in CC-CEDICT's format" in str(found.exception)


@pytest.mark.usefixtures("models")
def test_doctor_says_whether_there_is_a_dictionary_and_how_to_get_one(tmp_path: Path) -> None:
    def said() -> str:
        return CliRunner().invoke(doctor, ["--data", str(tmp_path)]).output

    assert "`bridge glossary import cedict_ts.u8.gz` installs CC-CEDICT" in said()
    run(SMALL, tmp_path)
    assert "✓ dictionary: Small, Culture Bridge, 2026-11-01 (CC BY-SA 4.0)" in said()


@pytest.mark.usefixtures("models")
async def test_a_server_that_runs_uses_a_dictionary_as_soon_as_it_is_there(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as server, aiohttp.ClientSession() as client:

        async def bank() -> Any:
            asked = {"texts": ["银行"], "for": "en"}
            async with client.post(f"{server.http}/api/v1/words", json=asked) as response:
                found = await response.json()
                return found["texts"][0][0], found["licence"]

        assert await bank() == ({"text": "银行", "reading": "yínháng", "meanings": None}, None)
        run(SMALL, tmp_path)
        word, licence = await bank()
        assert word["meanings"][0]["senses"][0] == "a house that keeps money"
        assert licence["attribution"] == "Small, Culture Bridge, 2026-11-01"
