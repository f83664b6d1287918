"""`POST /translate` and `POST /detect`, as clients of LibreTranslate's API use them."""

from functools import partial

import pytest

from bridge.core.limits import Rate
from bridge.edges.http import application
from bridge.edges.http.rates import Rates
from tests.edges.conftest import ALLOWED, Serve, Site

HELLO = {"q": "你好", "source": "zh", "target": "en"}


async def test_a_text_comes_back_with_its_verdict(site: Site) -> None:
    async with site.client.post("/translate", json=HELLO) as response:
        assert response.status == 200
        assert await response.json() == {
            "translatedText": "hello",
            "status": "shaky",
            "reasons": ["I doubt it"],
        }


async def test_a_form_does_as_well_as_json(site: Site) -> None:
    async with site.client.post("/translate", data=HELLO) as response:
        assert (await response.json())["translatedText"] == "hello"


async def test_a_list_is_answered_in_order_and_what_fails_comes_back_as_it_was(site: Site) -> None:
    asked = {"q": ["再见", "你好"], "target": "en"}
    async with site.client.post("/translate", json=asked) as response:
        found = await response.json()
    assert found["translatedText"] == ["再见", "hello"]
    assert found["status"] == ["failed", "shaky"]
    assert [each["language"] for each in found["detectedLanguage"]] == ["zh", "zh"]


async def test_the_language_is_found(site: Site) -> None:
    async with site.client.post("/detect", json={"q": "你好吗"}) as response:
        assert await response.json() == [{"language": "zh", "confidence": 100.0}]
    async with site.client.post("/detect", data={"q": "12345"}) as response:
        assert await response.json() == [{"language": "und", "confidence": 0.0}]


async def test_errors_have_the_form_of_that_api(site: Site) -> None:
    async with site.client.post("/translate", json={"q": "你好"}) as response:
        assert response.status == 400
        assert await response.json() == {"error": "body: Object missing required field `target`"}
    async with site.client.post("/translate", json=HELLO | {"format": "html"}) as response:
        assert response.status == 400
        assert "format" in (await response.json())["error"]
    async with site.client.post("/detect", json={"q": "x" * 3000}) as response:
        assert response.status == 413
        assert "2,000" in (await response.json())["error"]


async def test_more_texts_than_allowed_are_refused(site: Site) -> None:
    async with site.client.post("/translate", json=HELLO | {"q": ["你好"] * 51}) as response:
        assert response.status == 400


async def test_who_asks_too_often_is_told_to_wait(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "Rates", partial(Rates, Rate(per_s=0.001, burst=0.5)))
    site = await serve()
    async with site.client.post("/translate", json=HELLO) as response:
        assert response.status == 429
        assert "Retry-After" in response.headers


async def test_a_listed_sites_page_may_read_the_answer(site: Site) -> None:
    async with site.client.post("/translate", json=HELLO, headers={"Origin": ALLOWED}) as response:
        assert response.headers["Access-Control-Allow-Origin"] == ALLOWED
