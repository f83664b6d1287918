"""`GET /languages`: which languages people can read and write here, as LibreTranslate says it."""

from dataclasses import dataclass

from aiohttp import web

from bridge.core.answers import Language
from bridge.core.langs import offered
from bridge.edges.http.answers import answer
from bridge.ports.translation import Translator


@dataclass(frozen=True, slots=True)
class Languages:
    """Asked by the page before anybody has come in, and by LibreTranslate's clients."""

    translator: Translator

    async def all(self, _request: web.Request) -> web.Response:
        """Each language with its own name, and those into which it can be translated."""
        reading = offered(self.translator.pairs())
        return answer(
            [
                {"code": each.code, "name": each.name, "targets": _targets(each, reading)}
                for each in reading
            ]
        )


def _targets(source: Language, reading: tuple[Language, ...]) -> list[str]:
    return [each.code for each in reading if source.code in each.sources]
