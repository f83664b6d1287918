"""`bridge glossary import`, `export` and `build`, as they are typed."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bridge.cli.glossary import glossary
from bridge.core.revisions import Revision
from bridge.curation.formats import csv, tbx_out, toml
from bridge.errors import BridgeError
from bridge.store.sqlite import SqliteStore
from tests.curation.entries import SNAKE, changed

Run = Callable[..., Result]
BETTER = changed(SNAKE, plain="多此一举")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A glossary of one entry."""
    file = tmp_path / "files" / "zh" / "idiom.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(toml.write([SNAKE], {}))
    return tmp_path / "files"


@pytest.fixture
def run(files: Path, tmp_path: Path) -> Run:
    """`bridge glossary …` on these files and a data folder of its own."""

    def run(*arguments: str | Path, typed: str = "") -> Result:
        where = ("--glossary", str(files), "--data", str(tmp_path / "data"))
        return CliRunner().invoke(glossary, [*map(str, arguments), *where], input=typed)

    return run


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "better.csv"
    file.write_bytes(csv.write([BETTER], {}))
    return file


def refused(result: Result) -> str:
    assert isinstance(result.exception, BridgeError), result.output
    return str(result.exception)


def revisions(tmp_path: Path) -> tuple[Revision, ...]:
    async def look() -> tuple[Revision, ...]:
        store = await SqliteStore.open(tmp_path / "data" / "rooms.db")
        try:
            return await store.revisions().history(SNAKE.id)
        finally:
            await store.close()

    return asyncio.run(look())


def test_an_import_shows_what_it_would_do_and_asks(run: Run, sheet: Path, tmp_path: Path) -> None:
    result = run("import", sheet, typed="y\n")
    assert "plain: 做多余的事 → 多此一举" in result.output
    assert "0 add, 1 change, 0 same, 0 conflict, 0 error" in result.output
    assert "Change 1 entry? [y/N]" in result.output
    (made,) = revisions(tmp_path)
    assert (made.entry, made.shipped) == (BETTER, SNAKE)
    assert (made.by_name, made.why) == ("command line", "imported better.csv")


def test_whoever_says_no_changes_nothing(run: Run, sheet: Path, tmp_path: Path) -> None:
    assert run("import", sheet, typed="n\n").exit_code == 1
    assert not (tmp_path / "data").exists()


def test_a_preview_changes_nothing_and_makes_no_database(
    run: Run, sheet: Path, tmp_path: Path
) -> None:
    assert "1 change" in run("preview", sheet).output
    assert not (tmp_path / "data").exists()


def test_what_was_imported_is_the_same_the_next_time(run: Run, sheet: Path) -> None:
    run("import", sheet, "--yes")
    # The file says that it is as old as what was shipped.
    assert "0 add, 0 change, 1 same" in run("import", sheet, "--yes").output


def test_one_wrong_row_stops_the_whole_file(run: Run, sheet: Path, tmp_path: Path) -> None:
    sheet.write_bytes(sheet.read_bytes() + b"zh/idiom/bad" + b"," * 40 + b"\r\n")
    result = run("import", sheet, "--yes")
    assert refused(result).startswith("nothing can be imported before these rows are mended")
    assert "error    row 3" in result.output
    assert not (tmp_path / "data").exists()


def test_an_entry_that_is_not_found_in_its_own_sentence_is_an_error(run: Run, sheet: Path) -> None:
    sheet.write_bytes(csv.write([changed(SNAKE, hits=("别的话。",))], {}))
    result = run("import", sheet, "--yes")
    assert refused(result)
    assert "is not found in its hit “别的话。”: add the spelling to variants" in result.output


def test_a_spelling_that_another_entry_has_is_an_error(run: Run, sheet: Path) -> None:
    again = changed(SNAKE, id="zh/idiom/snake", term="蛇足", variants=("画蛇添足",), hits=("蛇足",))
    sheet.write_bytes(csv.write([again], {}))
    result = run("import", sheet, "--yes")
    assert refused(result)
    assert "“画蛇添足” belongs to zh/idiom/hua-she-tian-zu already" in result.output


