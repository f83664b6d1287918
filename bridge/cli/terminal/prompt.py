"""A line editor for terminals that stays in its place while the room talks above it."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager

from prompt_toolkit import PromptSession
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.patch_stdout import patch_stdout


class Prompt:
    """Asks for lines. What was typed vanishes on Enter: the room shows it once it is stored."""

    def __init__(self, text: Callable[[], str], term: str | None) -> None:
        # Not sys.stdout: that is patched to print above the prompt.
        output = Vt100_Output.from_pty(sys.__stdout__ or sys.stdout, term=term)
        # A terminal that does not answer requests for the cursor's position would get a warning.
        output.enable_cpr = False
        self._session: PromptSession[str] = PromptSession(text, output=output, erase_when_done=True)

    def redraw(self) -> None:
        """The text before the cursor has changed."""
        self._session.app.invalidate()

    def printing_above(self) -> AbstractContextManager[None]:
        """While this is entered, what goes to standard output and error is shown above it."""
        return patch_stdout(raw=True)

    async def lines(self) -> AsyncIterator[str]:
        """What is typed, until Ctrl-D or Ctrl-C."""
        while True:
            try:
                yield await self._session.prompt_async()
            except (EOFError, KeyboardInterrupt):
                return
