"""Puts the routes together: which address answers what."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bridge.composer import Composer
from bridge.edges.http import headers
from bridge.edges.http.annotate import Annotate
from bridge.edges.http.barred import Barred
from bridge.edges.http.cors import Cors
from bridge.edges.http.document import Document
from bridge.edges.http.entries import Entries
from bridge.edges.http.errors import one_shape
from bridge.edges.http.health import Health
from bridge.edges.http.inputs import MAX_BODY
from bridge.edges.http.languages import Languages
from bridge.edges.http.proxies import Proxies
from bridge.edges.http.rates import Rates
from bridge.edges.http.rooms import Rooms
from bridge.edges.http.translate import Translate, libre
from bridge.edges.http.words import Read, Words
from bridge.edges.metrics import Metrics
from bridge.edges.static import Static
from bridge.edges.websocket import WebSocketEdge
from bridge.ports.library import Library
from bridge.ports.store import Store
from bridge.ports.translation import Renderer, Translator


@dataclass(frozen=True, slots=True)
class Services:
    """What the routes need. `readiness` says in words what is not ready yet, and nothing when all
    is; `private` are the routes that one signs in for; `web` is the folder of pages and scripts;
    `origins` are the other sites whose pages may read the API, `proxies` the addresses that may
    speak for others."""

    store: Store
    library: Library
    composer: Composer
    translator: Translator
    renderer: Renderer
    read: Read
    sockets: WebSocketEdge
    barred: Barred
    private: Sequence[web.RouteDef]
    metrics: Metrics
    readiness: Callable[[], Awaitable[Sequence[str]]]
    web: Path
    origins: Collection[str]
    proxies: Collection[str]


def application(services: Services) -> web.Application:
    """The whole HTTP face. Raises ConfigError when the web folder is not one."""
    cors = Cors(services.origins)
    app = web.Application(
        client_max_size=MAX_BODY,
        # From the outside in: whatever the inner ones raise, the first one answers.
        middlewares=(Proxies(services.proxies).unwrap, one_shape, Rates().limit, cors.preflight),
    )
    app.on_response_prepare.append(headers.on_prepare)
    app.on_response_prepare.append(cors.on_prepare)
    app.add_routes(_routes(services))
    app.add_routes(services.private)
    app.add_routes(Static(services.web).routes())
    return app


def _routes(services: Services) -> tuple[web.RouteDef, ...]:
    health = Health(services.readiness, services.metrics)
    rooms = Rooms(services.store, services.barred)
    entries = Entries(services.library)
    translate = Translate(services.composer, services.renderer)
    annotate = Annotate(services.composer, services.library)
    return (
        web.get("/ws", services.sockets.handle, allow_head=False),
        web.get("/healthz", health.alive),
        web.get("/readyz", health.ready),
        web.get("/metrics", health.exposition),
        web.get("/languages", Languages(services.translator).all),
        web.get("/api/v1/openapi.json", Document().serve),
        web.get("/api/v1/rooms/{room}/messages", rooms.messages),
        web.post("/translate", libre(translate.translate)),
        web.post("/detect", libre(translate.detect)),
        web.post("/api/v1/annotate", annotate.annotate),
        web.post("/api/v1/words", Words(services.read).words),
        web.get("/api/v1/entries", entries.search),
        web.get("/api/v1/entries/{id}", entries.one),
        web.get("/api/v1/entries/{lang}/{kind}/{id}", entries.one),
    )
