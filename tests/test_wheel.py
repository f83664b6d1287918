"""A wheel carries everything: installed alone, outside the repository, it serves."""

import os
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from tests.server import process

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `uv build` makes it."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        ["uv", "build", "--wheel", "--out-dir", str(out)], cwd=ROOT, check=True, capture_output=True
    )
    return next(out.glob("*.whl"))


def test_the_wheel_holds_page_glossaries_and_models(wheel: Path, models: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "bridge/_data/web/index.html",
        "bridge/_data/web/chat-bridge.js",
        "bridge/_data/glossaries/zh/idiom.toml",
        "bridge/edges/http/openapi/api.json",
    } <= names
    assert {f"bridge/starter/{package.name}" for package in models.glob("*.argosmodel")} <= names


def test_installed_outside_the_repository_it_serves(wheel: Path, tmp_path: Path) -> None:
    # Without its dependencies: those of the environment that runs this test lie underneath.
    home = tmp_path / "venv"
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    subprocess.run(
        ["uv", "pip", "install", "--python", str(python), "--no-deps", "--offline", str(wheel)],
        check=True,
        capture_output=True,
    )
    underneath = next(Path(each) for each in sys.path if each.endswith("site-packages"))
    (next(home.glob("lib/python*/site-packages")) / "underneath.pth").write_text(f"{underneath}\n")
    found = subprocess.run(
        [python, "-c", "import bridge; print(bridge.__file__)"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert str(home) in found.stdout
    with process(tmp_path / "data", python=str(python), cwd=tmp_path) as server:
        for path, holds in (
            ("/widget.js", b"chat-bridge"),
            ("/api/v1/entries?q=yyds", b"zh/slang/yyds"),
        ):
            with urllib.request.urlopen(server.http + path, timeout=10) as answer:
                assert holds in answer.read()
