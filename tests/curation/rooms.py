"""A real store and a small real glossary for the tests of what curators do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import Draft, EntryId, Lang, Millis, RoomName, UserId
from bridge.core.protect import protect
from bridge.curation.editing import Editor
from bridge.curation.known import Known
from bridge.curation.trials import Trials
from bridge.library.matchers import Matchers
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import NOON, TEA, ZH

EN = Lang("en")


def entry(key: str, term: str, *hits: str, **more: object) -> Entry:
    """A Chinese entry, as shipped."""
    told = ((EN, Explanation("some meaning")),)
    fields = {"hits": hits or (term,), "explained": told, **more}
    return Entry(EntryId(f"zh/slang/{key}"), ZH, "slang", term, **fields)  # type: ignore[arg-type]


SNAKE = entry("hua-she", "画蛇添足", "别画蛇添足了", tone="mild")
JUAN = entry("nei-juan", "内卷", "他们都在内卷")


class StandingClock:
    """Keeps `ports.Clock`; moves when it is told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> Millis:
        return Millis(NOON + int(self.seconds * 1000))

    def monotonic(self) -> float:
        return self.seconds


class SmallShelf:
    """Keeps `shelf.Shelf`: what is in use changes when somebody says so."""

    def __init__(self, shipped: Iterable[Entry] = (), like: Matchers | None = None) -> None:
        entries = tuple(shipped)
        self.shipped: Mapping[EntryId, Entry] = {each.id: each for each in entries}
        self.matchers = Matchers(entries, like)
        self.revision = "0"

    def shipping(self, *entries: Entry) -> "SmallShelf":
        """Another one, with the same words."""
        return SmallShelf(entries, self.matchers)

    def use(self, *entries: Entry) -> None:
        """These are in use from now on."""
        self.matchers = self.matchers.with_entries(entries)
        self.revision += "+"


@dataclass
class Rooms:
    """What curators look at, and where they write."""

    store: SqliteStore
    shelf: SmallShelf
    clock: StandingClock = field(default_factory=StandingClock)
    changes: list[str] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def editor(self) -> Editor:
        trials = Trials(self.shelf)
        told = self.changes
        revisions = self.store.revisions()
        return Editor(self.shelf, trials, revisions, self.clock, lambda: told.append("changed"))

    @property
    def known(self) -> Known:
        return Known(self.shelf, self.store.revisions())

    async def say(self, text: str, by: str = "Mei", room: RoomName = TEA, lang: Lang = ZH) -> int:
        """Somebody says it; its number."""
        await self.store.open_room(room, NOON, create=True)
        runs = self.shelf.matchers.annotate(protect(text), lang)
        author = UserId(f"u-{by}")
        draft = Draft(f"m{next(self.numbers)}", author, by, lang, runs)
        message, _ = await self.store.append(room, draft, NOON)
        return message.seq
