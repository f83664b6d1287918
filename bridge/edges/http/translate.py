"""`POST /translate` and `POST /detect`: LibreTranslate's API, with phrases and glossary applied."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler
from msgspec import Meta

from bridge.composer import Composer
from bridge.core.jobs import Passage
from bridge.core.langs import canonical
from bridge.core.model import UND, Lang, Rendering, Runs, plain
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.errors import Refused, of_client_error
from bridge.errors import ClientError
from bridge.ports.translation import Renderer

MOST_TEXTS = 50
AUTO = "auto"

Asked = TypeVar("Asked")
Texts = str | Annotated[list[str], Meta(max_length=MOST_TEXTS)]


class TranslateRequest(msgspec.Struct, frozen=True):
    """As LibreTranslate has it; `api_key` and unknown fields are ignored."""

    q: Texts
    target: str
    source: str = AUTO
    format: Literal["text"] = "text"


class DetectRequest(msgspec.Struct, frozen=True):
    """A text of unknown language."""

    q: str


@dataclass(frozen=True, slots=True)
class Translate:
    """Texts across, outside any room; nothing is stored."""

    composer: Composer
    renderer: Renderer

    async def translate(self, request: web.Request) -> web.Response:
        """One answer for one text, lists for a list. A text that fails comes back as it was."""
        asked = await _asked(request, TranslateRequest)
        texts = [asked.q] if isinstance(asked.q, str) else asked.q
        target = canonical(asked.target)
        found = await asyncio.gather(*(self._one(text, asked.source, target) for text in texts))
        fields: dict[str, object] = {
            "translatedText": [text for text, _, _ in found],
            "status": [rendering.status for _, rendering, _ in found],
            "reasons": [rendering.reasons for _, rendering, _ in found],
        }
        if asked.source == AUTO:
            fields["detectedLanguage"] = [_detected(lang) for _, _, lang in found]
        if isinstance(asked.q, str):
            fields = {name: value[0] for name, value in fields.items() if isinstance(value, list)}
        return answer(fields)

    async def detect(self, request: web.Request) -> web.Response:
        """The language, surest first; `und` comes with no confidence."""
        asked = await _asked(request, DetectRequest)
        lang, _ = self.composer.compose(asked.q, None, UND)
        return answer([_detected(lang)])

    async def _one(self, text: str, source: str, target: Lang) -> tuple[str, Rendering, Lang]:
        lang, runs = self._composed(text, source)
        rendering = await self.renderer.render(Passage(runs, lang, target, live=False))
        return (plain(rendering.runs) or text), rendering, lang

    def _composed(self, text: str, source: str) -> tuple[Lang, Runs]:
        if source == AUTO:
            return self.composer.compose(text, None, UND)
        lang = canonical(source)
        return lang, self.composer.compose_in(text, lang)


async def _asked(request: web.Request, shape: type[Asked]) -> Asked:
    """A JSON body, or a form, which LibreTranslate's own clients send."""
    if request.content_type != "application/x-www-form-urlencoded":
        return await inputs.body(request, shape)
    return await inputs.form(request, shape)


def libre(handler: Handler) -> Handler:
    """Refusals as that API has them: `{"error": "what and why"}`."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (ClientError, Refused) as error:
            refused = of_client_error(error) if isinstance(error, ClientError) else error
            return answer({"error": refused.message}, status=refused.status)

    return handle


def _detected(lang: Lang) -> dict[str, object]:
    return {"language": lang, "confidence": 0.0 if lang == UND else 100.0}
