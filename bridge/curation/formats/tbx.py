"""TBX-Basic (ISO 30042:2019) to rows; both styles, and the termEntry of TBX 2.

What TBX-Basic has no word for (`reading`, `plain`, `misses` …) a row says nothing about, so that
it stays as it is. Nor does a file take anything away by leaving it out: programs that pass it on
drop what they do not know.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from bridge.core.langs import canonical
from bridge.curation.formats.rows import Problem, Read, Row
from bridge.curation.formats.xml import local, parse

_CONCEPTS = frozenset(("conceptEntry", "termEntry"))
_LANGUAGES = frozenset(("langSec", "langSet"))
_TERMS = frozenset(("termSec", "tig", "ntig"))
_BY_TYPE = frozenset(("descrip", "admin", "termNote"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OURS = re.compile(r"([A-Za-z-]+)\.([a-z0-9-]+)\.([a-z0-9-]+)")
_REVISION = re.compile(r"revision (\d{1,15})")
_PREFERRED = "preferredTerm-admn-sts"


@dataclass(slots=True)
class _Concept:
    """What one concept says, gathered while walking through it."""

    terms: dict[str, list[str]] = field(default_factory=dict)
    told: dict[str, dict[str, str]] = field(default_factory=dict)
    contexts: dict[str, list[str]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    subject: str = ""
    revision: int | None = None

    def tell(self, lang: str, name: str, text: str) -> None:
        self.told.setdefault(lang, {}).setdefault(name, text)


def read(data: bytes, lang: str | None, kind: str | None) -> Read:
    """Concept by concept. `lang` and `kind` are for files that are not ours: the language whose
    terms are explained (else that of the file), and the kind (else the subject field)."""
    tree = parse(data, _CONCEPTS)
    if isinstance(tree, Problem):
        return Read(problems=(tree,))
    spoken = canonical(tree.root.get(_LANG) or "und")
    rows: list[Row] = []
    problems: list[Problem] = []
    concepts = (each for each in tree.root.iter() if local(each.tag) in _CONCEPTS)
    for line, each in zip(tree.lines, concepts, strict=True):
        found = _row(line, each, spoken, lang or spoken, kind)
        if isinstance(found, Row):
            rows.append(found)
        else:
            problems.append(found)
    if not rows and not problems:
        problems.append(Problem(0, "no conceptEntry in it: this is no TBX file"))
    return Read(tuple(rows), tuple(problems))


def _row(line: int, element: Element, spoken: str, lang: str, kind: str | None) -> Row | Problem:
    concept = _gathered(element, spoken)
    name = element.get("id", "")
    ours = _OURS.fullmatch(name)
    if ours:
        lang, kind, key = canonical(ours[1]), ours[2], ours[3]
    else:
        kind, key = kind or _slug(concept.subject), _slug(name)
    if not kind or not key:
        missing = "name the kind (--kind slang)" if key else "give the concept an id"
        return Problem(line, f"{name[:40]!r} is not an id of ours: {missing}")
    terms = concept.terms.get(lang, [])
    if not terms:
        return Problem(
            line, f"{name[:40]!r} has no term in {lang}: name the language that is explained"
        )
    table, otherwise = _table(concept, lang, terms)
    return Row(line, f"{lang}/{kind}/{key}", table, False, concept.revision, otherwise)


def _table(concept: _Concept, lang: str, terms: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    term, *variants = terms
    told: dict[str, Mapping[str, str]] = {**concept.told}
    meant: dict[str, Mapping[str, str]] = {}
    for reader, equivalents in concept.terms.items():
        if reader != lang:
            told[reader] = {**told.get(reader, {}), "equivalent": equivalents[0]}
            meant[reader] = {"gloss": equivalents[0]}
    table: dict[str, Any] = {"term": term, "variants": variants}
    if concept.contexts.get(lang):
        table["hits"] = concept.contexts[lang]
    if concept.sources:
        table["sources"] = concept.sources
    if told:
        table["for"] = {reader: dict(each) for reader, each in told.items()}
    # A term that comes without any sentence is at least found where it stands alone.
    return table, {"hits": [term], "for": meant}


def _gathered(element: Element, lang: str) -> _Concept:
    concept = _Concept()
    for child in element.iter():
        if local(child.tag) == "transacGrp":
            found = _REVISION.search(_text(child))
            concept.revision = int(found[1]) if found else concept.revision
    _shared(concept, element, lang)
    for section in element:
        if local(section.tag) in _LANGUAGES:
            spoken = canonical(section.get(_LANG, lang))
            _shared(concept, section, spoken)
            for each in section:
                if local(each.tag) in _TERMS:
                    _term(concept, each, spoken)
    return concept


def _shared(concept: _Concept, element: Element, lang: str) -> None:
    """What stands beside the terms: for the concept, or for one of its languages."""
    for category, spoken, text in _said(element, lang):
        match category:
            case "definition":
                concept.tell(spoken, "gloss", text)
            case "note":
                concept.tell(spoken, "body", text)
            case "source":
                concept.sources.append(text)
            case "subjectField":
                concept.subject = concept.subject or text
            case _:
                pass


def _term(concept: _Concept, element: Element, lang: str) -> None:
    terms = concept.terms.setdefault(lang, [])
    for category, _, text in _said(element, lang):
        match category:
            case "term":
                terms.append(text)
            case "administrativeStatus" if text == _PREFERRED and terms:
                terms.insert(0, terms.pop())
            case "context":
                concept.contexts.setdefault(lang, []).append(text)
            case _:
                pass


def _said(element: Element, lang: str) -> Iterator[tuple[str, str, str]]:
    """Category, language and text of what stands in `element` itself, or in a group in it."""
    for child in element:
        name = local(child.tag)
        if name.endswith("Grp") and name != "transacGrp":
            yield from _said(child, lang)
        elif name not in _LANGUAGES and name not in _TERMS:
            text = _text(child)
            category = child.get("type", "") if name in _BY_TYPE else name
            if text:
                yield category, canonical(child.get(_LANG, lang)), text


def _text(element: Element) -> str:
    """Without what only lays out the file: blanks around, and line breaks with an indent."""
    return re.sub(r"[ \t]*\n[ \t]+", " ", "".join(element.itertext())).strip()


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
