"""How Chinese is read: the words of a text, each with its pinyin, meanings, and note."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from bridge.core.cedict import Headword, Source, readable
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang
from bridge.core.pinyin import cited, joined, particle, spoken
from bridge.core.protect import protect
from bridge.core.words import Meanings, ReadWord
from bridge.library.dictionary import FILE, Dictionary, Found
from bridge.library.hanzi import load_converters, simplifier
from bridge.library.library import GlossaryLibrary
from bridge.library.words import load_simplify
from bridge.ports.library import Library

MOST_SENSES = 12
"""Of one reading; 打 has more than anybody wants to see at once."""
LONGEST_SPLIT = 8
"""Characters of a word that may be explained by its parts."""
ZH = Lang("zh")
_HAN = regex.compile(r"\p{Han}")
_HAN_ONLY = regex.compile(r"\p{Han}+")


@dataclass(slots=True)
class _Cut:
    """A stretch of text, the same in Simplified (empty: no Chinese), and the glossary's entry."""

    text: str
    plain: str
    entry: Entry | None
    reading: str | None = None

    @property
    def is_plain(self) -> bool:
        """A Chinese word that the glossary says nothing about."""
        return bool(self.plain) and self.entry is None

    @property
    def told(self) -> tuple[str, str | None, None, EntryId | None]:
        """The fields of a ReadWord."""
        return self.text, self.reading, None, self.entry.id if self.entry else None

    def known(self, found: Found) -> bool:
        """Whether there is nothing more to look up."""
        return not self.is_plain or self.text in found or self.plain in found


def pinyin(word: str) -> str:
    """`重庆` → `chóng qìng`; phrase-aware. The first call takes about a second: it reads the
    dictionary."""
    return " ".join(_syllables(word))


def _syllables(word: str) -> list[str]:
    # Most processes never need it: only Chinese that somebody wants to learn to read is read so.
    pypinyin = importlib.import_module("pypinyin")
    return cited(word, pypinyin.lazy_pinyin(word, style=pypinyin.Style.TONE))


def open_reader(library: GlossaryLibrary, data: Path) -> "TextReader":
    """Reads texts with the glossary, and the dictionary of the data folder where there is one."""
    return TextReader(
        library,
        Dictionary(data / FILE),
        # Asked for each time: the glossary may be another one by then.
        lambda text: library.matchers.cut(text),
        simplifier(load_converters()[0], load_simplify()),
    )


class TextReader:
    """Reads texts word by word. Not on the event loop: it reads the disk and takes some
    milliseconds. `cut` gives the words of a Simplified text; `simplified` makes a text that, with
    as many characters."""

    def __init__(
        self,
        library: Library,
        dictionary: Dictionary,
        cut: Callable[[str], Iterable[str]],
        simplified: Callable[[str], str],
    ) -> None:
        self._library = library
        self._dictionary = dictionary
        self._cut = cut
        self._simplified = simplified

    def read(
        self, texts: Sequence[str], readers: Lang
    ) -> tuple[list[list[ReadWord]], Source | None]:
        """The words of each text, which joined give the text; and where the meanings come from,
        if there are any."""
        cut = [_read_aloud(list(self._words(text))) for text in texts]
        if readers.partition("-")[0] == ZH:
            # Explained in a language that they need not know, their own words help nobody.
            return [[ReadWord(*each.told) for each in words] for words in cut], None
        wanted = {form for words in cut for each in words for form in (each.text, each.plain)}
        found, source = self._dictionary.look_up(wanted - {""})
        if source is not None:
            unknown = {each.text for words in cut for each in words if not each.known(found)}
            parts = {part for text in unknown for part in _parts(text)}
            found = {**found, **self._dictionary.look_up(parts)[0]}
        read = [[each for word in words for each in _explained(word, found)] for words in cut]
        return read, source if any(each.meanings for words in read for each in words) else None

    def _words(self, text: str) -> Iterator[_Cut]:
        for run in self._library.annotate(protect(text), ZH):
            entry = self._library.entry(run.entry) if run.entry else None
            if run.kind is not None or not _HAN.search(run.text):
                yield _Cut(run.text, "", entry)
            elif entry is not None:
                yield _Cut(run.text, self._simplified(run.text), entry)
            else:
                yield from self._split(run.text)

    def _split(self, text: str) -> Iterator[_Cut]:
        at, between = 0, ""
        for word in self._cut(self._simplified(text)):
            same = text[at : at + len(word)]
            at += len(word)
            if not _HAN.search(word):
                between += same
                continue
            if between:
                yield _Cut(between, "", None)
            between = ""
            yield _Cut(same, word, None)
        if between:
            yield _Cut(between, "", None)


def _read_aloud(words: list[_Cut]) -> list[_Cut]:
    """With their pinyin: the glossary's where it has one, else by the word and its neighbours."""
    around = ["", *(word.plain for word in words), ""]
    for word, before, after in zip(words, around, around[2:], strict=False):
        if not word.plain:
            continue
        # The glossary reads its term, not the variants of it.
        is_term = word.entry is not None and word.entry.term in (word.text, word.plain)
        told = (word.entry.reading or "").split() if word.entry and is_term else []
        own = len(told) == len(word.plain) and _HAN_ONLY.fullmatch(word.plain)
        syllables = told if own else _syllables(word.plain)
        reading = particle(before, word.plain, after) or joined(syllables)
        # A character that nobody has a reading for comes back as itself.
        word.reading = reading if reading != word.plain else None
    return words


def _explained(word: _Cut, found: Found) -> Iterator[ReadWord]:
    """With meanings; a word that the dictionary has not is given by its parts, if it has them."""
    headwords = found.get(word.text) or found.get(word.plain)
    parts = _parts_found(word.text, found) if word.is_plain else []
    if word.is_plain and headwords:
        yield _with_meanings(ReadWord(*word.told), headwords)
    elif parts:
        syllables = _syllables(word.plain)
        for part in parts:
            said, syllables = syllables[: len(part)], syllables[len(part) :]
            yield _with_meanings(ReadWord(part, joined(said)), found[part])
    else:
        yield ReadWord(*word.told)


def _with_meanings(word: ReadWord, headwords: Sequence[Headword]) -> ReadWord:
    """In the dictionary's reading, which knows names and light syllables; where it has several,
    the one that the words around it suggest comes first."""
    is_traditional = any(word.text == each.traditional != each.simplified for each in headwords)
    by_reading: dict[str, list[str]] = {}
    for each in headwords:
        senses = by_reading.setdefault(spoken(each.reading), [])
        senses += [readable(sense, is_traditional) for sense in each.senses]
    suggested = (word.reading or "").casefold()
    order = sorted(by_reading, key=lambda reading: reading != suggested)
    meanings = tuple(Meanings(each, tuple(by_reading[each][:MOST_SENSES])) for each in order)
    return ReadWord(word.text, meanings[0].reading, meanings, word.entry)


def _parts(word: str) -> Iterator[str]:
    if 1 < len(word) <= LONGEST_SPLIT:
        for start in range(len(word)):
            yield from (word[start:end] for end in range(start + 1, len(word) + 1))


def _parts_found(word: str, found: Found) -> list[str]:
    """The fewest long parts, first come; none when a character is left over."""
    parts: list[str] = []
    at = 0
    while at < len(word) and len(word) <= LONGEST_SPLIT:
        ends = (end for end in range(len(word), at, -1) if word[at:end] in found)
        end = next(ends, None)
        if end is None:
            return []
        parts.append(word[at:end])
        at = end
    return parts
