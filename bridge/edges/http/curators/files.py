"""`/api/v1/glossary/import` and `/export`: whole files in and out."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import LangField
from bridge.core.langs import canonical
from bridge.core.roles import Power
from bridge.curation.formats.format import Format
from bridge.curation.intake import Intake, Outdated
from bridge.curation.plan import Line, Plan
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.curators.entry_json import changes_json
from bridge.edges.http.entries import Kind
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.signed_in import SignedIn
from bridge.errors import GlossaryError
from bridge.ports.revisions import Overtaken

MOST_BYTES = 10_000_000
UPLOAD_S = 60.0
_CHUNK = 64 * 1024
_TYPES = {
    "toml": "application/toml",
    "csv": "text/csv",
    "tbx": "application/xml",
    "zip": "application/zip",
}


class FileQuery(msgspec.Struct, frozen=True):
    """Which file. `lang` and `kind` say where a TOML file lies; for an export, what to write."""

    format: Format = Format.TOML
    lang: LangField | None = None
    kind: Kind | None = None


class ImportQuery(FileQuery, frozen=True):
    """With `dry` 0, do what was shown, which `digest` names."""

    dry: Literal[0, 1] = 1
    digest: Annotated[str, Meta(max_length=64)] = ""
    why: Annotated[str, Meta(max_length=500)] = ""


@dataclass(frozen=True, slots=True)
class Files:
    """For those who curate."""

    signed_in: SignedIn
    intake: Intake

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        return (
            web.post("/api/v1/glossary/import", self.take_in),
            web.get("/api/v1/glossary/export", self.give_out),
        )

    async def take_in(self, request: web.Request) -> web.Response:
        """Show what a file would do, row by row; or do it."""
        curator = await self.signed_in.require(request, Power.CURATE)
        asked = inputs.query(request, ImportQuery)
        data = await _uploaded(request)
        lang = None if asked.lang is None else canonical(asked.lang)
        if asked.dry:
            plan = await self.intake.plan(asked.format, data, lang, asked.kind)
            return await asyncio.to_thread(_shown, plan)
        why = asked.why.strip() or f"imported from a {asked.format.value} file"
        try:
            plan = await self.intake.take(
                asked.format, data, lang, asked.kind, asked.digest, why, curator.id
            )
        except (Outdated, Overtaken) as error:
            raise Refused(HttpCode.CONFLICT, str(error)) from None
        except GlossaryError as error:
            raise Refused(HttpCode.BAD_FILE, str(error)) from None
        return await asyncio.to_thread(_shown, plan)

    async def give_out(self, request: web.Request) -> web.Response:
        """The glossary in use, as a file to keep."""
        await self.signed_in.require(request, Power.CURATE)
        asked = inputs.query(request, FileQuery)
        lang = None if asked.lang is None else canonical(asked.lang)
        try:
            name, data = await self.intake.export(asked.format, lang, asked.kind)
        except GlossaryError as error:
            raise Refused(HttpCode.NOT_FOUND, str(error)) from None
        return web.Response(
            body=data,
            headers={
                "Content-Type": _TYPES[name.rpartition(".")[2]],
                "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
                "Cache-Control": "no-store",
            },
        )


async def _uploaded(request: web.Request) -> bytes:
    """The body, larger than what other routes take. Raises Refused: too large, too slow."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(UPLOAD_S):
            async for part in request.content.iter_chunked(_CHUNK):
                size += len(part)
                if size > MOST_BYTES:
                    limit = f"the file has more than {MOST_BYTES:,} bytes: split it by kind"
                    raise Refused(HttpCode.TOO_LONG, limit)
                parts.append(part)
    except TimeoutError:
        late = f"the file did not arrive within {UPLOAD_S:g} s"
        raise Refused(HttpCode.TIMEOUT, late) from None
    return b"".join(parts)


def _shown(plan: Plan) -> web.Response:
    """Not for the event loop: there may be thousands of rows."""
    return answer(
        {
            "rows": [_line_json(each) for each in plan.lines],
            "counts": {what.value: count for what, count in plan.counts().items()},
            "digest": plan.digest(),
        }
    )


def _line_json(line: Line) -> dict[str, Any]:
    return {
        "row": line.at,
        "id": line.id or None,
        "what": line.what.value,
        "why": line.why or None,
        "changes": changes_json(line.changes),
    }
