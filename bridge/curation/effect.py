"""What a change would do to what was said last: notes that come and go, and near misses."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bridge.core.bare import bare
from bridge.core.fold import Folding
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Message, RunKind, Runs, plain
from bridge.curation.shelf import State

_SAYS = (None, RunKind.EMOJI)
"""Kinds of runs in which terms are looked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message with the notes that it would have, or (where it loses one) has. `words` are those
    that a term was found in but does not count as, such as 卷 in 卷心菜."""

    message: Message
    runs: Runs
    words: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """`hits`: messages with the note. `inside`: messages in which it stands too, but inside other
    words, in a longer term, or where the entry says that it does not count. `lost`: messages that
    lose a note. `touched`: before and after, all whose translation may change. Newest first."""

    hits: tuple[Seen, ...]
    inside: tuple[Seen, ...]
    lost: tuple[Seen, ...]
    touched: tuple[tuple[Message, Runs, Runs], ...]


def noted(messages: Iterable[Message], entry_id: EntryId, present: State, trial: State) -> Noted:
    """Look at each message in both states of the glossary. Not for the event loop: some 0.1 ms
    a message."""
    hits, inside, lost, touched = [], [], [], []
    spot = _spotter(trial.entry(entry_id), Folding(trial.simplify))
    for message in messages:
        words = bare(message.runs)
        before = present.annotate(words, message.lang)
        after = trial.annotate(words, message.lang)
        there = _entries(after)
        if entry_id in there:
            hits.append(Seen(message, after))
        if found := spot(_rest(after, entry_id)):
            inside.append(Seen(message, after, found))
        if _entries(before) - there:
            lost.append(Seen(message, before))
        if before != after or entry_id in there:
            touched.append((message, before, after))
    return Noted(tuple(hits), tuple(inside), tuple(lost), tuple(touched))


def _entries(runs: Runs) -> Counter[EntryId]:
    return Counter(each for run in runs if run.entry for each in (run.entry, *run.also))


def _rest(runs: Runs, entry_id: EntryId) -> str:
    """The text without links and the like, and where the entry is not."""
    return "".join(
        run.text if run.kind in _SAYS and entry_id not in (run.entry, *run.also) else "\n"
        for run in runs
    )


def _spotter(entry: Entry | None, folding: Folding) -> Callable[[str], str]:
    """Finds a spelling of the entry anywhere, also in the middle of a word, and gives the word
    around it; nothing for a spelling with a slot, which is no text."""
    spellings = [folding(each).text for each in entry.spellings] if entry else []
    literal = [each for each in spellings if "[" not in each]

    def spot(text: str) -> str:
        folded = folding(text)
        for each in literal:
            start = folded.text.find(each)
            if start >= 0:
                return _around(folded.text, start, start + len(each))
        return ""

    return spot


def _around(text: str, start: int, end: int) -> str:
    """With the Latin letters before and after, if it has any, that make it a word."""
    while text[start].isascii() and start > 0 and _is_letter(text[start - 1]):
        start -= 1
    while text[end - 1].isascii() and end < len(text) and _is_letter(text[end]):
        end += 1
    return text[start:end]


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


def distinct(
    touched: Sequence[tuple[Message, Runs, Runs]], most: int
) -> Sequence[tuple[Message, Runs, Runs]]:
    """The first of each text, `most` of them: what was said twice is translated alike."""
    by_text: dict[str, tuple[Message, Runs, Runs]] = {}
    for each in touched:
        by_text.setdefault(plain(each[1]), each)
    return list(by_text.values())[:most]
