"""`bridge models`, as it is typed."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner, Result

from bridge.cli import models as command
from bridge.errors import PackageError

Make = Callable[..., Path]
Zip = Callable[[Path, Path], Path]
Run = Callable[..., Result]


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "starter"
    folder.mkdir()
    monkeypatch.setattr(command, "STARTER", folder)
    return folder


@pytest.fixture
def run(tmp_path: Path, starter: Path) -> Run:
    """`bridge models …` on a data folder of its own."""

    def run(*arguments: str, **environment: str) -> Result:
        return CliRunner().invoke(
            command.models, [*arguments, "--data", str(tmp_path / "data")], env=environment
        )

    return run


@pytest.fixture
def archive(tmp_path: Path, make_package: Make, zip_package: Zip) -> Path:
    return zip_package(make_package(tmp_path / "src", "zh", "en"), tmp_path / "zh_en.argosmodel")


@pytest.fixture
async def index(archive: Path) -> AsyncIterator[str]:
    """The address of an index that lists the archive as zh → en."""
    app = web.Application()
    server = TestServer(app)

    async def listing(request: web.Request) -> web.Response:
        links = [str(server.make_url("/zh_en.argosmodel"))]
        entry = {"from_code": "zh", "to_code": "en", "package_version": "1.0", "links": links}
        return web.Response(text=json.dumps([entry]))

    async def package(request: web.Request) -> web.FileResponse:
        return web.FileResponse(archive)

    app.router.add_get("/index.json", listing)
    app.router.add_get("/zh_en.argosmodel", package)
    await server.start_server()
    yield str(server.make_url("/index.json"))
    await server.close()


def test_with_nothing_installed_the_list_says_how_to_begin(run: Run) -> None:
    done = run("list")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "bridge models install zh en" in done.stderr


def test_a_file_is_installed_listed_and_removed(run: Run, archive: Path) -> None:
    assert run("install", str(archive)).stdout == "installed zh → en 1.0\n"
    assert run("list").stdout.split()[:4] == ["zh", "→", "en", "1.0"]
    assert run("remove", "zh-CN", "en").stdout == "removed zh → en\n"
    assert run("list").stdout == ""


async def test_a_pair_is_fetched_from_the_index(run: Run, index: str) -> None:
    done = await asyncio.to_thread(run, "install", "zh", "en", BRIDGE_MODEL_INDEX=index)
    assert done.exit_code == 0
    assert done.stdout.endswith("installed zh → en 1.0\n")
    assert run("list").stdout.startswith("zh → en")


async def test_a_pair_that_the_index_lacks_is_an_error_with_a_cure(run: Run, index: str) -> None:
    done = await asyncio.to_thread(run, "install", "en", "zh", BRIDGE_MODEL_INDEX=index)
    assert isinstance(done.exception, PackageError)
    assert "no package en → zh" in str(done.exception)


def test_the_starter_packages_are_there_from_the_beginning(
    run: Run, starter: Path, archive: Path
) -> None:
    archive.rename(starter / archive.name)
    assert "came with the bridge" in run("list").stdout


def test_after_a_removal_the_starter_package_serves_again(
    run: Run, starter: Path, archive: Path
) -> None:
    (starter / archive.name).write_bytes(archive.read_bytes())
    run("install", str(archive))
    assert "(another one serves this pair)" in run("list").stdout
    assert run("remove", "zh", "en").stdout == (
        "removed zh → en; the starter package serves it now\n"
    )


def test_a_broken_folder_is_listed_as_left_out(run: Run, tmp_path: Path, archive: Path) -> None:
    run("install", str(archive))
    (tmp_path / "data" / "packages" / "junk").mkdir()
    done = run("list")
    assert done.stdout.startswith("zh → en")
    assert "left out: junk: metadata.json is missing" in done.stderr


def test_three_words_are_wrong_usage(run: Run) -> None:
    assert run("install", "zh", "en", "fr").exit_code == 2
