"""The glossary over HTTP: search and cards."""

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.edges.conftest import Serve, Site
from tests.edges.fakes import FakeLibrary

CARD = "/api/v1/entries/zh/idiom/hua-she-tian-zu"


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
async def glossary(serve: Serve, library: FakeLibrary) -> Site:
    return await serve(library=library)


async def get(site: Site, path: str, **headers: str) -> tuple[int, Any]:
    async with site.client.get(path, headers=headers) as response:
        return response.status, await response.json()


async def test_a_card_explains_the_entry_to_its_readers(glossary: Site) -> None:
    status, card = await get(glossary, f"{CARD}?for=en-GB")
    assert status == 200
    assert card == {
        "id": "zh/idiom/hua-she-tian-zu",
        "lang": "zh",
        "kind": "idiom",
        "term": "画蛇添足",
        "variants": ["画蛇著足"],
        "reading": "huà shé tiān zú",
        "literal": "to draw a snake and add feet",
        "plain": "做多余的事",
        "keep": False,
        "tone": "mild criticism",
        "caution": None,
        "sources": ["《战国策·齐策二》"],
        "for": "en",
        "gloss": "to spoil by adding what is not needed",
        "equivalent": "to gild the lily",
        "body": None,
        "example": None,
    }


async def test_a_literal_translation_for_these_readers_goes_before_the_general_one(
    glossary: Site,
) -> None:
    _, card = await get(glossary, f"{CARD}?for=de")
    assert card["literal"] == "einer Schlange Füße malen"


async def test_nobody_explained_it_in_this_language(glossary: Site) -> None:
    status, card = await get(glossary, f"{CARD}?for=fi")
    assert status == 200
    assert (card["for"], card["gloss"], card["equivalent"]) == ("fi", None, None)


@pytest.mark.parametrize("slash", ["/", "%2F", "%2f"])
async def test_the_slashes_of_an_id_may_be_escaped(glossary: Site, slash: str) -> None:
    request = f"GET /api/v1/entries/zh{slash}idiom{slash}hua-she-tian-zu HTTP/1.1\r\nHost: x\r\n"
    answered = await glossary.raw(f"{request}Connection: close\r\n\r\n".encode())
    assert answered.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("path", ["zh/idiom/nope", "nope", "zh%2Fnope", "%00/%0a/%22", "a/b/%25"])
async def test_an_entry_that_does_not_exist_is_404(glossary: Site, path: str) -> None:
    status, answer = await get(glossary, f"/api/v1/entries/{path}")
    assert (status, answer["error"]["code"]) == (404, "no-such-entry")


async def test_a_card_the_client_has_is_not_sent_again(glossary: Site) -> None:
    async with glossary.client.get(CARD) as first:
        tag = first.headers["ETag"]
        assert first.headers["Cache-Control"] == "public, max-age=300"
    async with glossary.client.get(CARD, headers={"If-None-Match": f'"other", {tag}'}) as second:
        assert second.status == 304
        assert await second.read() == b""
        assert second.headers["ETag"] == tag
        assert second.headers["Cache-Control"] == "public, max-age=300"


async def test_a_card_for_other_readers_has_another_tag(glossary: Site) -> None:
    async with (
        glossary.client.get(CARD) as english,
        glossary.client.get(f"{CARD}?for=de") as german,
    ):
        assert english.headers["ETag"] != german.headers["ETag"]


@pytest.mark.parametrize("tag", ['"no"', "garbage", '"', "W/", ","])
async def test_a_tag_of_something_else_gets_the_card(glossary: Site, tag: str) -> None:
    status, _ = await get(glossary, CARD, **{"If-None-Match": tag})
    assert status == 200


async def test_search_answers_with_cards(glossary: Site) -> None:
    status, found = await get(glossary, "/api/v1/entries?q=snake&for=de")
    assert status == 200
    assert [card["gloss"] for card in found["entries"]] == ["Überflüssiges tun"]


async def test_nothing_found_is_an_empty_list(glossary: Site) -> None:
    status, found = await get(glossary, "/api/v1/entries?q=dragon")
    assert (status, found) == (200, {"entries": []})


async def test_filters_reach_the_library(glossary: Site, library: FakeLibrary) -> None:
    await get(glossary, "/api/v1/entries?q=x&lang=ZH_cn".replace("_", "-") + "&kind=idiom&limit=5")
    assert library.asked == [("x", "zh", "idiom", 5)]


async def test_only_the_first_200_characters_are_looked_for(
    glossary: Site, library: FakeLibrary
) -> None:
    await get(glossary, f"/api/v1/entries?q={'x' * 500}")
    assert library.asked == [("x" * 200, None, None, 20)]


@pytest.mark.parametrize(
    "query", ["status=draft", "kind=IDIOM", "kind=a%27b", "lang=%00", "limit=0", "for=12"]
)
async def test_a_wrong_filter_is_named(glossary: Site, query: str) -> None:
    status, answer = await get(glossary, f"/api/v1/entries?{query}")
    assert (status, answer["error"]["code"]) == (400, "bad-request")
    assert query.partition("=")[0] in answer["error"]["message"]


# Fewer examples than one address may ask at once.
@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=300))
async def test_any_text_is_a_valid_query(glossary: Site, query: str) -> None:
    escaped = quote(query.encode("utf-8", "replace"))
    async with glossary.client.get(f"/api/v1/entries?q={escaped}") as response:
        assert response.status == 200


@pytest.mark.parametrize("escaped", ["%ff%fe", "%ED%A0%80", "%00", "%zz", "%", "\"'--;", "NEAR("])
async def test_bytes_that_are_no_text_are_a_valid_query_too(glossary: Site, escaped: str) -> None:
    line = f"GET /api/v1/entries?q={escaped} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert (await glossary.raw(line.encode())).startswith(b"HTTP/1.1 200 ")
