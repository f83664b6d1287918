"""Where lines go: talk to standard output, the state of the connection to standard error."""

import sys
from collections.abc import Iterable

from bridge.cli.terminal.lines import About, Line


class Screen:
    """Prints lines. `colours`: with ANSI colours. `together`: the state of the connection goes to
    standard output, too, since a person looks at it."""

    def __init__(self, colours: bool, together: bool) -> None:
        self._colours = colours
        self._together = together

    def show(self, lines: Iterable[Line]) -> None:
        """Print, and flush: whoever reads a pipe waits for it."""
        for each in lines:
            text = each.coloured() if self._colours else each.plain()
            to_error = each.about is About.STATE and not self._together
            stream = sys.stderr if to_error else sys.stdout
            stream.write(text + "\n")
            stream.flush()
