"""`GET /api/v1/rooms/{room}/messages`: a room's past, for those who hold no socket."""

from dataclasses import dataclass
from typing import Annotated

from aiohttp import web
from msgspec import Meta

from bridge.core.frames import LangField, SeqField
from bridge.core.langs import canonical
from bridge.core.limits import is_room_name
from bridge.core.model import UND, RoomName
from bridge.core.wire_json import message_json, translation_json
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.barred import Barred
from bridge.edges.http.errors import HttpCode, Refused
from bridge.ports.store import Store


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """`limit` messages just before `before` (or the newest), with translations into `lang`."""

    before: SeqField | None = None
    limit: Annotated[int, Meta(ge=1, le=100)] = 50
    lang: LangField | None = None


@dataclass(frozen=True, slots=True)
class Rooms:
    """What can be read of rooms. Looking makes no room and starts no translation."""

    store: Store
    barred: Barred

    async def messages(self, request: web.Request) -> web.Response:
        """The messages, and the translations that are there already."""
        asked = inputs.query(request, HistoryQuery)
        room = RoomName(request.match_info["room"])
        lang = canonical(asked.lang) if asked.lang is not None else UND
        page = None
        if is_room_name(room):
            await self.barred.refuse(request, room)
            page = await self.store.history(room, asked.before, asked.limit, lang)
        if page is None:
            raise Refused(HttpCode.NO_SUCH_ROOM, f'there is no room "{room[:64]}"')
        return answer(
            {
                "room": room,
                "messages": [message_json(each) for each in page.messages],
                "translations": [translation_json(each) for each in page.translations],
                "more": page.more,
            }
        )
