"""Signing in in a real browser, over plain HTTP on the machine itself."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from bridge.clock import SystemClock
from bridge.core.model import Role
from bridge.edges.enrolment import Enrolment
from bridge.store.sqlite import SqliteStore
from tests.server import process

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASK = """async ({ method, path, body, csrf }) => {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(csrf ? { 'X-CSRF-Token': csrf } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  return { status: answer.status, json: answer.status === 204 ? null : await answer.json() };
}"""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_the_cookie_that_is_for_https_alone_works_on_the_machine_itself(
    browser: Browser, tmp_path: Path, host: str
) -> None:
    store = await SqliteStore.open(tmp_path / "rooms.db")
    enrolment = Enrolment(store.accounts(), SystemClock())
    _, token = await enrolment.add("mei", Role.CURATOR, None, None)
    await store.close()
    with process(tmp_path) as server:
        context = await browser.new_context()
        page = await context.new_page()
        await page.goto(re.sub(r"//[^:]+:", f"//{host}:", server.http))

        async def ask(method: str, path: str, body: Any = None, csrf: str | None = None) -> Any:
            what = {"method": method, "path": path, "body": body, "csrf": csrf}
            return await page.evaluate(ASK, what)

        assert (await ask("GET", "/session"))["status"] == 401
        welcome = {"token": token, "password": "a long enough one"}
        told = await ask("POST", "/session/link", welcome)
        assert told["status"] == 200
        await page.reload()
        assert (await ask("GET", "/session"))["json"] == told["json"]
        assert await page.evaluate("document.cookie") == ""
        [cookie] = await context.cookies()
        assert (cookie["name"], cookie["secure"]) == ("__Host-bridge", True)
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        assert (await ask("DELETE", "/session"))["status"] == 403
        csrf = told["json"]["csrf"]
        assert (await ask("DELETE", "/session", csrf=csrf))["status"] == 204
        assert await context.cookies() == []
        assert (await ask("GET", "/session"))["status"] == 401
        await context.close()
