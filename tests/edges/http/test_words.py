"""Chinese texts word by word, over HTTP."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import pytest

from bridge.core.cedict import Source
from bridge.core.model import EntryId, Lang
from bridge.core.words import ReadWord
from bridge.edges.http import words
from tests.edges.conftest import Serve, Site


async def post(site: Site, body: object) -> tuple[int, Any]:
    async with site.client.post("/api/v1/words", json=body) as response:
        return response.status, await response.json()


async def test_each_text_comes_word_by_word_in_the_order_asked(site: Site) -> None:
    status, found = await post(site, {"texts": ["银行!", "", "hello"], "for": "en"})
    assert status == 200
    assert found["texts"] == [
        [
            {
                "text": "银行",
                "reading": "yínháng",
                "meanings": [{"reading": "yínháng", "senses": ["bank"]}],
            },
            {"text": "!", "reading": None, "meanings": None},
        ],
        [],
        [{"text": "hello", "reading": None, "meanings": None}],
    ]


async def test_the_licence_of_the_dictionary_stands_beside_its_meanings(site: Site) -> None:
    _, found = await post(site, {"texts": ["银行"]})
    assert found["licence"] == {
        "name": "CC BY-SA 4.0",
        "url": "https://example.org/by-sa",
        "attribution": "Small, Us, 2026-11-01",
        "lang": "en",
    }


async def test_readers_are_told_apart_by_the_language_they_read(site: Site) -> None:
    _, found = await post(site, {"texts": ["银行"], "for": "zh-CN"})
    assert found["licence"] is None


async def test_a_word_with_a_note_names_its_entry(serve: Serve) -> None:
    def read(texts: Sequence[str], readers: Lang) -> tuple[list[list[ReadWord]], Source | None]:
        return [[ReadWord("内卷", "nèijuǎn", None, EntryId("zh/slang/nei-juan"))]], None

    _, found = await post(await serve(read=read), {"texts": ["内卷"]})
    assert found["texts"][0][0]["entry"] == "zh/slang/nei-juan"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"texts": "银行"},
        {"texts": None},
        {"texts": [1]},
        {"texts": ["x"] * 101},
        {"texts": ["x"], "for": 7},
        {"texts": ["x"], "for": "!!"},
    ],
)
async def test_a_body_that_is_not_what_was_asked_for_is_400(site: Site, body: object) -> None:
    status, answer = await post(site, body)
    assert (status, answer["error"]["code"]) == (400, "bad-request")


async def test_texts_that_are_too_long_together_are_413_and_the_limit_is_said(site: Site) -> None:
    status, answer = await post(site, {"texts": ["字" * 2_001] * 5})
    assert (status, answer["error"]["code"]) == (413, "too-long")
    assert "10,005 characters; the limit is 10,000" in answer["error"]["message"]


async def test_a_hundred_texts_of_ten_thousand_characters_are_read(site: Site) -> None:
    status, found = await post(site, {"texts": ["字" * 100] * 100})
    assert (status, len(found["texts"])) == (200, 100)


async def test_whoever_waits_too_long_for_their_turn_is_told_to_come_again(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "PATIENCE_S", 0.05)
    over = threading.Event()

    def read(texts: Sequence[str], readers: Lang) -> tuple[list[list[ReadWord]], Source | None]:
        over.wait(10)
        return [], None

    site = await serve(read=read)
    first = [asyncio.create_task(post(site, {"texts": []})) for _ in range(words.AT_ONCE)]
    late = asyncio.create_task(post(site, {"texts": []}))
    done, _ = await asyncio.wait([*first, late], return_when=asyncio.FIRST_COMPLETED)
    over.set()
    assert [task.result()[0] for task in done] == [503]
    assert sorted([task[0] for task in await asyncio.gather(*first, late)]) == [200, 200, 503]
