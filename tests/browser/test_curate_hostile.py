"""Whatever people wrote stays text on the curators' page, too (S12)."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PICTURES, Attend
from tests.browser.curator import Curator
from tests.browser.desk_answers import SNAKE
from tests.browser.desk_routes import ANSWERS
from tests.browser.desk_stand_in import DeskStandIn
from tests.browser.hostile import PAYLOADS
from tests.browser.test_curate_accessible import SCREENS

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROUNDS = 6
# What the page has to understand, and nobody can choose.
FIXED = {"id", "kind", "stand", "lang", "readers", "source_lang", "target_lang", "made", "until"}
FIXED |= {"at", "role", "act", "field", "what", "csrf", "digest", "reads", "caution"}

# Elements that the page never makes, handlers and addresses in attributes.
FOREIGN = """() => {
    const own = new Set([
        'a', 'article', 'b', 'bdi', 'blockquote', 'button', 'circle', 'code', 'dd', 'del',
        'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'form', 'h1',
        'h2', 'h3', 'header', 'i', 'input', 'ins', 'kbd', 'label', 'legend', 'li', 'main', 'nav',
        'noscript', 'ol', 'option', 'p', 'path', 'section', 'select', 'span', 'strong', 'summary',
        'svg', 'table', 'tbody', 'td', 'textarea', 'th', 'thead', 'time', 'tr', 'ul']);
    const bad = /^(on|style$|src|action|formaction|background|poster)/;
    const isBad = ({ name, value }) => bad.test(name)
        || (name === 'href' && !/^(#|\\/$|\\/api\\/v1\\/glossary\\/export\\?)/.test(value));
    return [...document.body.querySelectorAll('*')]
        .filter((node) => !own.has(node.localName) || [...node.attributes].some(isBad))
        .map((node) => node.cloneNode().outerHTML);
}"""


def poisoned(value: Any, evil: Iterator[str], name: str = "") -> Any:
    """The same answer, with a payload in the place of every text that somebody can choose."""
    if callable(value):
        return lambda asked: poisoned(value(asked), evil)
    if isinstance(value, dict):
        return {key: poisoned(part, evil, key) for key, part in value.items()}
    if isinstance(value, list):
        return [poisoned(part, evil, name) for part in value]
    if isinstance(value, str) and name not in FIXED:
        return next(evil)
    return value


async def foreign(curator: Curator) -> list[str]:
    """What stands in the page that only a text can have made."""
    found: list[str] = await curator.page.evaluate(FOREIGN)
    return found


@pytest.mark.parametrize("part", range(ROUNDS))
async def test_a_hostile_server_makes_nothing_but_text(curate: Attend, part: int) -> None:
    evil = itertools.cycle(PAYLOADS[part::ROUNDS])
    desk = DeskStandIn({where: poisoned(answer, evil) for where, answer in ANSWERS.items()})
    mei = await curate("/curate#/queue", desk=desk)
    for screen in SCREENS:
        await mei.go(screen)
        await expect(mei.page.locator("[aria-busy]")).to_have_count(0)
        assert await foreign(mei) == [], screen
    await mei.picture(PICTURES / "curate" / "hostile.png")


@pytest.mark.parametrize("payload", PAYLOADS[::20])
async def test_a_hostile_refusal_or_address_stays_text(curate: Attend, payload: str) -> None:
    desk = DeskStandIn()
    mei = await curate("/curate", desk=desk)
    for screen in (payload, f"entries/{payload}/x/y", f"changes/{payload}?name={payload}"):
        await mei.go(screen)
        await expect(mei.page.locator("[aria-busy]")).to_have_count(0)
        assert await foreign(mei) == []


async def test_a_hostile_name_of_a_file_and_hostile_rows_stay_text(curate: Attend) -> None:
    evil = itertools.cycle(PAYLOADS)
    desk = DeskStandIn()
    import_ = poisoned(ANSWERS["POST /glossary/import"], evil)
    rows = [{"row": n, "id": next(evil), "what": "error", "why": next(evil)} for n in range(150)]
    rows = [row | {"changes": []} for row in rows]
    desk.put("POST /glossary/import", import_ | {"rows": rows, "counts": {"error": 150}})
    mei = await curate("/curate#/files", desk=desk)
    name = "<img src=x onerror=alert(1)>.csv"
    file = {"name": name, "mimeType": "text/csv", "buffer": b"term"}
    await mei.page.get_by_label("File", exact=True).set_input_files(file)  # type: ignore[arg-type]
    await mei.button("Show what would happen").click()
    await expect(mei.page.get_by_text("150 rows stand in the way")).to_be_focused()
    assert await foreign(mei) == []
    desk.put("POST /glossary/import", ANSWERS["POST /glossary/import"])
    await mei.button("Show what would happen").click()
    await mei.button("Import 2 rows").click()
    await mei.hears(re.compile(re.escape(name)))
    assert await foreign(mei) == []


async def test_a_hostile_term_is_drawn_as_it_is_typed(curate: Attend) -> None:
    mei = await curate(f"/curate#/entries/{SNAKE['id']}", desk=DeskStandIn())
    term = mei.page.get_by_role("textbox", name="Term")
    for payload in PAYLOADS[::5]:
        await term.fill(payload)
        await mei.page.get_by_role("textbox", name="Meaning").fill(payload)
        await expect(mei.page.locator(".card-gloss")).to_have_text(payload.strip())
        assert await foreign(mei) == []
