"""Files that curators bring in through the page: shown row by row, then taken in whole."""

import asyncio
from collections.abc import Callable, Iterable
from itertools import chain

from bridge.core.glossary import Entry
from bridge.core.model import UserId
from bridge.core.promises import Annotate
from bridge.curation.exchange import Present, apply, past, present, tried
from bridge.curation.formats import bundle
from bridge.curation.formats import format as formats
from bridge.curation.formats.rows import Read
from bridge.curation.plan import Earlier, Plan, planned
from bridge.curation.shelf import Shelf
from bridge.errors import GlossaryError
from bridge.ports.clock import Clock
from bridge.ports.revisions import Revisions

TOML = formats.Format.TOML


class Outdated(GlossaryError):
    """What was shown is not what would be done now. Nothing was."""


class Intake:
    """One file at a time: thousands of rows are tried against the whole glossary."""

    def __init__(
        self, shelf: Shelf, revisions: Revisions, clock: Clock, changed: Callable[[], None]
    ) -> None:
        self._shelf = shelf
        self._revisions = revisions
        self._clock = clock
        self._changed = changed
        self._working = asyncio.Lock()

    async def plan(
        self, form: formats.Format, data: bytes, lang: str | None, kind: str | None
    ) -> Plan:
        """What importing the file would do."""
        async with self._working:
            return (await self._planned(form, data, lang, kind))[0]

    async def take(
        self,
        form: formats.Format,
        data: bytes,
        lang: str | None,
        kind: str | None,
        digest: str,
        why: str,
        by: UserId,
    ) -> Plan:
        """Import the file, if that does exactly what was shown; all of it, or nothing. Raises
        Outdated, GlossaryError, Overtaken."""
        async with self._working:
            plan, now = await self._planned(form, data, lang, kind)
            # Thousands of entries are not read through on the event loop.
            if await asyncio.to_thread(plan.digest) != digest:
                raise Outdated("the glossary, or the file, changed since it was shown: look again")
            await apply(plan, now, self._revisions, by, why, self._clock.now())
        self._changed()
        return plan

    async def export(
        self, form: formats.Format, lang: str | None, kind: str | None
    ) -> tuple[str, bytes]:
        """The name and the bytes of a file with the entries of a language, of a kind, or all.
        Raises GlossaryError when there are none."""
        now = await present(self._shelf.shipped.values(), self._revisions)
        return await asyncio.to_thread(_file, now, form, lang, kind)

    async def _planned(
        self, form: formats.Format, data: bytes, lang: str | None, kind: str | None
    ) -> tuple[Plan, Present]:
        read = await asyncio.to_thread(_read, form, data, lang, kind)
        now = await present(self._shelf.shipped.values(), self._revisions)
        earlier = await past(now, read, self._revisions)
        return await asyncio.to_thread(self._lines, now, read, earlier), now

    def _lines(self, now: Present, read: Read, earlier: Earlier) -> Plan:
        plan = Plan(tuple(planned(now.known, read, earlier)))
        return tried(plan, now, self._annotate)

    def _annotate(self, entries: Iterable[Entry]) -> Annotate:
        return self._shelf.matchers.with_entries(entries).annotate


def _read(form: formats.Format, data: bytes, lang: str | None, kind: str | None) -> Read:
    if form is TOML and bundle.is_bundle(data):
        return bundle.read(data)
    return formats.read(form, data, lang, kind)


def _file(
    now: Present, form: formats.Format, lang: str | None, kind: str | None
) -> tuple[str, bytes]:
    entries = formats.chosen(now.met.entries, lang, kind)
    name = "-".join(chain(("glossary",), (each for each in (lang, kind) if each)))
    if form is TOML and (lang is None or kind is None):
        return f"{name}.zip", bundle.write(formats.folder(entries))
    return f"{name}.{form.value}", formats.write(form, entries, now.revisions)
