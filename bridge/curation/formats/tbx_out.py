"""Entries to TBX-Basic (ISO 30042:2019), style DCA: one namespace, which most programs read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from bridge.core.glossary import Entry, Explanation
from bridge.core.model import EntryId, Lang

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Culture Bridge</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_TAIL = "</body></text>\n</tbx>\n"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(entries: Iterable[Entry], revisions: Mapping[EntryId, int]) -> bytes:
    """The entries by id, each with its revision (0 is as shipped). Characters that XML cannot
    hold are left out."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    concepts = (line for entry in ordered for line in _concept(entry, revisions.get(entry.id, 0)))
    return (_HEAD + "".join(f"{line}\n" for line in concepts) + _TAIL).encode()


def _concept(entry: Entry, revision: int) -> Iterator[str]:
    yield f"<conceptEntry id={quoteattr(entry.id.replace('/', '.'))}>"
    yield "  " + _element("descrip", entry.kind, type="subjectField")
    yield (
        '  <transacGrp><transac type="transactionType">modification</transac>'
        f"<note>revision {revision}</note></transacGrp>"
    )
    for source in entry.sources:
        yield "  " + _element("admin", source, type="source")
    # Where a language has no term of its own, what is told in it stands with the concept.
    for lang, told in entry.explained:
        if lang != entry.lang and not told.equivalent:
            yield from _told("  ", told, lang)
    yield f"  <langSec xml:lang={quoteattr(entry.lang)}>"
    own = entry.explanation(entry.lang)
    if own is not None:
        yield from _told("    ", own)
    yield from _terms(entry)
    yield "  </langSec>"
    for lang, told in entry.explained:
        if lang != entry.lang and told.equivalent:
            yield f"  <langSec xml:lang={quoteattr(lang)}>"
            yield from _told("    ", told)
            yield f"    <termSec>{_element('term', told.equivalent)}</termSec>"
            yield "  </langSec>"
    yield "</conceptEntry>"


def _terms(entry: Entry) -> Iterator[str]:
    yield f"    <termSec>{_element('term', entry.term)}"
    yield "      " + _element("termNote", "preferredTerm-admn-sts", type="administrativeStatus")
    for sentence in entry.hits:
        yield "      " + _element("descrip", sentence, type="context")
    yield "    </termSec>"
    for variant in entry.variants:
        note = _element("termNote", "variant", type="termType")
        yield f"    <termSec>{_element('term', variant)}{note}</termSec>"


def _told(indent: str, told: Explanation, lang: Lang | None = None) -> Iterator[str]:
    spoken = {"xml:lang": lang} if lang else {}
    definition = _element("descrip", told.gloss, type="definition", **spoken)
    yield f"{indent}<descripGrp>{definition}</descripGrp>"
    if told.body:
        yield indent + _element("note", told.body, **spoken)


def _element(name: str, text: str, **attributes: str) -> str:
    given = "".join(f" {each}={quoteattr(value)}" for each, value in attributes.items())
    # XML would read a bare carriage return as a line feed.
    held = escape(_NO_XML.sub("", text), {"\r": "&#13;"})
    return f"<{name}{given}>{held}</{name}>"
