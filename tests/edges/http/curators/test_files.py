"""Whole files over HTTP: shown row by row, taken in whole or not at all, given out again."""

import io
import zipfile

import aiohttp
import pytest

from tests.edges.http.curators.conftest import Bureau
from tests.office import Caller

pytestmark = pytest.mark.asyncio(loop_scope="module")

IMPORT = "/api/v1/glossary/import?format=toml&lang=zh&kind=slang"
GOOD = """
[du-du-ji]
term = "嘟嘟机"
hits = ["他有个嘟嘟机"]

[du-du-ji.for.en]
gloss = "a made-up machine"
"""


async def send(bureau: Bureau, caller: Caller, query: str, data: bytes) -> tuple[int, dict]:
    address = f"{bureau.server.http}{IMPORT}{query}"
    async with bureau.http.post(address, data=io.BytesIO(data), headers=caller.headers) as response:
        return response.status, await response.json()


async def test_a_file_is_shown_first_and_then_taken_in_as_shown(
    bureau: Bureau, ann: Caller
) -> None:
    status, shown = await send(bureau, ann, "&dry=1", GOOD.encode())
    assert (status, shown["counts"]["add"]) == (200, 1)
    assert (await ann.get("/glossary/entries/zh/slang/du-du-ji")).status == 404
    status, _ = await send(bureau, ann, f"&dry=0&digest={shown['digest']}", GOOD.encode())
    assert status == 200
    assert (await ann.get("/glossary/entries/zh/slang/du-du-ji")).status == 200
    status, again = await send(bureau, ann, "&dry=1", GOOD.encode())
    assert again["counts"]["same"] == 1


async def test_another_file_than_the_one_shown_is_not_taken_in(bureau: Bureau, ann: Caller) -> None:
    other = GOOD.replace("du-du-ji", "du-du-jia").replace("嘟嘟机", "嘟嘟价")
    _, shown = await send(bureau, ann, "&dry=1", other.encode())
    changed = other.replace("machine", "price").encode()
    status, told = await send(bureau, ann, f"&dry=0&digest={shown['digest']}", changed)
    assert (status, told["error"]["code"]) == (409, "conflict")
    assert (await ann.get("/glossary/entries/zh/slang/du-du-jia")).status == 404


async def test_one_wrong_row_keeps_the_whole_file_out(bureau: Bureau, ann: Caller) -> None:
    bad = GOOD.replace("du-du-ji", "du-du-jib").replace('gloss = "a made-up machine"', "x = 1")
    status, shown = await send(bureau, ann, "&dry=1", bad.encode())
    assert (status, shown["counts"]["error"]) == (200, 1)
    assert shown["rows"][0]["why"]
    status, told = await send(bureau, ann, f"&dry=0&digest={shown['digest']}", bad.encode())
    assert (status, told["error"]["code"]) == (422, "bad-file")


async def test_a_file_of_a_few_megabytes_is_read_and_one_of_eleven_is_not(
    bureau: Bureau, ann: Caller
) -> None:
    status, _ = await send(bureau, ann, "&dry=1", b"#" * 2_000_000)
    assert status == 200
    status, told = await send(bureau, ann, "&dry=1", b"#" * 11_000_000)
    assert (status, told["error"]["code"]) == (413, "too-long")


async def test_everything_comes_out_as_the_files_that_git_holds_and_goes_in_again(
    bureau: Bureau, ann: Caller
) -> None:
    address = f"{bureau.server.http}/api/v1/glossary/export?format=toml"
    async with bureau.http.get(address, headers=ann.headers) as response:
        assert response.headers["Content-Disposition"] == (
            "attachment; filename*=UTF-8''glossary.zip"
        )
        data = await response.read()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "zh/idiom.toml" in archive.namelist()
    status, shown = await send(bureau, ann, "&dry=1", data)
    assert status == 200
    assert {what for what, count in shown["counts"].items() if count} == {"same"}


@pytest.mark.parametrize("form", ["csv", "tbx"])
async def test_other_formats_come_out_too(bureau: Bureau, ann: Caller, form: str) -> None:
    address = f"{bureau.server.http}/api/v1/glossary/export?format={form}&lang=zh&kind=number"
    async with bureau.http.get(address, headers=ann.headers) as response:
        assert (response.status, response.headers["X-Content-Type-Options"]) == (200, "nosniff")
        assert response.headers["Content-Disposition"].endswith(f"glossary-zh-number.{form}")
        assert len(await response.read()) > 100


async def test_there_is_no_file_of_what_nobody_wrote(bureau: Bureau, ann: Caller) -> None:
    address = f"{bureau.server.http}/api/v1/glossary/export?format=csv&lang=tlh"
    async with bureau.http.get(address, headers=ann.headers) as response:
        assert response.status == 404


async def test_a_stranger_gets_nothing(bureau: Bureau) -> None:
    async with aiohttp.ClientSession(bureau.server.http) as http:
        assert (await http.post(IMPORT, data=b"")).status == 401
        assert (await http.get("/api/v1/glossary/export")).status == 401