def test_a_sheet_from_before_somebodys_change_is_a_conflict(run: Run, sheet: Path) -> None:
    run("import", sheet, "--yes")
    sheet.write_bytes(csv.write([changed(SNAKE, plain="没必要")], {}))
    result = run("import", sheet, "--yes")
    assert refused(result)
    assert "changed here since revision 0, in the same place: plain" in result.output


@pytest.mark.parametrize("name", ["out.csv", "out.tbx", "zh/out.toml"])
def test_what_is_exported_comes_back_as_the_same(
    run: Run, sheet: Path, tmp_path: Path, name: str
) -> None:
    run("import", sheet, "--yes")
    out = tmp_path / name
    out.parent.mkdir(exist_ok=True)
    run("export", out)
    back = run("preview", out, *(("--kind", "idiom") if name.endswith("toml") else ()))
    assert "0 add, 0 change, 1 same" in back.output


def test_a_folder_is_exported_as_git_holds_it(run: Run, sheet: Path, tmp_path: Path) -> None:
    run("import", sheet, "--yes")
    run("export", tmp_path / "out")
    assert (tmp_path / "out/zh/idiom.toml").read_bytes() == toml.write([BETTER], {})
    assert "1 same" in run("preview", tmp_path / "out").output


def test_an_export_without_a_name_goes_to_standard_output(run: Run) -> None:
    assert run("export", "--format", "tbx").stdout_bytes == tbx_out.write([SNAKE], {})
    assert refused(run("export", "--kind", "slang")) == "no entry is in slang"


def test_a_file_of_another_kind_is_refused_with_the_cure(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.docx"
    other.write_bytes(b"PK")
    assert "the name ends in .toml, .zip, .csv, .tbx or .xml" in refused(run("preview", other))


def test_building_takes_in_what_curators_changed(run: Run, sheet: Path, tmp_path: Path) -> None:
    run("import", sheet, "--yes")
    assert "1 entry in" in run("build").output
    assert (tmp_path / "data/glossary.db").exists()


def test_building_on_a_contradiction_shows_it_and_builds_nothing(
    run: Run, sheet: Path, files: Path, tmp_path: Path
) -> None:
    run("import", sheet, "--yes")
    (files / "zh/idiom.toml").write_bytes(toml.write([changed(SNAKE, plain="没必要")], {}))
    result = run("build")
    assert refused(result).startswith("new files and curators contradict each other on 1 entry")
    assert "the curators  多此一举" in result.output
    assert "the files     没必要" in result.output
    assert not (tmp_path / "data/glossary.db").exists()


def test_a_contradiction_is_settled_for_one_side(run: Run, sheet: Path, files: Path) -> None:
    run("import", sheet, "--yes")
    (files / "zh/idiom.toml").write_bytes(toml.write([changed(SNAKE, plain="没必要")], {}))
    run("resolve", SNAKE.id, "--files", "--why", "as agreed")
    assert run("build").exit_code == 0
    assert "没必要" in run("export").output


def test_a_pull_request_that_was_taken_over_contradicts_nothing(
    run: Run, sheet: Path, files: Path
) -> None:
    run("import", sheet, "--yes")
    sheet.write_bytes(csv.write([changed(BETTER, plain="没必要")], {SNAKE.id: 1}))
    run("import", sheet, "--yes")
    (files / "zh/idiom.toml").write_bytes(toml.write([BETTER], {}))
    assert run("build").exit_code == 0


def test_an_unknown_person_is_told_how_to_become_known(run: Run, sheet: Path) -> None:
    result = run("import", sheet, "--yes", "--as", "mei")
    assert refused(result) == "nobody is called mei; `bridge users add mei --role curator`"
