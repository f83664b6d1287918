"""A whole HTTP face on a real port, over stand-ins for everything behind it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import aiohttp
import pytest
from aiohttp import web

from bridge.composer import Composer
from bridge.edges.http.application import Services, application
from bridge.edges.metrics import Metrics
from bridge.edges.server import Server, listen
from bridge.wiring.private import private_routes
from tests.edges.fakes import (
    EchoSockets,
    FakeLibrary,
    FakeRenderer,
    FakeStore,
    FakeTranslator,
    NobodyBarred,
    fake_detect,
    fake_read,
)

ALLOWED = "https://blog.example"


@dataclass(frozen=True)
class Site:
    """A server that runs, and a client that talks to it (and does not unpack answers)."""

    server: Server
    client: aiohttp.ClientSession
    app: web.Application

    async def raw(self, request: bytes) -> bytes:
        """Everything the server says to these very bytes, until it closes the connection."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.server.port)
        try:
            writer.write(request)
            async with asyncio.timeout(5):
                return await reader.read()
        finally:
            writer.close()
            await writer.wait_closed()


Serve = Callable[..., Awaitable[Site]]


@pytest.fixture
def web_folder(tmp_path: Path) -> Path:
    """A small `web/`, with things in it that must not be served."""
    folder = tmp_path / "web"
    files = {
        "index.html": "<!doctype html><script type=module src=/chat-bridge.js></script>",
        "curate.html": "<!doctype html><script type=module src=/curate/page.js></script>",
        "secret.html": "not a page",
        "chat-bridge.js": 'import "./element/card.js";\n' + "// words\n" * 100,
        "element/card.js": "export const card = 1;\n",
        "styles.css": ":root{color:red}",
        "locales/zh.json": '{"send":"发送"}',
        "icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "types.d.ts": "export {}",
        "tsconfig.json": "{}",
        ".hidden/key.js": "// no",
        ".env.js": "// no",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "outside.js").write_text("// outside", encoding="utf-8")
    (folder / "link.js").symlink_to(tmp_path / "outside.js")
    return folder


@pytest.fixture
def services(web_folder: Path) -> Services:
    """Everything well."""
    library: Any = FakeLibrary()
    store: Any = FakeStore()
    translator: Any = FakeTranslator()
    sockets: Any = EchoSockets()

    async def readiness() -> tuple[str, ...]:
        return ()

    return Services(
        store=store,
        library=library,
        composer=Composer(library, translator, fake_detect, 2000),
        translator=translator,
        renderer=FakeRenderer(),
        read=fake_read,
        sockets=sockets,
        barred=NobodyBarred(),
        # Whatever needs a store behind the sign-in is tested over a real one (tests/office.py).
        private=private_routes(*(Mock() for _ in range(7))),
        metrics=Metrics(),
        readiness=readiness,
        web=web_folder,
        origins=(ALLOWED,),
        proxies=(),
    )


@pytest.fixture
async def serve(services: Services) -> AsyncIterator[Serve]:
    """`await serve(store=…)` starts a site with some of its services replaced."""
    async with AsyncExitStack() as stack:

        async def start(header_s: float = 10.0, **changes: Any) -> Site:
            app = application(replace(services, **changes))
            server = await listen(app, "127.0.0.1", 0, header_s)
            stack.push_async_callback(server.close)
            client = await stack.enter_async_context(
                aiohttp.ClientSession(
                    f"http://127.0.0.1:{server.port}",
                    auto_decompress=False,
                    headers={"Accept-Encoding": "identity"},
                )
            )
            return Site(server, client, app)

        yield start


@pytest.fixture
async def site(serve: Serve) -> Site:
    """A site where everything is well."""
    return await serve()
