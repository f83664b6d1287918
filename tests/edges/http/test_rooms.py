"""A room's past over HTTP."""

from typing import Any

import pytest

from tests.edges.conftest import Serve, Site
from tests.edges.fakes import FakeStore

MESSAGES = "/api/v1/rooms/lobby/messages"


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
async def rooms(serve: Serve, store: FakeStore) -> Site:
    return await serve(store=store)


async def get(site: Site, path: str) -> tuple[int, Any]:
    async with site.client.get(path) as response:
        return response.status, await response.json()


async def test_history_holds_whole_message_and_translation_frames(rooms: Site) -> None:
    status, page = await get(rooms, f"{MESSAGES}?lang=en&limit=2")
    assert status == 200
    assert [each["type"] for each in page["messages"]] == ["message", "message"]
    assert [each["seq"] for each in page["messages"]] == [2, 3]
    assert page["messages"][0]["deleted"] is True
    assert page["translations"][0]["type"] == "translation"
    assert page["more"] is True


async def test_without_a_language_there_are_no_translations(rooms: Site) -> None:
    _, page = await get(rooms, MESSAGES)
    assert page["translations"] == []


async def test_before_and_limit_and_language_reach_the_store(rooms: Site, store: FakeStore) -> None:
    await get(rooms, f"{MESSAGES}?before=3&limit=1&lang=zh-TW")
    assert store.asked == [("lobby", 3, 1, "zh-Hant")]


async def test_fifty_messages_are_the_default(rooms: Site, store: FakeStore) -> None:
    await get(rooms, f"{MESSAGES}?before=&limit=&lang=")
    assert store.asked == [("lobby", None, 50, "und")]


async def test_a_room_that_does_not_exist_is_404(rooms: Site) -> None:
    status, answer = await get(rooms, "/api/v1/rooms/nowhere/messages")
    assert (status, answer["error"]["code"]) == (404, "no-such-room")


@pytest.mark.parametrize("name", ["LOBBY", "a b", "%00", "..%2Flobby", "客厅", "x" * 65])
async def test_a_name_no_room_can_have_never_reaches_the_store(
    rooms: Site, store: FakeStore, name: str
) -> None:
    status, answer = await get(rooms, f"/api/v1/rooms/{name}/messages")
    assert (status, answer["error"]["code"]) == (404, "no-such-room")
    assert store.asked == []


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=x",
        "before=0",
        "before=-1",
        "before=1e99",
        "lang=!!",
        "lang=e",
    ],
)
async def test_a_wrong_parameter_is_named(rooms: Site, query: str) -> None:
    status, answer = await get(rooms, f"{MESSAGES}?{query}")
    assert (status, answer["error"]["code"]) == (400, "bad-request")
    assert query.partition("=")[0] in answer["error"]["message"]
