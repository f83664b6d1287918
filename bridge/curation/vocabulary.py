"""Words and how common they usually are, a port."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from bridge.core.model import Lang


class Vocabulary(Protocol):
    """Knows the words of some languages. Not for the event loop."""

    def stretches(self, text: str, lang: Lang) -> Iterable[Sequence[str]]:
        """The words of a text, together where nothing stands between them; Chinese that is no word
        in single characters."""

    def usual(self, word: str, lang: Lang) -> float | None:
        """So often among a million words of everyday text; None where nothing is known of the
        language. A word that is not known is as rare as the rarest that is."""

    def tags(self, words: Collection[str], lang: Lang) -> Mapping[str, str]:
        """What kind of word each is (jieba's: `n` `v` `i` `l` …), where that is known."""
