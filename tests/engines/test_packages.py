"""A folder of packages, some of them broken."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge.core.model import Lang
from bridge.engines.packages import read_package, scan
from bridge.errors import PackageError

Make = Callable[..., Path]


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path / "none").packages == ()


def test_a_package_is_known_by_its_languages_not_by_its_codes(
    tmp_path: Path, make_package: Make
) -> None:
    make_package(tmp_path / "a", "zt", "pb", version="1.0")
    [package] = scan(tmp_path).packages
    assert package.pair == (Lang("zh-Hant"), Lang("pt-BR"))
    assert package.label == "argos zh-Hant-pt-BR 1.0"


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        ("metadata.json", "a: metadata.json is missing"),
        ("model/model.bin", "a: model/model.bin is missing"),
        ("sentencepiece.model", "a: it has neither sentencepiece.model nor bpe.model"),
    ],
)
def test_a_broken_package_is_told_of_and_leaves_the_others(
    tmp_path: Path, make_package: Make, missing: str, why: str
) -> None:
    make_package(tmp_path / "a", "zh", "en")
    make_package(tmp_path / "b", "en", "zh")
    (tmp_path / "a" / missing).unlink()
    found = scan(tmp_path)
    assert [package.folder.name for package in found.packages] == ["b"]
    assert found.problems == (f"{why}; install it again or delete the folder",)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"from_code": None}, "metadata.json is wrong"),
        ({"from_code": "../../etc"}, "is not a language code"),
        ({"to_code": "zh"}, "translates zh into itself"),
        ({"package_version": "1/../2"}, "is not a version"),
        ({"type": "sbd"}, "'sbd' package"),
        ({"target_prefix": ["x"]}, "metadata.json is wrong"),
    ],
)
def test_metadata_that_lies_is_refused(
    tmp_path: Path, make_package: Make, change: dict[str, object], why: str
) -> None:
    folder = make_package(tmp_path / "a", "zh", "en")
    metadata = json.loads((folder / "metadata.json").read_text())
    (folder / "metadata.json").write_text(json.dumps(metadata | change))
    with pytest.raises(PackageError, match=why):
        read_package(folder)


def test_metadata_that_is_no_json_is_refused(tmp_path: Path, make_package: Make) -> None:
    folder = make_package(tmp_path / "a", "zh", "en")
    (folder / "metadata.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(PackageError, match="is wrong"):
        read_package(folder)


def test_packages_on_their_way_in_are_not_seen(tmp_path: Path, make_package: Make) -> None:
    make_package(tmp_path / ".passing-1" / "a", "zh", "en")
    (tmp_path / "notes.txt").write_text("not a folder")
    found = scan(tmp_path)
    assert (found.packages, found.problems) == ((), ())


def test_a_package_put_in_by_hand_goes_before_a_starter(tmp_path: Path, make_package: Make) -> None:
    make_package(tmp_path / "mine", "zh", "en")
    make_package(tmp_path / "starter-zh_en", "zh", "en")
    [package] = scan(tmp_path).serving().values()
    assert package.folder.name == "mine"


def test_the_newer_of_two_serves(tmp_path: Path, make_package: Make) -> None:
    make_package(tmp_path / "b-new", "zh", "en")
    make_package(tmp_path / "a-old", "zh", "en")
    model = tmp_path / "b-new" / "model" / "model.bin"
    model.replace(model.with_suffix(".away"))
    model.with_suffix(".away").replace(model)
    [package] = scan(tmp_path).serving().values()
    assert package.folder.name == "b-new"
