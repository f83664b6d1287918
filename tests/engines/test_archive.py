"""Archives that mean harm are refused before they do any (security.md S25, S26)."""

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from bridge.engines import archive
from bridge.engines.archive import unpack
from bridge.errors import PackageError

GOOD = {
    "p/metadata.json": b"{}",
    "p/model/model.bin": b"weights",
    "p/sentencepiece.model": b"pieces",
    "p/README.md": b"read me",
}


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


def packed(tmp_path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = tmp_path / "p.argosmodel"
    with zipfile.ZipFile(path, "w", method) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path


def files_in(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_the_parts_of_a_package_arrive_without_their_top_folder(tmp_path: Path, into: Path) -> None:
    unpack(packed(tmp_path, GOOD), into)
    assert files_in(into) == {name.removeprefix("p/") for name in GOOD}
    assert (into / "model/model.bin").read_bytes() == b"weights"


@pytest.mark.parametrize(
    "name",
    [
        "p/stanza/x.pt",
        "p/stanza/metadata.json",
        "p/model/deeper/x.bin",
        "p/setup.py",
        "p/model/.hidden",
        "p/metadata.json.bak",
    ],
)
def test_what_no_package_needs_is_never_written(tmp_path: Path, into: Path, name: str) -> None:
    unpack(packed(tmp_path, GOOD | {name: b"pickle"}), into)
    assert files_in(into) == {name.removeprefix("p/") for name in GOOD}


@pytest.mark.parametrize(
    "name",
    [
        "p/../evil",
        "../p/model/model.bin",
        "/p/metadata.json",
        "p//metadata.json",
        "p/model\\model.bin",
        "C:/model/x",
        "p/./x",
        "p/a\nb",
    ],
)
def test_a_name_that_leads_elsewhere_condemns_the_archive(
    tmp_path: Path, into: Path, name: str
) -> None:
    with pytest.raises(PackageError, match="not inside its folder"):
        unpack(packed(tmp_path, GOOD | {name: b"x"}), into)
    assert files_in(into) == set()


def test_a_name_cut_at_a_null_byte_is_judged_whole(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, GOOD | {"p/README.X": b"x"})
    path.write_bytes(path.read_bytes().replace(b"p/README.X", b"p/README\0X"))
    with pytest.raises(PackageError, match="not inside its folder"):
        unpack(path, into)


def test_two_top_folders_are_one_too_many(tmp_path: Path, into: Path) -> None:
    with pytest.raises(PackageError, match="more than one top folder"):
        unpack(packed(tmp_path, GOOD | {"q/metadata.json": b"{}"}), into)


def test_a_symbolic_link_is_refused(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, GOOD)
    link = zipfile.ZipInfo("p/model/link.bin")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(link, "/etc/passwd")
    with pytest.raises(PackageError, match="a link or a device"):
        unpack(path, into)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, GOOD)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("p/model/MODEL.bin", b"other")
    with pytest.raises(PackageError, match="two files named"):
        unpack(path, into)


def test_a_bomb_is_stopped_at_two_hundred_times_its_size(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, GOOD | {"p/model/bomb.bin": bytes(30_000_000)})
    with pytest.raises(PackageError, match="200 times its size"):
        unpack(path, into)
    assert (into / "model/bomb.bin").stat().st_size <= 200 * 64 * 1024


def test_no_package_unpacks_to_more_than_the_limit(
    tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 1000)
    path = packed(tmp_path, GOOD | {"p/model/large.bin": bytes(1001)}, zipfile.ZIP_STORED)
    with pytest.raises(PackageError, match="more than 1,000 bytes"):
        unpack(path, into)


def test_a_size_that_lies_in_the_headers_fools_nobody(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, {"p/model/bomb.bin": bytes(30_000_000)})
    true, lie = struct.pack("<I", 30_000_000), struct.pack("<I", 10)
    path.write_bytes(path.read_bytes().replace(true, lie))
    with pytest.raises(PackageError, match="not a whole zip archive"):
        unpack(path, into)
    assert (into / "model/bomb.bin").stat().st_size <= 10


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_inflate_past_any_count_are_refused(
    tmp_path: Path, into: Path, method: int
) -> None:
    with pytest.raises(PackageError, match="other than deflate"):
        unpack(packed(tmp_path, GOOD, method), into)


def test_too_many_entries_are_refused(tmp_path: Path, into: Path) -> None:
    many = {f"p/stanza/{number}": b"" for number in range(archive.MAX_ENTRIES + 1)}
    with pytest.raises(PackageError, match="the limit is 2,000"):
        unpack(packed(tmp_path, many), into)


def test_a_list_of_files_that_would_fill_the_memory_is_not_read(tmp_path: Path, into: Path) -> None:
    # Forty thousand entries with long names: three megabytes of list.
    many = {f"p/{number:050}": b"" for number in range(30_000)}
    with pytest.raises(PackageError, match="list of files"):
        unpack(packed(tmp_path, many, zipfile.ZIP_STORED), into)


def test_an_encrypted_archive_is_refused(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, GOOD)
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(PackageError, match="encrypted"):
        unpack(path, into)


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>404</html>", bytes(1000)])
def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path, into: Path, content: bytes) -> None:
    path = tmp_path / "p.argosmodel"
    path.write_bytes(content)
    with pytest.raises(PackageError, match=r"p\.argosmodel is not a whole zip archive"):
        unpack(path, into)


def test_half_an_archive_is_said_to_be_no_whole_one(tmp_path: Path, into: Path) -> None:
    path = packed(tmp_path, GOOD)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(PackageError, match="not a whole zip archive"):
        unpack(path, into)
