"""`GET /api/v1/entries`: search the glossary, and fetch one entry's card."""

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import LangField
from bridge.core.langs import canonical
from bridge.core.model import EntryId, Lang
from bridge.edges.http import inputs
from bridge.edges.http.answers import cacheable
from bridge.edges.http.cards import card
from bridge.edges.http.errors import HttpCode, Refused
from bridge.ports.library import Library

MAX_QUERY = 200
"""Characters of a search that count; no term is longer."""
CARD_KEPT = "public, max-age=300"
"""A correction reaches everybody within five minutes."""
SEARCH_KEPT = "public, no-cache"
DEFAULT_READERS = Lang("en")

Kind = Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,32}$")]


class Search(msgspec.Struct, frozen=True, rename={"readers": "for"}):
    """What to look for. Only published entries are served, so `status` has one value."""

    q: str = ""
    lang: LangField | None = None
    kind: Kind | None = None
    status: Literal["published"] = "published"
    limit: Annotated[int, Meta(ge=1, le=100)] = 20
    readers: LangField = DEFAULT_READERS


class CardQuery(msgspec.Struct, frozen=True, rename={"readers": "for"}):
    """For readers of which language."""

    readers: LangField = DEFAULT_READERS


@dataclass(frozen=True, slots=True)
class Entries:
    """The glossary, read-only."""

    library: Library

    async def search(self, request: web.Request) -> web.Response:
        """Cards of the entries that match, best first."""
        asked = inputs.query(request, Search)
        lang = canonical(asked.lang) if asked.lang is not None else None
        found = await self.library.search(asked.q[:MAX_QUERY], lang, asked.kind, asked.limit)
        readers = canonical(asked.readers)
        body = msgspec.json.encode({"entries": [card(entry, readers) for entry in found]})
        return cacheable(request, body, SEARCH_KEPT)

    async def one(self, request: web.Request) -> web.Response:
        """One card, by `{lang}/{kind}/{id}` or by the same with its slashes as `%2F`."""
        asked = inputs.query(request, CardQuery)
        # In the order of the address: lang, kind, id; or id alone, which holds all three.
        entry_id = EntryId("/".join(request.match_info.values()))
        entry = self.library.entry(entry_id)
        if entry is None:
            missing = f'there is no entry "{entry_id[:128]}"; search at /api/v1/entries?q='
            raise Refused(HttpCode.NO_SUCH_ENTRY, missing)
        body = msgspec.json.encode(card(entry, canonical(asked.readers)))
        return cacheable(request, body, CARD_KEPT)
