"""The headers in a real browser: what the page needs works, what an attacker needs does not."""

import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Browser, async_playwright

from bridge.edges.server import listen
from tests.edges.conftest import Serve

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

PAGE = """<!doctype html>
<link rel=stylesheet href=/styles.css>
<script>window.inline = true</script>
<script type=module src=/probe.js></script>
<p style="color:blue" onclick="window.handler = true">words</p>"""

PROBE = """
const found = {};
found.socket = await new Promise((resolve) => {
  const url = new URL("/ws", location.href.replace("http", "ws"));
  const socket = new WebSocket(url);
  socket.onopen = () => socket.send("hello");
  socket.onmessage = (event) => resolve(event.data);
  socket.onerror = () => resolve("refused");
});
found.api = (await fetch("/api/v1/entries")).status;
const other = `http://localhost:${location.port}/styles.css`;
found.elsewhere = await fetch(other, { mode: "no-cors" }).then(() => "loaded", () => "refused");
try { document.body.innerHTML = "<b>x</b>"; found.html = "set"; }
catch (error) { found.html = error.name; }
try { found.evaluated = eval("1"); } catch (error) { found.evaluated = error.name; }
const paragraph = document.querySelector("p");
paragraph.click();
found.inline = Boolean(window.inline || window.handler);
found.colour = getComputedStyle(paragraph).color;
window.found = found;
"""


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


async def found_by(browser: Browser, address: str) -> Any:
    """What the probe on the page found."""
    page = await browser.new_page()
    await page.goto(address)
    await page.wait_for_function("window.found", timeout=10_000)
    return json.loads(await page.evaluate("JSON.stringify(window.found)"))


async def test_under_the_policy_the_page_connects_and_nothing_inline_runs(
    serve: Serve, web_folder: Path, browser: Browser
) -> None:
    (web_folder / "index.html").write_text(PAGE, encoding="utf-8")
    (web_folder / "probe.js").write_text(PROBE, encoding="utf-8")
    site = await serve()
    assert await found_by(browser, f"http://127.0.0.1:{site.server.port}/") == {
        "socket": "hello",
        "api": 200,
        "elsewhere": "refused",
        "html": "TypeError",
        "evaluated": "EvalError",
        "inline": False,
        "colour": "rgb(255, 0, 0)",
    }


HOST_PAGE = """<!doctype html><script type=module>
const found = {{}};
const load = (url) => import(url).then(() => "loaded", () => "refused");
found.widget = await load("{bridge}/widget.js");
found.card = (await import("{bridge}/element/card.js")).card;
const read = (path) => fetch("{bridge}" + path).then((r) => r.status, () => "refused");
found.entries = await read("/api/v1/entries/zh/idiom/hua-she-tian-zu");
found.missing = await read("/api/v1/entries/nope");
found.locale = await read("/locales/zh.json");
found.page = await read("/");
found.annotated = await fetch("{bridge}/api/v1/annotate", {{
  method: "POST",
  headers: {{ "Content-Type": "application/json" }},
  body: '{{"text":"hi"}}',
}}).then((r) => r.status, () => "refused");
window.found = found;
</script>"""


@pytest.mark.parametrize(
    ("listed", "readable"), [(True, (200, 404, 200)), (False, ("refused", "refused", "refused"))]
)
async def test_another_site_may_load_the_widget_and_only_a_listed_one_read_the_api(
    serve: Serve, browser: Browser, listed: bool, readable: tuple[object, ...]
) -> None:
    async def page(_request: web.Request) -> web.Response:
        return web.Response(text=HOST_PAGE.format(bridge=bridge), content_type="text/html")

    host = web.Application()
    host.router.add_get("/", page)
    other_site = await listen(host, "127.0.0.1", 0)
    origin = f"http://127.0.0.1:{other_site.port}"
    site = await serve(origins=(origin,) if listed else ())
    bridge = f"http://127.0.0.1:{site.server.port}"
    entries, missing, annotated = readable
    try:
        assert await found_by(browser, f"{origin}/") == {
            "widget": "loaded",
            "card": 1,
            "entries": entries,
            "missing": missing,
            "locale": 200,
            "page": "refused",
            "annotated": annotated,
        }
    finally:
        await other_site.close()
