"""Starts everything that runs, looks after it, and ends it in the right order."""

import asyncio

from aiohttp import web

from bridge.bus.memory import MemoryBus
from bridge.clock import SystemClock
from bridge.config import Settings
from bridge.core.model import RoomName
from bridge.corrections import Corrections
from bridge.edges.expiry import Expiry
from bridge.edges.http.application import application
from bridge.library.library import GlossaryLibrary
from bridge.library.phrasebook import load_phrasebook
from bridge.library.reading import pinyin
from bridge.moderation.peace import Peace
from bridge.resources import shipped
from bridge.store.sqlite import SqliteStore
from bridge.translation import open_engines
from bridge.wiring.parts import Parts, hub_of, services_of, world_of
from bridge.wiring.watching import every

LOBBY = RoomName("lobby")
RESTARTING = 1012
DRAIN_S = 5.0
WATCH_S = 10.0
CORRECTIONS_S = 2.0
RULINGS_S = 0.5
SIGN_INS_S = 0.5


class App:
    """Everything that runs, and how it ends."""

    def __init__(self, parts: Parts) -> None:
        self.web: web.Application
        self.library, self.corrections = parts.library, parts.corrections
        self.glossary = parts.world.glossary
        self.peace, self.holding = parts.world.peace, parts.world.holding
        self._parts = parts
        # A translation that fails is read out: the first pinyin loads a dictionary, too.
        self._warming = asyncio.gather(
            asyncio.to_thread(parts.engines.warm), asyncio.to_thread(pinyin, "好")
        )
        packages = parts.engines.engine.refresh
        self._watching = asyncio.gather(
            every(WATCH_S, lambda: asyncio.to_thread(packages), "the model packages"),
            every(CORRECTIONS_S, self.corrections.refresh, "the approved corrections"),
            every(SIGN_INS_S, parts.expiry.look, "who is signed in"),
            every(RULINGS_S, self.peace.refresh, "what moderators rule"),
            *(self.glossary.watch(), parts.world.counting.keep_writing()),
        )

    async def readiness(self) -> tuple[str, ...]:
        """What is not ready yet, in words; empty when everything is."""
        missing = []
        if not self._warming.done():
            missing.append("the models are still being loaded")
        if not await self._parts.store.writable():
            missing.append("the store cannot be written to")
        return tuple(missing)

    async def warmed(self) -> None:
        """Wait until every model is loaded."""
        await asyncio.shield(self._warming)

    def goodbye(self) -> None:
        """Ask everybody to come back in a moment."""
        for reader in self._parts.hub.readers():
            reader.close(RESTARTING, "the server restarts; come back now")

    async def close(self) -> None:
        """End everything, the store last: what was accepted is committed."""
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
        await self._parts.hub.close()
        await self._parts.bus.close()
        await self._parts.world.counting.write()
        await asyncio.wait([self._warming], timeout=DRAIN_S)
        await self._parts.engines.translator.close()
        await self.library.close()
        await self._parts.store.close()


async def start(settings: Settings) -> App:
    """Open what is on disk and wire it together. Raises BridgeError with the cure."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    clock = SystemClock()
    store = await SqliteStore.open(settings.data / "rooms.db")
    glossaries = shipped("glossaries")
    library, engines, phrases = await asyncio.gather(
        GlossaryLibrary.open(glossaries, settings.data / "glossary.db"),
        asyncio.to_thread(open_engines, settings.data, settings.workers),
        asyncio.to_thread(load_phrasebook, glossaries),
    )
    corrections = Corrections(phrases, store.desk())
    await corrections.refresh()
    bus = MemoryBus()
    peace = Peace(store.rulings(), clock, library.simplify, library.cut)
    await peace.refresh()
    world = world_of(settings, store, bus, library, engines, corrections, peace, clock)
    await world.glossary.refresh()
    hub = hub_of(settings, world)
    await store.open_room(LOBBY, clock.now(), create=True)
    expiry = Expiry(hub.readers, store.sessions(), clock)
    parts = Parts(store, bus, library, engines, corrections, world, hub, expiry)
    app = App(parts)
    world.glossary.on_change(hub.renote)
    peace.on_change(hub.enforce)
    app.web = application(services_of(settings, parts, app.readiness))
    return app
