"""Notes from the server's glossary."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bridge.cli.terminal.cards import Cards, in_full, in_short
from bridge.core.model import EntryId, Lang

SNAKE = EntryId("zh/idiom/hua-she-tian-zu")
EN = Lang("en")
CARD = {
    "id": SNAKE,
    "term": "画蛇添足",
    "reading": "huà shé tiān zú",
    "literal": None,
    "caution": None,
    "for": "en",
    "gloss": "to ruin something by\nadding to it",
    "equivalent": "to gild the lily",
    "body": "A man won\na jug of wine.",
    "example": None,
}


class Glossary:
    """Counts what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: web.Response = web.json_response(CARD)

    async def entry(self, request: web.Request) -> web.Response:
        self.asked.append(request.path_qs)
        return self.answer


@pytest.fixture
def glossary() -> Glossary:
    return Glossary()


@pytest.fixture
async def cards(glossary: Glossary) -> AsyncIterator[Cards]:
    app = web.Application()
    app.router.add_get("/api/v1/entries/{id:.+}", glossary.entry)
    async with TestServer(app) as server, Cards(str(server.make_url("")).rstrip("/")) as cards:
        yield cards


async def test_a_card_is_fetched_once_for_a_language(cards: Cards, glossary: Glossary) -> None:
    first = await cards.card(SNAKE, EN)
    assert await cards.card(SNAKE, EN) is first
    assert glossary.asked == ["/api/v1/entries/zh/idiom/hua-she-tian-zu?for=en"]


async def test_a_note_is_one_line_and_the_whole_card_a_few(cards: Cards) -> None:
    card = await cards.card(SNAKE, EN)
    assert card is not None
    short = "* 画蛇添足 (huà shé tiān zú): to ruin something by adding to it ≈ to gild the lily"
    assert in_short(card).plain() == short
    assert in_full(card).plain() == f"{short}\n    A man won\n    a jug of wine."


@pytest.mark.parametrize(
    "answer",
    [{"status": 404, "text": "{}"}, {"text": "<html>"}, {"text": "[]"}, {"text": "x" * 300_000}],
)
async def test_what_cannot_be_had_is_not_told(
    cards: Cards, glossary: Glossary, answer: dict[str, object]
) -> None:
    glossary.answer = web.Response(**answer)  # type: ignore[arg-type]
    assert await cards.card(SNAKE, EN) is None


async def test_without_a_server_there_are_no_notes() -> None:
    async with Cards("http://127.0.0.1:1") as cards:
        assert await cards.card(SNAKE, EN) is None
