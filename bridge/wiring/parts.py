"""What the server is made of, and how the parts are put together; app.py starts and ends them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bridge.bus.memory import MemoryBus
from bridge.composer import Composer
from bridge.config import Settings
from bridge.core.answers import Limits
from bridge.core.jobs import Passage
from bridge.core.limits import Rate
from bridge.corrections import Corrections
from bridge.edges.admission import Admission
from bridge.edges.expiry import Expiry
from bridge.edges.http.application import Services
from bridge.edges.http.barred import Barred
from bridge.edges.identity import Identity
from bridge.edges.metrics import Metrics
from bridge.edges.websocket import SocketOptions, WebSocketEdge
from bridge.hub import Hub
from bridge.library.library import GlossaryLibrary
from bridge.library.reading import open_reader
from bridge.mirror import Mirror
from bridge.moderation.guard import Guard
from bridge.moderation.holding import Holding
from bridge.moderation.moderator import Moderator
from bridge.moderation.peace import Peace
from bridge.moderation.screened import Screened
from bridge.moderation.whereabouts import Whereabouts
from bridge.notes.counting import Counting
from bridge.notes.live_glossary import LiveGlossary
from bridge.ports.clock import Clock
from bridge.resources import shipped
from bridge.store.sqlite import SqliteStore
from bridge.translation import Engines, made_of, open_detector, open_renderer
from bridge.wiring.private import private_routes
from bridge.world import World


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that runs."""

    store: SqliteStore
    bus: MemoryBus
    library: GlossaryLibrary
    engines: Engines
    corrections: Corrections
    world: World
    hub: Hub
    expiry: Expiry


def hub_of(settings: Settings, world: World) -> Hub:
    """All rooms, closed so far."""
    speech = Rate(settings.sends_per_5s / 5, burst=2 * settings.sends_per_5s)
    return Hub(world, settings.closed_rooms, speech, settings.sockets_per_user)


def services_of(
    settings: Settings, parts: Parts, readiness: Callable[[], Awaitable[Sequence[str]]]
) -> Services:
    """What the HTTP routes need, and the routes that one signs in for."""
    store, world, metrics = parts.store, parts.world, Metrics()
    return Services(
        store=store,
        library=parts.library,
        composer=world.composer,
        translator=parts.engines.translator,
        renderer=world.renderer,
        read=open_reader(parts.library, settings.data).read,
        sockets=_sockets(settings, parts, metrics),
        barred=Barred(store, world.peace, world.clock),
        metrics=metrics,
        private=private_routes(
            *(store, parts.library, parts.engines.translator, parts.corrections),
            *(world, parts.hub, parts.expiry),
        ),
        readiness=readiness,
        web=shipped("web"),
        origins=settings.origins,
        proxies=settings.proxies,
    )


def world_of(
    settings: Settings,
    store: SqliteStore,
    bus: MemoryBus,
    library: GlossaryLibrary,
    engines: Engines,
    corrections: Corrections,
    peace: Peace,
    clock: Clock,
) -> World:
    """What the rooms need."""
    translator, accounts = engines.translator, store.accounts()
    composer = _composer(settings, library, engines, peace)
    crossing = open_renderer(translator, library, lambda: corrections.book, clock)
    renderer, whereabouts, rulings = Screened(crossing, peace), Whereabouts(), store.rulings()
    return World(
        store=store,
        desk=store.desk(),
        bus=bus,
        composer=composer,
        renderer=renderer,
        mirror=Mirror(
            composer, renderer, library.entry, lambda text: peace.words.spoken(text).covered
        ),
        memo=partial(_memo, engines, library, corrections, peace),
        clock=clock,
        replay=settings.replay,
        glossary=LiveGlossary(library, store.revisions()),
        noting=store.noting(),
        inquiries=store.inquiries(),
        counting=Counting(store.usage(), library.entry),
        rulings=rulings,
        peace=peace,
        guard=Guard(peace, accounts, clock),
        moderator=Moderator(store, rulings, accounts, peace, whereabouts, bus, clock),
        holding=Holding(store, rulings, accounts, bus, clock),
        whereabouts=whereabouts,
    )


def _composer(
    settings: Settings, library: GlossaryLibrary, engines: Engines, peace: Peace
) -> Composer:
    return Composer(
        *(library, engines.translator, open_detector(library), settings.max_chars),
        rules=lambda room: peace.roll.rules(room),
    )


def _memo(
    engines: Engines,
    library: GlossaryLibrary,
    corrections: Corrections,
    peace: Peace,
    passage: Passage,
) -> str:
    """What goes into a translation, listed words included."""
    return made_of(engines, library, corrections, passage) + peace.words_revision


def _sockets(settings: Settings, parts: Parts, metrics: Metrics) -> WebSocketEdge:
    admission = Admission(settings.origins, settings.sockets_per_address, settings.accepts_per_s)
    options = SocketOptions(
        max_frame=settings.max_frame,
        send_buffer=settings.send_buffer,
        hello_s=settings.hello_s,
        beat_s=settings.beat_s,
        limits=Limits(settings.max_chars, settings.sends_per_5s, settings.max_frame),
    )
    clock = parts.world.clock
    identity = Identity(parts.store, parts.store.accounts(), clock)
    return WebSocketEdge(
        *(parts.hub, identity, admission, parts.engines.translator),
        *(metrics, clock, options),
    )
