"""Fetching packages, from an index and a server of our own."""

import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bridge.core.model import Lang
from bridge.engines.index import Index, Listed
from bridge.errors import PackageError

ZH, EN, FR = Lang("zh"), Lang("en"), Lang("fr")
CONTENT = b"package" * 1000


class Shop:
    """A server whose index the test writes."""

    def __init__(self) -> None:
        self.entries: Any = []
        self.asked: list[str] = []
        self.server = TestServer(self._app())

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/index.json", self._index)
        app.router.add_get("/good", self._good)
        app.router.add_get("/moved", self._moved)
        app.router.add_get("/away", self._away)
        app.router.add_get("/round", self._round)
        app.router.add_get("/broken", self._broken)
        return app

    def url(self, path: str) -> str:
        return str(self.server.make_url(path))

    @property
    def index(self) -> Index:
        return Index(self.url("/index.json"))

    async def _index(self, request: web.Request) -> web.Response:
        return web.Response(text=json.dumps(self.entries))

    async def _good(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        return web.Response(body=CONTENT)

    async def _moved(self, request: web.Request) -> web.Response:
        raise web.HTTPFound("/good")

    async def _away(self, request: web.Request) -> web.Response:
        raise web.HTTPFound("http://packages.example/good")

    async def _round(self, request: web.Request) -> web.Response:
        raise web.HTTPFound("/round")

    async def _broken(self, request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "1000"})
        await answer.prepare(request)
        await answer.write(b"half")
        assert request.transport is not None
        request.transport.abort()
        return answer


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    shop = Shop()
    await shop.server.start_server()
    yield shop
    await shop.server.close()


def entry(source: str, target: str, **more: object) -> dict[str, object]:
    return {"from_code": source, "to_code": target, "package_version": "1.0", **more}


def ignore(done: int, total: int | None) -> None:
    """Nobody watches."""


async def test_the_newest_version_is_found_by_number_not_by_letters(shop: Shop) -> None:
    shop.entries = [
        entry("zh", "en", package_version="1.9"),
        entry("zh", "en", package_version="1.10"),
        entry("zh", "en", package_version="1.2"),
    ]
    assert (await shop.index.find((ZH, EN))).package_version == "1.10"


async def test_argos_codes_in_the_index_are_understood(shop: Shop) -> None:
    shop.entries = [entry("zt", "pb")]
    found = await shop.index.find((Lang("zh-Hant"), Lang("pt-BR")))
    assert (found.from_code, found.to_code) == ("zt", "pb")


async def test_entries_of_other_kinds_or_none_do_no_harm(shop: Shop) -> None:
    shop.entries = [
        {"type": "sbd", "from_code": "zh", "to_code": "en"},
        {"code": "nothing"},
        "text",
        None,
        entry("zh", "en", links=["ipfs://x"]),
    ]
    assert (await shop.index.find((ZH, EN))).links == ("ipfs://x",)


async def test_a_pair_that_is_not_listed_is_led_through_english(shop: Shop) -> None:
    shop.entries = [entry("zh", "en"), entry("en", "fr")]
    with pytest.raises(PackageError, match="no package zh → fr; two packages through English"):
        await shop.index.find((ZH, FR))


async def test_a_language_that_is_not_listed_is_named(shop: Shop) -> None:
    shop.entries = [entry("zh", "en")]
    with pytest.raises(PackageError, match="knows no language 'fr'"):
        await shop.index.find((ZH, FR))


@pytest.mark.parametrize("content", [{"not": "a list"}, "text", 5])
async def test_an_index_that_is_none_is_said_so(shop: Shop, content: object) -> None:
    shop.entries = content
    with pytest.raises(PackageError, match="not an index of packages"):
        await shop.index.find((ZH, EN))


async def test_an_endless_index_is_cut_off(shop: Shop) -> None:
    shop.entries = ["x" * 9_000_000]
    with pytest.raises(PackageError, match="larger than"):
        await shop.index.find((ZH, EN))


async def test_without_a_network_the_error_says_how_to_do_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("http_proxy", raising=False)
    index = Index(f"http://127.0.0.1:{unused_port()}/index.json")
    with pytest.raises(PackageError, match=r"are you online.*bridge models install FILE"):
        await index.find((ZH, EN))


@pytest.mark.parametrize("url", ["http://packages.example/index.json", "ftp://x/y", "nonsense"])
async def test_anything_but_https_is_refused_before_it_is_asked(url: str) -> None:
    with pytest.raises(PackageError, match="only https"):
        await Index(url).find((ZH, EN))


async def test_a_package_is_fetched_and_its_progress_told(shop: Shop, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    listed = Listed("zh", "en", links=(shop.url("/good"),))
    await shop.index.fetch(listed, tmp_path / "p", lambda *state: told.append(state))
    assert (tmp_path / "p").read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT))


async def test_the_next_address_is_tried_when_one_fails(shop: Shop, tmp_path: Path) -> None:
    links = ("ipfs://x", "http://[bad", shop.url("/none"), shop.url("/broken"), shop.url("/good"))
    await shop.index.fetch(Listed("zh", "en", links=links), tmp_path / "p", ignore)
    assert (tmp_path / "p").read_bytes() == CONTENT


async def test_a_package_that_moved_is_followed(shop: Shop, tmp_path: Path) -> None:
    listed = Listed("zh", "en", links=(shop.url("/moved"),))
    await shop.index.fetch(listed, tmp_path / "p", ignore)
    assert shop.asked == ["/good"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/none", "answers 404 Not Found; try again later"),
        ("/away", "only https"),
        ("/round", "without end"),
        ("/broken", "cannot fetch"),
    ],
)
async def test_what_cannot_be_fetched_is_said_plainly(
    shop: Shop, tmp_path: Path, path: str, why: str
) -> None:
    listed = Listed("zh", "en", links=(shop.url(path),))
    with pytest.raises(PackageError, match=why):
        await shop.index.fetch(listed, tmp_path / "p", ignore)


async def test_a_package_without_any_address_is_said_so(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no https address"):
        await shop.index.fetch(Listed("zh", "en"), tmp_path / "p", ignore)


@pytest.mark.parametrize(
    ("promise", "why"),
    [
        ({"sha256": "0" * 64}, "SHA-256 differs"),
        ({"size": 10}, "larger than 10 bytes"),
        ({"size": 10_000}, "has 7,000 bytes; the index says 10,000"),
    ],
)
async def test_a_package_that_is_not_what_the_index_says_is_refused(
    shop: Shop, tmp_path: Path, promise: dict[str, Any], why: str
) -> None:
    listed = Listed("zh", "en", links=(shop.url("/good"),), **promise)
    with pytest.raises(PackageError, match=why):
        await shop.index.fetch(listed, tmp_path / "p", ignore)


async def test_a_package_that_is_what_the_index_says_is_taken(shop: Shop, tmp_path: Path) -> None:
    digest = hashlib.sha256(CONTENT).hexdigest()
    listed = Listed("zh", "en", links=(shop.url("/good"),), size=len(CONTENT), sha256=digest)
    await shop.index.fetch(listed, tmp_path / "p", ignore)
    assert (tmp_path / "p").read_bytes() == CONTENT


async def test_a_disk_that_cannot_be_written_is_said_so(shop: Shop, tmp_path: Path) -> None:
    listed = Listed("zh", "en", links=(shop.url("/good"),))
    with pytest.raises(PackageError, match="cannot write"):
        await shop.index.fetch(listed, tmp_path / "none" / "p", ignore)
