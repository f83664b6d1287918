"""What happens to words on the way in: cleaned, protected, their language found, annotated."""

from bridge.core.detect import detect
from bridge.core.model import Lang, Runs
from bridge.core.normalise import message_text
from bridge.core.protect import protect
from bridge.ports import Library, Translator


class Composer:
    """A text as typed becomes a message's language and runs."""

    def __init__(self, library: Library, translator: Translator, max_chars: int) -> None:
        self._library = library
        self._translator = translator
        self._max_chars = max_chars

    def compose(self, text: str, hint: Lang | None, reads: Lang) -> tuple[Lang, Runs]:
        """Language and runs of `text` by somebody who reads `reads` and whose client says `hint`.

        Raises ClientError when it cannot be sent: too long, empty, not text.
        """
        # Protect before annotate: a link that holds `yyds` gets no note.
        runs = protect(message_text(text, self._max_chars))
        known = {lang for pair in self._translator.pairs() for lang in pair}
        lang = detect(runs, hint, reads, known)
        return lang, self._library.annotate(runs, lang)
