"""A ready entry made of what a reader proposed, for a curator to approve or amend."""

import re
from collections.abc import Callable, Container
from dataclasses import replace

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Lang, Message, RunKind, Runs, plain
from bridge.core.proposals import Dispute, Note
from bridge.curation.spelling import new_id

Read = Callable[[str], str]
"""A Chinese word → its pinyin. Not for the event loop: its first call reads a dictionary."""

LONGEST_HIT = 200
"""Characters: what is longer says little about one term."""
_ENDS = re.compile(r"[^。！？!?\n]*[。！？!?\n]*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_NUMBER = re.compile(r"[0-9０-９.+\-]+")
_PERSONAL = (RunKind.MENTION, RunKind.LINK, RunKind.CODE)


def from_note(note: Note, evidence: Message | None, read: Read, taken: Container[EntryId]) -> Entry:
    """The entry that explains `note.term` to its readers, as far as two fields tell."""
    lang = Lang(note.lang.partition("-")[0])
    term = note.term.strip()
    kind = _kind(term, lang)
    reading = read(term) if lang == "zh" and _HAN.fullmatch(term) else None
    told = Explanation(note.gloss.strip(), body=note.body.strip() or None)
    return Entry(
        new_id(lang, kind, term, reading, taken),
        lang,
        kind,
        term,
        reading=reading,
        hits=(_sentence(evidence, term) or term,),
        explained=((note.readers, told),),
    )


def from_dispute(dispute: Dispute, entry: Entry, evidence: Message | None) -> Entry:
    """The entry with the sentence in which it is said to be wrong among its misses."""
    sentence = _sentence(evidence, dispute.term)
    if not sentence or sentence in entry.misses:
        return entry
    return replace(entry, misses=(*entry.misses, sentence))


def _kind(term: str, lang: Lang) -> str:
    """A guess; a curator sees it, and may change it."""
    if _NUMBER.fullmatch(term) and lang == "zh":
        return "number"
    if not any(char.isalnum() for char in term):
        return "emoji" if lang == "zh" else "slang"
    if lang == "zh":
        return "idiom" if _HAN.fullmatch(term) and len(term) == 4 else "slang"
    return "idiom" if " " in term else "slang"


def _sentence(message: Message | None, term: str) -> str | None:
    """The sentence with the term in it, if it names nobody and leads nowhere: a glossary is
    read by everybody."""
    if message is None:
        return None
    found = next((each for each in _ENDS.findall(_open(message.runs)) if term in each), "").strip()
    return found if 0 < len(found) <= LONGEST_HIT and message.author_name not in found else None


def _open(runs: Runs) -> str:
    """The text, with an end of sentence where somebody's name, a link or code stands."""
    return plain(tuple(replace(run, text="\n") if run.kind in _PERSONAL else run for run in runs))
