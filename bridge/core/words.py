"""A Chinese text as somebody reads it who is learning to: its words, one after another."""

from dataclasses import dataclass

from bridge.core.model import EntryId


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a word means when it is read so."""

    reading: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A stretch of text: a Chinese word with its reading, or what stands between words (`reading`
    is None). `meanings`: those of this reading first; None when no dictionary has the word, or
    none is for this reader. `entry`: the glossary's note on it."""

    text: str
    reading: str | None = None
    meanings: tuple[Meanings, ...] | None = None
    entry: EntryId | None = None
