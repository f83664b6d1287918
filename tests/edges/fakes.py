"""Small stand-ins for the ports, and a few words in them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bridge.core.cedict import Source
from bridge.core.glossary import Entry, Explanation
from bridge.core.jobs import Pair, Passage
from bridge.core.model import (
    UND,
    At,
    By,
    EntryId,
    Lang,
    Message,
    Millis,
    Page,
    Reaction,
    Rendering,
    Rev,
    RoomName,
    Run,
    Runs,
    Seq,
    Status,
    Translation,
    UserId,
    plain,
)
from bridge.core.words import Meanings, ReadWord
from bridge.edges.http.barred import Barred

LOBBY = RoomName("lobby")
SMALL = Source("Small", "Us", "2026-11-01", "CC BY-SA 4.0", "https://example.org/by-sa")
SNAKE = EntryId("zh/idiom/hua-she-tian-zu")
SNAKE_ENTRY = Entry(
    SNAKE,
    Lang("zh"),
    "idiom",
    "画蛇添足",
    variants=("画蛇著足",),
    reading="huà shé tiān zú",
    literal="to draw a snake and add feet",
    plain="做多余的事",
    tone="mild criticism",
    sources=("《战国策·齐策二》",),
    explained=(
        (Lang("en"), Explanation("to spoil by adding what is not needed", "to gild the lily")),
        (Lang("de"), Explanation("Überflüssiges tun", literal="einer Schlange Füße malen")),
    ),
)


def message(seq: int, **changes: object) -> Message:
    """One message of the lobby."""
    fields: dict[str, object] = {
        "room": LOBBY,
        "at": At(seq),
        "seq": Seq(seq),
        "rev": Rev(1),
        "client_id": f"c-{seq}",
        "author": UserId("u-1"),
        "author_name": "小李",
        "sent": Millis(1_763_928_000_123),
        "lang": Lang("zh"),
        "runs": (Run("别"), Run("画蛇添足", entry=SNAKE), Run("了")),
    }
    return Message(**(fields | changes))  # type: ignore[arg-type]


def translation(seq: int, lang: str) -> Translation:
    """Its translation."""
    rendering = Rendering((Run("Don't gild the lily."),), Status.OK, (), By.MACHINE, "zh_en-1.9")
    return Translation(LOBBY, At(seq + 1), Seq(seq), Rev(1), Lang(lang), rendering)


HISTORY = (
    message(1, reply_to=Seq(3), edited=Millis(1_763_928_060_000)),
    message(2, deleted=True, runs=()),
    message(3, reactions=(Reaction("👍", (UserId("u-2"),)),)),
)


@dataclass
class FakeStore:
    """Only what the HTTP routes ask: the lobby's history. Raises `broken` where there is one."""

    broken: Exception | None = None
    asked: list[tuple[RoomName, Seq | None, int, Lang]] = field(default_factory=list)

    async def history(
        self, room: RoomName, before: Seq | None, limit: int, lang: Lang
    ) -> Page | None:
        self.asked.append((room, before, limit, lang))
        if self.broken is not None:
            raise self.broken
        if room != LOBBY:
            return None
        older = [each for each in HISTORY if before is None or each.seq < before]
        there = (translation(3, lang),) if lang == "en" else ()
        return Page(tuple(older[-limit:]), there, more=len(older) > limit)


class NobodyBarred(Barred):
    """Lets everybody read everything."""

    def __init__(self) -> None:
        """Knows nobody."""

    async def refuse(self, request: web.Request, room: RoomName) -> None:
        return None


@dataclass
class FakeLibrary:
    """One entry: the snake with feet."""

    broken: Exception | None = None
    asked: list[tuple[str, Lang | None, str | None, int]] = field(default_factory=list)

    def annotate(self, runs: Runs, lang: Lang, allows: object = None) -> Runs:
        return tuple(
            Run(run.text, None, SNAKE) if SNAKE_ENTRY.term == run.text else run for run in runs
        )

    def entry(self, entry_id: EntryId) -> Entry | None:
        if self.broken is not None:
            raise self.broken
        return SNAKE_ENTRY if entry_id == SNAKE else None

    async def search(
        self, query: str, lang: Lang | None, kind: str | None, limit: int
    ) -> Sequence[Entry]:
        self.asked.append((query, lang, kind, limit))
        if self.broken is not None:
            raise self.broken
        return (SNAKE_ENTRY,) if "snake" in query else ()


class FakeTranslator:
    """Knows two pairs, and translates nothing."""

    def pairs(self) -> frozenset[Pair]:
        return frozenset({(Lang("zh"), Lang("en")), (Lang("en"), Lang("zh"))})


def fake_detect(runs: Runs, hint: Lang | None, reads: Lang, known: Collection[Lang]) -> Lang:
    """By script alone, unless somebody says it."""
    if hint is not None:
        return hint
    text = plain(runs)
    if not any(char.isalpha() for char in text):
        return UND
    return Lang("en" if text.isascii() else "zh")


def fake_read(texts: Sequence[str], readers: Lang) -> tuple[list[list[ReadWord]], Source | None]:
    """Knows one Chinese word, 银行, and explains it to all but the Chinese."""
    bank = ReadWord("银行", "yínháng", (Meanings("yínháng", ("bank",)),))
    found = [
        [bank if part == "银行" else ReadWord(part) for part in re.split("(银行)", text) if part]
        for text in texts
    ]
    return found, None if readers == "zh" else SMALL


class FakeRenderer:
    """Knows one Chinese word, and doubts itself."""

    def covers(self, passage: Passage) -> bool:
        return passage.source != passage.target

    async def render(self, passage: Passage) -> Rendering:
        if plain(passage.runs) != "你好":
            return Rendering((), Status.FAILED, ("it came back untranslated",), By.MACHINE, "fake")
        return Rendering((Run("hello"),), Status.SHAKY, ("I doubt it",), By.MACHINE, "fake")


class EchoSockets:
    """`GET /ws` that says everything back."""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        async for each in ws:
            await ws.send_str(each.data)
        return ws
