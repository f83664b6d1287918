"""Reads a message word by word, for those who get no translation of it."""

import asyncio
from collections.abc import Callable, Iterable

import regex

from bridge.core.glossary import Entry
from bridge.core.jobs import Job, Passage
from bridge.core.model import EntryId, Lang, Run, Status, Word
from bridge.core.trust import judge
from bridge.errors import TranslationError
from bridge.ports.translation import Translator

MOST = 60
"""Words; the rest of a longer text is left out."""
LONGEST_MEANING = 24
"""Characters; what is longer is no meaning of a single word."""
_WORD = regex.compile(r"\p{Han}+|[\p{L}\p{M}'’-]+|\p{N}+")


class WordByWord:
    """Words with their reading and, where two translations agree on it, their meaning.

    `cut` splits Chinese into words, `reading` gives a Chinese word's pinyin.
    """

    def __init__(
        self,
        translator: Translator,
        cut: Callable[[str], Iterable[str]],
        reading: Callable[[str], str],
        entry: Callable[[EntryId], Entry | None],
    ) -> None:
        self._translator = translator
        self._cut = cut
        self._reading = reading
        self._entry = entry

    async def read(self, passage: Passage, deadline: float) -> tuple[Word, ...]:
        """Every word of `passage` outside links and the like, in order, MOST at most."""
        found = [word for run in passage.runs if run.kind is None for word in self._words(run)]
        return tuple(
            await asyncio.gather(
                *(self._word(word, entry, passage, deadline) for word, entry in found[:MOST])
            )
        )

    def _words(self, run: Run) -> list[tuple[str, Entry | None]]:
        entry = self._entry(run.entry) if run.entry else None
        if entry is not None:
            return [(run.text, entry)]
        return [
            (word, None)
            for stretch in _WORD.findall(run.text)
            for word in (self._cut(stretch) if _is_han(stretch) else [stretch])
        ]

    async def _word(
        self, word: str, entry: Entry | None, passage: Passage, deadline: float
    ) -> Word:
        reading = self._reading(word) if _is_han(word) else None
        if entry is not None:
            told = entry.explanation(passage.target)
            # The glossary reads its term, not the variants of it.
            said = entry.reading if entry.reading and word == entry.term else reading
            return Word(word, said, told.gloss if told else None)
        return Word(word, reading, await self._meaning(word, passage, deadline))

    async def _meaning(self, word: str, passage: Passage, deadline: float) -> str | None:
        """What the engine makes of the word alone, if the way back leads to the same word."""
        there, back = (passage.source, passage.target), (passage.target, passage.source)
        if not {there, back} <= self._translator.pairs():
            return None
        try:
            meaning = (await self._one(word, *there, deadline)).rstrip(".。")
            if not meaning or len(meaning) > LONGEST_MEANING:
                return None
            again = await self._one(meaning, *back, deadline)
        except TranslationError:
            return None
        same = again.strip(" .。").casefold() == word.casefold()
        status, _ = judge(word, meaning, *there)
        return meaning if same and status is Status.OK and meaning != word else None

    async def _one(self, text: str, source: Lang, target: Lang, deadline: float) -> str:
        job = Job(text, source, target, live=False, deadline=deadline)
        return (await self._translator.translate(job)).text.strip()


def _is_han(word: str) -> bool:
    return bool(word) and "\u3400" <= word[0] <= "\u9fff"
