"""Pages and scripts: what was in the folder at the start, and nothing else."""

import gzip
from pathlib import Path

import pytest

from bridge.edges.static import Static, accepts_gzip
from bridge.errors import ConfigError
from tests.edges.conftest import Serve, Site


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/curate", "text/html; charset=utf-8"),
        ("/chat-bridge.js", "text/javascript; charset=utf-8"),
        ("/widget.js", "text/javascript; charset=utf-8"),
        ("/element/card.js", "text/javascript; charset=utf-8"),
        ("/styles.css", "text/css; charset=utf-8"),
        ("/locales/zh.json", "application/json"),
        ("/icon.svg", "image/svg+xml"),
    ],
)
async def test_a_file_has_its_kind_and_is_asked_for_each_time(
    site: Site, path: str, kind: str
) -> None:
    async with site.client.get(path) as response:
        assert response.status == 200
        assert response.headers["Content-Type"] == kind
        assert response.headers["Cache-Control"] == "no-cache"
        assert response.headers["Vary"] == "Accept-Encoding"


async def test_the_widget_is_the_entry_of_the_element(site: Site, web_folder: Path) -> None:
    async with site.client.get("/widget.js") as response:
        assert await response.read() == (web_folder / "chat-bridge.js").read_bytes()


@pytest.mark.parametrize("path", ["/widget.js", "/element/card.js", "/locales/zh.json"])
async def test_any_site_may_load_the_widget_and_what_it_imports(site: Site, path: str) -> None:
    async with site.client.get(path, headers={"Origin": "https://any.example"}) as response:
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


async def test_no_site_may_load_the_page(site: Site) -> None:
    async with site.client.get("/", headers={"Origin": "https://any.example"}) as response:
        assert "Access-Control-Allow-Origin" not in response.headers
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_who_takes_gzip_gets_it(site: Site, web_folder: Path) -> None:
    headers = {"Accept-Encoding": "br, gzip;q=0.8"}
    async with site.client.get("/chat-bridge.js", headers=headers) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        packed = await response.read()
    assert gzip.decompress(packed) == (web_folder / "chat-bridge.js").read_bytes()


async def test_what_would_not_shrink_is_not_packed(site: Site) -> None:
    async with site.client.get("/styles.css", headers={"Accept-Encoding": "gzip"}) as response:
        assert "Content-Encoding" not in response.headers
        assert await response.read() == b":root{color:red}"


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("deflate, gzip ; q=1.0", True),
        ("gzip;q=0.001", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip; q = 0.000", False),
        ("x-gzip", False),
    ],
)
def test_gzip_is_accepted_when_named_with_weight(header: str, accepted: bool) -> None:
    assert accepts_gzip(header) is accepted


async def test_a_file_the_browser_has_is_not_sent_again(site: Site) -> None:
    async with site.client.get("/chat-bridge.js") as first:
        tag = first.headers["ETag"]
    for encoding in ("gzip", "identity"):
        headers = {"If-None-Match": tag, "Accept-Encoding": encoding}
        async with site.client.get("/chat-bridge.js", headers=headers) as second:
            assert second.status == 304
            assert second.headers["ETag"] == tag
            assert second.headers["Access-Control-Allow-Origin"] == "*"


async def test_a_new_version_has_a_new_tag(serve: Serve, web_folder: Path) -> None:
    async with (await serve()).client.get("/chat-bridge.js") as old:
        tag = old.headers["ETag"]
    (web_folder / "chat-bridge.js").write_text("// new", encoding="utf-8")
    headers = {"If-None-Match": tag}
    async with (await serve()).client.get("/chat-bridge.js", headers=headers) as new:
        assert new.status == 200
        assert await new.read() == b"// new"


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.js",
        "/element/../../outside.js",
        "/%2e%2e/outside.js",
        "/..%2foutside.js",
        "/element/..%5c..%5coutside.js",
        "//etc/passwd",
        "/element//card.js",
        "/./chat-bridge.js%00",
        "/link.js",
        "/types.d.ts",
        "/tsconfig.json",
        "/index.html",
        "/secret.html",
        "/.env.js",
        "/.hidden/key.js",
        "/element",
        "/element/",
        "/CHAT-BRIDGE.JS",
    ],
)
async def test_what_was_not_meant_cannot_be_reached(site: Site, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answered = await site.raw(request.encode())
    assert b" 404 " in answered.splitlines()[0] or b" 400 " in answered.splitlines()[0]
    assert b"outside" not in answered


@pytest.mark.parametrize("missing", ["index.html", "curate.html", "chat-bridge.js"])
def test_a_folder_without_page_or_widget_is_refused_at_the_start(
    web_folder: Path, missing: str
) -> None:
    (web_folder / missing).unlink()
    with pytest.raises(ConfigError, match=missing):
        Static(web_folder)
