"""Any text in any filter of the curators' routes is answered, and never by 500 (S22, S23)."""

import asyncio
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.edges.http.curators.conftest import Bureau
from tests.office import Caller

pytestmark = pytest.mark.asyncio(loop_scope="module")

FILTERS = (
    *(("/proposals", name) for name in ("stand", "lang", "kind", "room", "claimed", "sort")),
    *(("/proposals", name) for name in ("limit", "before")),
    *(("/glossary/unknown", name) for name in ("lang", "limit")),
    *(("/glossary/usage", name) for name in ("sort", "limit")),
    *(("/glossary/export", name) for name in ("format", "lang", "kind")),
    *(("/audit", name) for name in ("by", "act", "room", "before", "limit")),
    *(("/entries", name) for name in ("q", "lang", "kind", "for")),
)
HOSTILE = "'\";-- NEAR( t:* ^ ((( % _ \\ \x00 ORDER BY 1 UNION SELECT 9223372036854775808 -x ＝"
anything = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=("Cs",))))


class Asking:
    """Each request comes from an address of its own: this is not about how often one may ask."""

    def __init__(self, bureau: Bureau, caller: Caller) -> None:
        self.bureau = bureau
        self.caller = caller
        self.numbers = count(1)

    async def status(self, method: str, path: str, **sent: Any) -> int:
        number = next(self.numbers)
        address = {"X-Forwarded-For": f"10.9.{number >> 8 & 255}.{number & 255}"}
        headers = {**self.caller.headers, **address}
        url = f"{self.bureau.server.http}/api/v1{path}"
        async with self.bureau.http.request(method, url, headers=headers, **sent) as response:
            await response.read()
            return response.status


@pytest.fixture
def asking(bureau: Bureau, ann: Caller) -> Asking:
    return Asking(bureau, ann)


@pytest.mark.parametrize(("path", "name"), FILTERS)
async def test_any_text_in_a_filter_is_answered(asking: Asking, path: str, name: str) -> None:
    loop = asyncio.get_running_loop()

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=anything)
    @example(text=HOSTILE)
    @example(text="newest; DROP TABLE proposals")
    def ask(text: str) -> None:
        sent = asking.status("GET", path, params={name: text})
        status = asyncio.run_coroutine_threadsafe(sent, loop).result(30)
        assert status in (200, 400, 404)

    await asyncio.to_thread(ask)


@pytest.mark.parametrize("field", ["id", "term", "variants", "hits", "for", "literal_ok", "gap"])
async def test_anything_in_an_entry_is_answered(asking: Asking, field: str) -> None:
    loop = asyncio.get_running_loop()
    whole = {
        "id": "zh/slang/x-y",
        "term": "嘟嘟价",
        "hits": ["嘟嘟价"],
        "for": {"en": {"gloss": "x"}},
    }
    values = anything | st.lists(anything, max_size=3) | st.integers() | st.floats(allow_nan=False)
    values |= st.dictionaries(anything, anything, max_size=2) | st.none() | st.booleans()

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(value=values)
    @example(value="a/../b")
    @example(value={"en": {"gloss": 7}})
    def ask(value: object) -> None:
        body = {"entry": whole | {field: value}, "text": "嘟嘟价", "base": 0}
        sent = asking.status("POST", "/glossary/try", json=body)
        assert asyncio.run_coroutine_threadsafe(sent, loop).result(30) in (200, 400, 422)

    await asyncio.to_thread(ask)


async def test_an_address_of_any_entry_is_answered(asking: Asking) -> None:
    for part in ("%00", "%27%3B--", "..%2F..", "%F0%9F%99%82", "a" * 500):
        for path in (f"/glossary/entries/{part}/idiom/x", f"/glossary/entries/zh/{part}/x"):
            assert await asking.status("GET", path) == 404
            assert await asking.status("GET", f"{path}/history") == 404
            body = {"entry": {"term": "x"}, "base": 0}
            assert await asking.status("PUT", path, json=body) == 422
