"""Packages come in whole or not at all, and none harms another."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge.core.model import Lang
from bridge.engines.installer import install, install_starter, remove
from bridge.engines.loaded import try_out
from bridge.engines.packages import Package, scan
from bridge.errors import PackageError

Make = Callable[..., Path]
Zip = Callable[[Path, Path], Path]
ZH, EN = Lang("zh"), Lang("en")


@pytest.fixture
def archive(tmp_path: Path, make_package: Make, zip_package: Zip) -> Path:
    return zip_package(make_package(tmp_path / "src", "zh", "en"), tmp_path / "zh_en.argosmodel")


@pytest.fixture
def newer(tmp_path: Path, make_package: Make, zip_package: Zip) -> Path:
    folder = make_package(tmp_path / "newer", "zh", "en", version="1.1")
    return zip_package(folder, tmp_path / "zh_en-1_1.argosmodel")


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    return tmp_path / "data" / "packages"


def names(packages: Path) -> list[str]:
    """What lies there, without the changing part of the names."""
    return sorted(each.name.rsplit("-", 1)[0] for each in packages.iterdir())


def accept(package: Package) -> None:
    """A trial that everything passes."""


def refuse(package: Package) -> None:
    """A trial that nothing passes."""
    raise PackageError("it does not run")


def test_an_installed_package_is_found_by_the_next_scan(archive: Path, packages: Path) -> None:
    installed = install(archive, packages, try_out)
    assert scan(packages).packages == (installed,)
    assert (installed.pair, installed.version) == ((ZH, EN), "1.0")


def test_nothing_stays_behind_but_the_package(archive: Path, packages: Path) -> None:
    install(archive, packages, try_out)
    assert names(packages) == ["zh_en-1_0"]


def test_a_new_version_takes_the_place_of_the_old(
    archive: Path, newer: Path, packages: Path
) -> None:
    install(archive, packages, accept)
    install(newer, packages, accept)
    assert names(packages) == ["zh_en-1_1"]


def test_going_back_to_an_old_version_works_the_same_way(
    archive: Path, newer: Path, packages: Path
) -> None:
    install(newer, packages, accept)
    install(archive, packages, accept)
    assert names(packages) == ["zh_en-1_0"]


def test_installing_again_repairs_what_was_damaged(archive: Path, packages: Path) -> None:
    installed = install(archive, packages, accept)
    (installed.folder / "model" / "model.bin").unlink()
    install(archive, packages, accept)
    assert scan(packages).problems == ()


def test_a_folder_that_others_put_there_is_left_alone(
    archive: Path, packages: Path, make_package: Make
) -> None:
    make_package(packages / "zh_en-by-hand", "zh", "en")
    make_package(packages / "other", "fr", "en")
    install(archive, packages, accept)
    assert (packages / "zh_en-by-hand").is_dir()
    assert (packages / "other").is_dir()


def test_a_package_that_fails_its_trial_leaves_everything_as_it_was(
    archive: Path, newer: Path, packages: Path
) -> None:
    before = install(archive, packages, accept)
    with pytest.raises(PackageError, match="does not run"):
        install(newer, packages, refuse)
    assert scan(packages).packages == (before,)


def test_a_model_of_rubbish_fails_the_real_trial(
    tmp_path: Path, packages: Path, make_package: Make, zip_package: Zip
) -> None:
    folder = make_package(tmp_path / "rubbish", "zh", "en")
    (folder / "model" / "model.bin").write_bytes(b"rubbish" * 100)
    with pytest.raises(PackageError, match="the model does not run"):
        install(zip_package(folder, tmp_path / "x.argosmodel"), packages, try_out)
    assert list(packages.iterdir()) == []


def test_an_archive_without_metadata_is_no_package(tmp_path: Path, packages: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("p/model/model.bin", "x")
    with pytest.raises(PackageError, match=r"x\.argosmodel: metadata\.json is missing"):
        install(path, packages, accept)


def test_metadata_cannot_choose_a_place_outside(
    tmp_path: Path, packages: Path, make_package: Make, zip_package: Zip
) -> None:
    folder = make_package(tmp_path / "src", "zh", "en")
    (folder / "metadata.json").write_text(json.dumps({"from_code": "../..", "to_code": "en"}))
    with pytest.raises(PackageError, match="not a language code"):
        install(zip_package(folder, tmp_path / "x.argosmodel"), packages, accept)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, packages: Path) -> None:
    with pytest.raises(PackageError, match=r"none\.argosmodel: No such file"):
        install(tmp_path / "none.argosmodel", packages, accept)


def test_the_pickle_in_a_package_is_not_installed(
    tmp_path: Path, packages: Path, make_package: Make, zip_package: Zip
) -> None:
    folder = make_package(tmp_path / "src", "zh", "en")
    (folder / "stanza").mkdir()
    (folder / "stanza" / "x.pt").write_bytes(b"cposix\nsystem\n(S'touch pwn'\ntR.")
    installed = install(zip_package(folder, tmp_path / "x.argosmodel"), packages, try_out)
    assert not (installed.folder / "stanza").exists()


def test_removing_takes_every_package_put_in_by_hand_for_the_pair(
    archive: Path, packages: Path, make_package: Make
) -> None:
    install(archive, packages, accept)
    make_package(packages / "by-hand", "zh", "en")
    make_package(packages / "other", "en", "zh")
    assert remove((ZH, EN), packages) == 2
    assert [each.name for each in packages.iterdir()] == ["other"]


def test_removing_what_is_not_there_is_an_error_with_a_cure(packages: Path) -> None:
    with pytest.raises(PackageError, match="not installed; `bridge models list`"):
        remove((ZH, EN), packages)


def test_the_starter_packages_are_unpacked_once(archive: Path, packages: Path) -> None:
    install_starter(archive.parent, packages)
    [first] = scan(packages).packages
    install_starter(archive.parent, packages)
    assert scan(packages).packages == (first,)
    assert first.is_starter


def test_a_starter_package_cannot_be_removed(archive: Path, packages: Path) -> None:
    install_starter(archive.parent, packages)
    with pytest.raises(PackageError, match="comes with the bridge"):
        remove((ZH, EN), packages)


def test_an_updated_starter_package_replaces_the_earlier_one(
    archive: Path, newer: Path, packages: Path
) -> None:
    newer_bytes = newer.read_bytes()
    newer.unlink()
    install_starter(archive.parent, packages)
    archive.write_bytes(newer_bytes)
    install_starter(archive.parent, packages)
    assert names(packages) == ["starter-zh_en-1_1"]


def test_a_damaged_starter_folder_is_repaired_at_the_next_start(
    archive: Path, packages: Path
) -> None:
    install_starter(archive.parent, packages)
    [package] = scan(packages).packages
    (package.folder / "metadata.json").unlink()
    install_starter(archive.parent, packages)
    assert [each.version for each in scan(packages).packages] == ["1.0"]


def test_a_broken_starter_archive_leaves_the_earlier_package_in_place(
    archive: Path, packages: Path, caplog: pytest.LogCaptureFixture
) -> None:
    install_starter(archive.parent, packages)
    archive.write_bytes(b"half")
    install_starter(archive.parent, packages)
    assert names(packages) == ["starter-zh_en-1_0"]
    assert "zh_en.argosmodel is not a whole zip archive" in caplog.text


def test_without_starter_packages_nothing_happens(tmp_path: Path, packages: Path) -> None:
    install_starter(tmp_path / "none", packages)
    assert not packages.exists()


def test_what_a_killed_installation_left_is_swept_away_an_hour_later(
    archive: Path, packages: Path
) -> None:
    for name, age in ((".passing-old", 7200), (".passing-young", 0)):
        (packages / name).mkdir(parents=True)
        then = (packages / name).stat().st_mtime - age
        os.utime(packages / name, (then, then))
    install(archive, packages, accept)
    assert names(packages) == [".passing", "zh_en-1_0"]
