"""The composition root: the only module that knows every concrete class, and it only wires."""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bridge.bus.memory import MemoryBus
from bridge.clock import SystemClock
from bridge.composer import Composer
from bridge.config import Settings
from bridge.core.answers import Limits
from bridge.core.limits import Rate
from bridge.core.model import RoomName
from bridge.edges.admission import Admission
from bridge.edges.http.application import Services, application
from bridge.edges.identity import Identity
from bridge.edges.metrics import Metrics
from bridge.edges.websocket import SocketOptions, WebSocketEdge
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import Batch
from bridge.engines.installer import install_starter
from bridge.engines.pivot import Pivot
from bridge.errors import EngineFailed
from bridge.hub import Hub
from bridge.library.library import GlossaryLibrary
from bridge.ports import Clock, Translator
from bridge.renderer import Renderer
from bridge.resources import STARTER, shipped
from bridge.store.sqlite import SqliteStore
from bridge.world import World

log = logging.getLogger(__name__)

LOBBY = RoomName("lobby")
RESTARTING = 1012
DRAIN_S = 5.0
WATCH_S = 10.0


@dataclass(frozen=True, slots=True)
class Engines:
    """The translator and the engine behind it, whose models can be warmed."""

    engine: ArgosEngine
    translator: Translator

    def warm(self) -> None:
        """Load every model and run it once; not for the event loop."""
        for pair in sorted(self.engine.pairs()):
            try:
                self.engine.warm(pair)
            except EngineFailed as error:
                log.error("%s", error)


def packages_folder(data: Path) -> Path:
    """Where model packages are installed."""
    return data / "packages"


def open_engines(data: Path, workers: int) -> Engines:
    """Unpack the starter packages if need be, and put the engine together. Reads the disk."""
    packages = packages_folder(data)
    packages.mkdir(parents=True, exist_ok=True)
    install_starter(STARTER, packages)
    engine = ArgosEngine(packages, workers)
    return Engines(engine, Pivot(Batch(engine, workers)))


class App:
    """Everything that runs, and how it ends."""

    def __init__(
        self,
        store: SqliteStore,
        bus: MemoryBus,
        library: GlossaryLibrary,
        engines: Engines,
        hub: Hub,
    ) -> None:
        self.web: web.Application
        self._store = store
        self._bus = bus
        self._library = library
        self._engines = engines
        self._hub = hub
        self._warming = asyncio.create_task(asyncio.to_thread(engines.warm))
        self._watching = asyncio.create_task(self._watch_packages())

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


async def start(settings: Settings) -> App:
    """Open what is on disk and wire it together. Raises BridgeError with the cure."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    clock = SystemClock()
    store = await SqliteStore.open(settings.data / "rooms.db")
    library, engines = await asyncio.gather(
        GlossaryLibrary.open(shipped("glossaries"), settings.data / "glossary.db"),
        asyncio.to_thread(open_engines, settings.data, settings.workers),
    )
    bus = MemoryBus()
    composer = Composer(library, engines.translator, settings.max_chars)
    renderer = Renderer(engines.translator, clock)
    world = World(store, bus, composer, renderer, clock, settings.replay)
    hub = Hub(world, settings.closed_rooms, _speech(settings), settings.sockets_per_user)
    await store.open_room(LOBBY, clock.now(), create=True)
    metrics = Metrics()
    sockets = _sockets(settings, hub, Identity(store, clock), engines.translator, metrics, clock)
    app = App(store, bus, library, engines, hub)
    app.web = application(
        Services(
            store=store,
            library=library,
            composer=composer,
            translator=engines.translator,
            sockets=sockets,
            metrics=metrics,
            readiness=app.readiness,
            web=shipped("web"),
            origins=settings.origins,
            proxies=settings.proxies,
        )
    )
    return app


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
