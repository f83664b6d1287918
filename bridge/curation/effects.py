"""Tries changes on the last messages of all rooms, translations included, before they are made."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bridge.core.crossing.lines import lines
from bridge.core.glossary import Entry
from bridge.core.jobs import Passage
from bridge.core.model import By, EntryId, Lang, Message, RoomName, Runs, plain
from bridge.core.phrases import Phrase, Phrasebook
from bridge.core.proposals import Correction
from bridge.curation.effect import Seen, distinct, noted
from bridge.curation.shelf import State
from bridge.curation.trials import Trials
from bridge.errors import Overloaded
from bridge.ports.lately import Lately
from bridge.ports.translation import Renderer

MESSAGES = 2_000
RENDERED = 10
RENDER_S = 20.0
"""What is not translated by then is not shown; the translator has live messages to do."""
MOST_WAITING = 8
"""Curators who wait for an effect at once; the next one is asked to try again."""

Renderers = Callable[[State, Sequence[Phrase]], Renderer]
"""A renderer with another glossary, and further lines in the phrasebook."""
Touched = tuple[Message, Runs, Runs]
Names = defaultdict[RoomName, set[str]]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A translation into `lang` before and after; empty where it fails."""

    message: Message
    lang: Lang
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of `messages` messages; see `effect.Noted`. Of `rendered` messages that the
    change touches the translations were made anew: `translations` are those that came out
    otherwise."""

    messages: int
    hits: tuple[Seen, ...] = ()
    inside: tuple[Seen, ...] = ()
    lost: tuple[Seen, ...] = ()
    rendered: int = 0
    translations: tuple[Otherwise, ...] = ()


class Effects:
    """One at a time: each reads thousands of messages and may keep the translator busy."""

    def __init__(self, lately: Lately, trials: Trials, renderers: Renderers) -> None:
        self._lately = lately
        self._trials = trials
        self._renderers = renderers
        self._working = asyncio.Lock()
        self._waiting = 0

    async def of_entry(self, entry_id: EntryId, entry: Entry | None) -> Effect:
        """Of making the entry this, or (None) of removing it. Raises Overloaded."""
        async with self._turn():
            return await self._entry(entry_id, entry)

    async def of_correction(self, correction: Correction, room: RoomName | None) -> Effect:
        """Of saying `correction.source` as `correction.better`, in the room or everywhere.
        Raises Overloaded."""
        async with self._turn():
            return await self._correction(correction, room)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if self._waiting >= MOST_WAITING:
            raise Overloaded("others try their changes just now; ask again in a moment")
        self._waiting += 1
        try:
            async with self._working:
                yield
        finally:
            self._waiting -= 1

    async def _entry(self, entry_id: EntryId, entry: Entry | None) -> Effect:
        messages = await self._lately.messages(MESSAGES)
        present = self._trials.present
        trial = await self._trials.of({entry_id: entry})
        found = await asyncio.to_thread(noted, messages, entry_id, present, trial)
        known = [each for each in (entry, present.entry(entry_id)) if each is not None]
        readers = tuple(dict.fromkeys(lang for each in known for lang, _ in each.explained))
        before, after = await asyncio.to_thread(
            lambda: (self._renderers(present, ()), self._renderers(trial, ()))
        )
        rendered, changed = await self._render(
            distinct(found.touched, RENDERED), readers, before, after, _names(messages)
        )
        return Effect(len(messages), found.hits, found.inside, found.lost, rendered, changed)

    async def _correction(self, correction: Correction, room: RoomName | None) -> Effect:
        messages = await self._lately.messages(MESSAGES)
        present = self._trials.present
        line = _line(correction, room)
        hits = await asyncio.to_thread(_said, messages, line, Phrasebook((line,), present.simplify))
        before, after = await asyncio.to_thread(
            lambda: (self._renderers(present, ()), self._renderers(present, (line,)))
        )
        touched = [(each.message, each.runs, each.runs) for each in hits]
        rendered, changed = await self._render(
            distinct(touched, RENDERED), (line.target_lang,), before, after, _names(messages)
        )
        return Effect(len(messages), hits, rendered=rendered, translations=changed)

    async def _render(
        self,
        touched: Sequence[Touched],
        readers: Sequence[Lang],
        before: Renderer,
        after: Renderer,
        names: Names,
    ) -> tuple[int, tuple[Otherwise, ...]]:
        """How many were rendered in time, and those that came out otherwise."""
        tasks = [
            asyncio.create_task(_both(each, readers, before, after, names)) for each in touched
        ]
        if not tasks:
            return 0, ()
        try:
            await asyncio.wait(tasks, timeout=RENDER_S)
        finally:
            for task in tasks:
                task.cancel()
        done = [task.result() for task in tasks if task.done() and not task.cancelled()]
        found = [each for each in done if each is not None]
        return len(found), tuple(each for each in found if each.before != each.after)


def _names(messages: Iterable[Message]) -> Names:
    """What those who spoke in each room call themselves."""
    found: Names = defaultdict(set)
    for each in messages:
        found[each.room].add(each.author_name)
    return found


async def _both(
    touched: Touched, readers: Sequence[Lang], before: Renderer, after: Renderer, names: Names
) -> Otherwise | None:
    """Both renderings, for the first readers that there is a way to."""
    message, old, new = touched
    people = frozenset(names[message.room])
    for lang in readers:
        passages = [
            Passage(runs, message.lang, lang, False, message.room, people) for runs in (old, new)
        ]
        if lang != message.lang and before.covers(passages[0]):
            one, other = await asyncio.gather(before.render(passages[0]), after.render(passages[1]))
            return Otherwise(message, lang, plain(one.runs), plain(other.runs))
    return None


def _line(correction: Correction, room: RoomName | None) -> Phrase:
    return Phrase(
        correction.source_lang,
        correction.target_lang,
        correction.source,
        correction.better,
        By.PERSON,
        room,
    )


def _said(messages: Iterable[Message], line: Phrase, book: Phrasebook) -> tuple[Seen, ...]:
    """Messages in which the line, or a sentence that is the line, was said."""
    return tuple(
        Seen(message, message.runs)
        for message in messages
        if message.lang == line.source_lang
        and any(
            book.find(plain(runs), line.source_lang, line.target_lang, message.room)
            for runs in (message.runs, *(each.runs for each in lines(message.runs)))
        )
    )
