"""The pages and scripts of `web/`: read once at the start, served from memory."""

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ETag, web

from bridge.edges.http.answers import etag, is_known
from bridge.errors import ConfigError

_TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
_PAGES: Mapping[str, str] = {"/": "index.html", "/curate": "curate.html"}
"""Pages have addresses without a suffix; a page that is not named here is not served."""
_ALSO: Mapping[str, str] = {"/widget.js": "chat-bridge.js"}
"""Second addresses. The widget's imports are relative, and lie beside it at both."""
_NOT_SERVED = frozenset({"tsconfig.json"})
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")

# Other sites' pages load the widget and all that it imports; what is public holds no secrets.
_SHARED: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file in memory, plain and compressed (None where that would not be smaller)."""

    content_type: str
    plain: bytes
    packed: bytes | None
    tag: ETag
    is_shared: bool

    async def serve(self, request: web.Request) -> web.Response:
        """The file, or 304. `no-cache`: a browser asks each time, and so sees a new version."""
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if self.is_shared:
            headers |= _SHARED
        if is_known(request, self.tag):
            response = web.Response(status=304, headers=headers)
        elif self.packed is not None and accepts_gzip(request.headers.get("Accept-Encoding", "")):
            headers |= {"Content-Type": self.content_type, "Content-Encoding": "gzip"}
            response = web.Response(body=self.packed, headers=headers)
        else:
            headers["Content-Type"] = self.content_type
            response = web.Response(body=self.plain, headers=headers)
        response.etag = self.tag
        return response


class Static:
    """What was in the folder at the start; nothing else can be reached, whatever the path says."""

    def __init__(self, folder: Path) -> None:
        self._files = {f"/{path}": read(folder / path) for path in _assets(folder)}
        for address, name in _PAGES.items():
            self._files[address] = read(_existing(folder / name))
        for address, name in _ALSO.items():
            self._files[address] = read(_existing(folder / name))

    def routes(self) -> tuple[web.RouteDef, ...]:
        """One exact route for each file."""
        return tuple(web.get(path, file.serve) for path, file in sorted(self._files.items()))


def read(path: Path) -> File:
    """Load and compress one file."""
    plain = path.read_bytes()
    packed = gzip.compress(plain, mtime=0)
    is_page = path.suffix == ".html"
    return File(
        content_type="text/html; charset=utf-8" if is_page else _TYPES[path.suffix],
        plain=plain,
        packed=packed if len(packed) < len(plain) else None,
        tag=etag(plain),
        is_shared=not is_page,
    )


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether the header names gzip, and not with a weight of nothing."""
    for coding in accept_encoding.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return False


def _assets(folder: Path) -> Iterator[str]:
    """Paths below the folder, with `/`: files of a known kind, under plain names, no links."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if (
            path.suffix in _TYPES
            and path.name not in _NOT_SERVED
            and all(_PLAIN_NAME.fullmatch(part) for part in parts)
            and not any(each.is_symlink() for each in (path, *path.parents[: len(parts) - 1]))
            and path.is_file()
        ):
            yield "/".join(parts)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise ConfigError(f"the web folder has no {path.name} ({path}); install the bridge again")
    return path
