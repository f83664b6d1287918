"""The ceilings of design.md: small files, small functions, nothing called utils."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 40
PYTHON = sorted(
    file for folder in ("bridge", "training", "tests") for file in (ROOT / folder).rglob("*.py")
)
SCRIPTS = sorted((ROOT / "web").rglob("*.js"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def long_functions(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    ]


def test_there_is_something_to_look_at() -> None:
    assert len(PYTHON) > 50
    assert len(SCRIPTS) > 20


@pytest.mark.parametrize("file", [*PYTHON, *SCRIPTS], ids=name)
def test_a_file_can_be_read_in_one_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("file", PYTHON, ids=name)
def test_a_function_fits_on_a_screen(file: Path) -> None:
    assert long_functions(file) == []


@pytest.mark.parametrize("file", [*PYTHON, *SCRIPTS], ids=name)
def test_a_file_says_what_it_is_for(file: Path) -> None:
    assert file.stem not in VAGUE
