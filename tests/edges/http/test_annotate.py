"""Notes on a text over HTTP."""

import gzip
import json
from typing import Any

import pytest

from bridge.edges.http import inputs
from tests.edges.conftest import Site

JSON = {"Content-Type": "application/json"}


async def post(site: Site, body: bytes | str, **headers: str) -> tuple[int, Any]:
    request = site.client.post("/api/v1/annotate", data=body, headers=JSON | headers)
    async with request as response:
        return response.status, await response.json()


async def test_a_text_gets_runs_and_the_cards_of_its_entries(site: Site) -> None:
    body = json.dumps({"text": "画蛇添足", "lang": "zh-CN", "for": "de"})
    status, found = await post(site, body)
    assert status == 200
    assert found["lang"] == "zh"
    assert found["runs"] == [{"text": "画蛇添足", "entry": "zh/idiom/hua-she-tian-zu"}]
    assert [card["gloss"] for card in found["entries"]] == ["Überflüssiges tun"]


async def test_an_entry_that_is_mentioned_twice_has_one_card(site: Site) -> None:
    _, found = await post(site, json.dumps({"text": "画蛇添足`x`画蛇添足"}))
    assert len([run for run in found["runs"] if "entry" in run]) == 2
    assert len(found["entries"]) == 1


async def test_language_and_readers_may_be_left_out(site: Site) -> None:
    status, found = await post(site, '{"text":"hello https://x.cn"}')
    assert status == 200
    assert found["runs"][1] == {"text": "https://x.cn", "kind": "link"}
    assert found["entries"] == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"text":1}',
        b'{"text":null}',
        b'{"text":""}',
        b'{"text":"  "}',
        b'{"text":"a\\u0000b"}',
        b'{"text":"\\ud800"}',
        b'{"text":"a","text":"b"}',
        b'{"text":"a","n":NaN}',
        b'{"text":"a","lang":"!!"}',
        b'{"text":"a","for":7}',
        b'{"text":"\xff"}',
        b'{"text":"a","n":' + b"9" * 5000 + b"}",
        b'{"a":' * 100_00 + b"1" + b"}" * 100_00,
    ],
)
async def test_a_body_that_is_not_what_was_asked_for_is_400(site: Site, body: bytes) -> None:
    status, answer = await post(site, body)
    assert (status, answer["error"]["code"]) == (400, "bad-request")


async def test_a_text_longer_than_a_message_is_413_and_says_the_limit(site: Site) -> None:
    status, answer = await post(site, json.dumps({"text": "x" * 2001}))
    assert (status, answer["error"]["code"]) == (413, "too-long")
    assert "2,000" in answer["error"]["message"]


async def test_a_body_of_more_than_256_kib_is_413_and_says_the_limit(site: Site) -> None:
    status, answer = await post(site, b" " * (256 * 1024 + 1))
    assert (status, answer["error"]["code"]) == (413, "too-long")
    assert "262,144" in answer["error"]["message"]


async def test_a_body_of_256_kib_is_read(site: Site) -> None:
    body = b'{"text":"hi"}'.ljust(256 * 1024)
    status, _ = await post(site, body)
    assert status == 200


async def test_a_compressed_body_is_not_unpacked(site: Site) -> None:
    bomb = gzip.compress(b'{"text":"hi"}'.ljust(10_000_000))
    status, answer = await post(site, bomb, **{"Content-Encoding": "gzip"})
    assert (status, answer["error"]["code"]) == (400, "bad-request")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "garbage"])
async def test_a_body_that_does_not_call_itself_json_is_415(site: Site, kind: str) -> None:
    status, answer = await post(site, '{"text":"hi"}', **{"Content-Type": kind})
    assert (status, answer["error"]["code"]) == (415, "unsupported-media-type")


async def test_a_body_that_does_not_arrive_is_408(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "BODY_S", 0.05)
    head = "POST /api/v1/annotate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    answered = await site.raw(f'{head}Content-Length: 99\r\n\r\n{{"text"'.encode())
    assert answered.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"timeout"' in answered


async def test_a_wrongly_chunked_body_is_400(site: Site) -> None:
    head = "POST /api/v1/annotate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    answered = await site.raw(f"{head}Transfer-Encoding: chunked\r\n\r\nzz\r\n".encode())
    assert b" 400 " in answered.splitlines()[0]
    assert b'"code":"bad-request"' in answered
