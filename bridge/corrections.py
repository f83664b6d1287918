"""The phrasebook in use: the shipped one with every line that curators approved since."""

from bridge.core.phrases import Phrasebook
from bridge.ports.desk import Desk


class Corrections:
    """Finds phrases; `refresh` brings in what was approved meanwhile, by whatever process."""

    def __init__(self, shipped: Phrasebook, desk: Desk) -> None:
        self._shipped = shipped
        self._desk = desk
        self._made = 0
        self._book = shipped

    @property
    def book(self) -> Phrasebook:
        """The phrasebook as it is now."""
        return self._book

    async def refresh(self) -> None:
        """Look whether there are new lines, and take them in. Raises StoreError."""
        made = await self._desk.corrections_made()
        if made == self._made:
            return
        lines = await self._desk.corrections()
        self._book = self._shipped.with_lines(lines)
        self._made = made
