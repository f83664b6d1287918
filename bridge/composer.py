"""What happens to words on the way in: cleaned, protected, their language found, annotated."""

from collections.abc import Callable, Collection

from bridge.core.bare import bare
from bridge.core.model import EntryId, Lang, RoomName, Runs
from bridge.core.moderation import FREE, Rules
from bridge.core.normalise import message_text
from bridge.core.protect import protect
from bridge.ports.library import Library
from bridge.ports.translation import Translator

Detect = Callable[[Runs, Lang | None, Lang, Collection[Lang]], Lang]
"""`core.detect.detect` with what it needs to know about languages."""
RulesOf = Callable[[RoomName], Rules]


class Composer:
    """A text as typed becomes a message's language and runs. In a room, the notes that its rules
    leave out are left out."""

    def __init__(
        self,
        library: Library,
        translator: Translator,
        detect: Detect,
        max_chars: int,
        rules: RulesOf = lambda _: FREE,
    ) -> None:
        self._library = library
        self._translator = translator
        self._detect = detect
        self._max_chars = max_chars
        self._rules = rules

    def compose(
        self, text: str, hint: Lang | None, reads: Lang, room: RoomName | None = None
    ) -> tuple[Lang, Runs]:
        """Language and runs of `text` by somebody who reads `reads` and whose client says `hint`.

        Raises ClientError when it cannot be sent: too long, empty, not text.
        """
        # Protect before annotate: a link that holds `yyds` gets no note.
        runs = protect(self.cleaned(text))
        known = {lang for pair in self._translator.pairs() for lang in pair}
        lang = self._detect(runs, hint, reads, known)
        return lang, self._annotate(runs, lang, room)

    def compose_in(self, text: str, lang: Lang, room: RoomName | None = None) -> Runs:
        """Runs of a text that is known to be in `lang`. Raises ClientError as above."""
        return self._annotate(protect(self.cleaned(text)), lang, room)

    def noted(self, runs: Runs, lang: Lang, room: RoomName | None = None) -> Runs:
        """A stored message's runs with the notes of the glossary as it is now."""
        return self._annotate(bare(runs), lang, room)

    def _annotate(self, runs: Runs, lang: Lang, room: RoomName | None) -> Runs:
        rules = FREE if room is None else self._rules(room)
        if rules.unnoted == FREE.unnoted:
            return self._library.annotate(runs, lang)

        def allows(entry_id: EntryId) -> bool:
            entry = self._library.entry(entry_id)
            return entry is None or rules.allows(entry)

        return self._library.annotate(runs, lang, allows)

    def cleaned(self, text: str) -> str:
        """A text as it may be stored. Raises ClientError as above."""
        return message_text(text, self._max_chars)
