"""Translations pass the word lists before anybody sees or stores them."""

from bridge.core.covering import screened
from bridge.core.jobs import Passage
from bridge.core.model import Rendering
from bridge.moderation.peace import Peace
from bridge.ports.translation import Renderer


class Screened:
    """A `ports.Renderer` around another one."""

    def __init__(self, renderer: Renderer, peace: Peace) -> None:
        self._renderer = renderer
        self._peace = peace

    def covers(self, passage: Passage) -> bool:
        """As the other one."""
        return self._renderer.covers(passage)

    async def render(self, passage: Passage) -> Rendering:
        """What the other one says, with listed words covered, or failed where they are held."""
        rendering = await self._renderer.render(passage)
        return screened(rendering, self._peace.words, passage.target)
