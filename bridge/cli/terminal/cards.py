"""Notes on terms, as the server's glossary has them."""

from types import TracebackType
from typing import Any, Self

import aiohttp
import msgspec

from bridge.cli.terminal.lines import Line, Look, line, note, safe, safe_name
from bridge.core.model import EntryId, Lang

PATIENCE_S = 5.0
LARGEST = 256 * 1024
"""Bytes of one card."""
REMEMBERED = 1000


class Card(msgspec.Struct, frozen=True):
    """What a reader is told of one entry. No `gloss`: nothing in their language."""

    term: str
    reading: str | None = None
    literal: str | None = None
    caution: str | None = None
    gloss: str | None = None
    equivalent: str | None = None
    body: str | None = None
    example: str | None = None


class Cards:
    """Fetches cards over HTTP, each once. What cannot be fetched is simply not told."""

    def __init__(self, web_url: str) -> None:
        self._url = web_url
        self._http: aiohttp.ClientSession | None = None
        self._known: dict[tuple[EntryId, Lang], Card | None] = {}

    async def __aenter__(self) -> Self:
        patience = aiohttp.ClientTimeout(total=PATIENCE_S)
        self._http = await aiohttp.ClientSession(timeout=patience).__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._http is not None:
            await self._http.close()

    async def card(self, entry: EntryId, lang: Lang) -> Card | None:
        """The card for readers of `lang`; None when there is none to be had."""
        if (entry, lang) not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[entry, lang] = await self._fetch(entry, lang)
        return self._known[entry, lang]

    async def _fetch(self, entry: EntryId, lang: Lang) -> Card | None:
        if self._http is None:
            return None
        url = f"{self._url}/api/v1/entries/{entry}"
        try:
            async with self._http.get(url, params={"for": lang}) as answer:
                if answer.status != 200 or (answer.content_length or 0) > LARGEST:
                    return None
                return msgspec.json.decode(await answer.read(), type=Card)
        except (aiohttp.ClientError, TimeoutError, msgspec.MsgspecError):
            return None


def in_short(card: Card) -> Line:
    """A card on one line."""
    return note(f"{_head(card)}: {_meaning(card)}")


def in_full(card: Card) -> Line:
    """A whole card."""
    more = [("literally", card.literal), ("", card.body), ("e.g.", card.example)]
    parts: list[Any] = [(Look.NOTE, f"* {_head(card)}: {_meaning(card)}")]
    for label, text in more:
        if text:
            parts.append((Look.FAINT, "\n    " + f"{label} {safe(text)}".strip()))
    return line(*parts)


def _head(card: Card) -> str:
    reading = f" ({safe_name(card.reading)})" if card.reading else ""
    caution = f" [{safe_name(card.caution)}]" if card.caution else ""
    return f"{safe_name(card.term)}{reading}{caution}"


def _meaning(card: Card) -> str:
    equivalent = f" ≈ {safe_name(card.equivalent)}" if card.equivalent else ""
    return f"{safe_name(card.gloss or '')}{equivalent}"
