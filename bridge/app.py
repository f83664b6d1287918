"""The composition root: the only module that knows every concrete class, and it only wires."""

import asyncio
import logging
from functools import partial

from aiohttp import web

from bridge.bus.memory import MemoryBus
from bridge.clock import SystemClock
from bridge.composer import Composer
from bridge.config import Settings
from bridge.core.answers import Limits
from bridge.core.limits import Rate
from bridge.core.model import RoomName
from bridge.corrections import Corrections
from bridge.edges.admission import Admission
from bridge.edges.http.application import Services, application
from bridge.edges.identity import Identity
from bridge.edges.metrics import Metrics
from bridge.edges.websocket import SocketOptions, WebSocketEdge
from bridge.errors import StoreError
from bridge.hub import Hub
from bridge.library.library import GlossaryLibrary
from bridge.library.phrasebook import load_phrasebook
from bridge.mirror import Mirror
from bridge.ports import Clock, Translator
from bridge.resources import shipped
from bridge.store.sqlite import SqliteStore
from bridge.translation import Engines, made_of, open_detector, open_engines, open_renderer
from bridge.world import World

log = logging.getLogger(__name__)

LOBBY = RoomName("lobby")
RESTARTING = 1012
DRAIN_S = 5.0
WATCH_S = 10.0
CORRECTIONS_S = 2.0


class App:
    """Everything that runs, and how it ends."""

    def __init__(
        self,
        store: SqliteStore,
        bus: MemoryBus,
        library: GlossaryLibrary,
        engines: Engines,
        corrections: Corrections,
        hub: Hub,
    ) -> None:
        self.web: web.Application
        self._store = store
        self._bus = bus
        self._library = library
        self._engines = engines
        self.corrections = corrections
        self._hub = hub
        self._warming = asyncio.create_task(asyncio.to_thread(engines.warm))
        self._watching = asyncio.gather(self._watch_packages(), self._watch_corrections())

    async def readiness(self) -> tuple[str, ...]:
        """What is not ready yet, in words; empty when everything is."""
        missing = []
        if not self._warming.done():
            missing.append("the models are still being loaded")
        if not await self._store.writable():
            missing.append("the store cannot be written to")
        return tuple(missing)

    async def warmed(self) -> None:
        """Wait until every model is loaded."""
        await asyncio.shield(self._warming)

    def goodbye(self) -> None:
        """Ask everybody to come back in a moment."""
        for reader in self._hub.readers():
            reader.close(RESTARTING, "the server restarts; come back now")

    async def close(self) -> None:
        """End everything, the store last: what was accepted is committed."""
        self._watching.cancel()
        await self._hub.close()
        await self._bus.close()
        await asyncio.wait([self._warming], timeout=DRAIN_S)
        await self._engines.translator.close()
        await self._library.close()
        await self._store.close()

    async def _watch_packages(self) -> None:
        """A model that `bridge models install` brings is used without a restart."""
        while True:
            await asyncio.sleep(WATCH_S)
            try:
                await asyncio.to_thread(self._engines.engine.refresh)
            except OSError as error:
                log.error("cannot look at the model packages: %s", error)

    async def _watch_corrections(self) -> None:
        """A line that a curator approves, here or on the command line, is used within seconds."""
        while True:
            await asyncio.sleep(CORRECTIONS_S)
            try:
                await self.corrections.refresh()
            except StoreError as error:
                log.error("cannot look at the approved corrections: %s", error)


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
    world = _world(settings, store, bus, library, engines, corrections)
    hub = Hub(world, settings.closed_rooms, _speech(settings), settings.sockets_per_user)
    await store.open_room(LOBBY, clock.now(), create=True)
    metrics = Metrics()
    identity = Identity(store, clock)
    app = App(store, bus, library, engines, corrections, hub)
    app.web = application(
        Services(
            store=store,
            library=library,
            composer=world.composer,
            translator=engines.translator,
            renderer=world.renderer,
            sockets=_sockets(settings, hub, identity, engines.translator, metrics, clock),
            metrics=metrics,
            readiness=app.readiness,
            web=shipped("web"),
            origins=settings.origins,
            proxies=settings.proxies,
        )
    )
    return app


def _world(
    settings: Settings,
    store: SqliteStore,
    bus: MemoryBus,
    library: GlossaryLibrary,
    engines: Engines,
    corrections: Corrections,
) -> World:
    clock, translator, matchers = SystemClock(), engines.translator, library.matchers
    composer = Composer(library, translator, open_detector(matchers), settings.max_chars)
    renderer = open_renderer(translator, matchers, lambda: corrections.book, clock)
    return World(
        store=store,
        desk=store.desk(),
        bus=bus,
        composer=composer,
        renderer=renderer,
        mirror=Mirror(composer, renderer, library.entry),
        memo=partial(made_of, engines, library.revision, corrections),
        clock=clock,
        replay=settings.replay,
    )


def _sockets(
    settings: Settings,
    hub: Hub,
    identity: Identity,
    translator: Translator,
    metrics: Metrics,
    clock: Clock,
) -> WebSocketEdge:
    admission = Admission(settings.origins, settings.sockets_per_address, settings.accepts_per_s)
    options = SocketOptions(
        max_frame=settings.max_frame,
        send_buffer=settings.send_buffer,
        hello_s=settings.hello_s,
        beat_s=settings.beat_s,
        limits=Limits(settings.max_chars, settings.sends_per_5s, settings.max_frame),
    )
    return WebSocketEdge(hub, identity, admission, translator, metrics, clock, options)


def _speech(settings: Settings) -> Rate:
    return Rate(settings.sends_per_5s / 5, burst=2 * settings.sends_per_5s)
