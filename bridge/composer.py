"""What happens to words on the way in: cleaned, protected, their language found, annotated."""

from collections.abc import Callable, Collection

from bridge.core.model import Lang, Runs
from bridge.core.normalise import message_text
from bridge.core.protect import protect
from bridge.ports import Library, Translator

Detect = Callable[[Runs, Lang | None, Lang, Collection[Lang]], Lang]
"""`core.detect.detect` with what it needs to know about languages."""


class Composer:
    """A text as typed becomes a message's language and runs."""

    def __init__(
        self, library: Library, translator: Translator, detect: Detect, max_chars: int
    ) -> None:
        self._library = library
        self._translator = translator
        self._detect = detect
        self._max_chars = max_chars

    def compose(self, text: str, hint: Lang | None, reads: Lang) -> tuple[Lang, Runs]:
        """Language and runs of `text` by somebody who reads `reads` and whose client says `hint`.

        Raises ClientError when it cannot be sent: too long, empty, not text.
        """
        # Protect before annotate: a link that holds `yyds` gets no note.
        runs = protect(self.cleaned(text))
        known = {lang for pair in self._translator.pairs() for lang in pair}
        lang = self._detect(runs, hint, reads, known)
        return lang, self._library.annotate(runs, lang)

    def compose_in(self, text: str, lang: Lang) -> Runs:
        """Runs of a text that is known to be in `lang`. Raises ClientError as above."""
        return self._library.annotate(protect(self.cleaned(text)), lang)

    def cleaned(self, text: str) -> str:
        """A text as it may be stored. Raises ClientError as above."""
        return message_text(text, self._max_chars)
