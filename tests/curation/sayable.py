"""What TBX-Basic can say of an entry; the rest is for TOML and CSV."""

import re
from collections.abc import Iterable

from bridge.core.glossary import Entry, Explanation
from tests.curation.entries import changed

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sayable(entry: Entry) -> Entry:
    """The entry in texts that XML can hold: no control characters, no blanks around, no indents;
    and with no equivalent in the term's own language."""
    return changed(
        entry,
        term=text(entry.term),
        variants=texts(entry.variants),
        hits=texts(entry.hits),
        sources=texts(entry.sources),
        explained=tuple((lang, told(each, lang == entry.lang)) for lang, each in entry.explained),
    )


def in_tbx(entry: Entry) -> Entry:
    """What is left of it for somebody who has nothing but the file."""
    return Entry(
        entry.id,
        entry.lang,
        entry.kind,
        entry.term,
        variants=entry.variants,
        hits=entry.hits,
        sources=entry.sources,
        explained=tuple(
            (lang, Explanation(each.gloss, each.equivalent, None, each.body))
            for lang, each in entry.explained
        ),
    )


def text(given: str) -> str:
    clean = _NO_XML.sub("", given)
    return re.sub(r"[ \t]*\n[ \t]+", " ", clean).strip() or "x"


def texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(text(each) for each in given)


def told(given: Explanation, own: bool) -> Explanation:
    return Explanation(
        text(given.gloss),
        None if own or given.equivalent is None else text(given.equivalent),
        given.literal,
        given.body and text(given.body),
        given.example,
    )
