"""XML from strangers, read within bounds: no DTD, no entities, not deep, not large."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from bridge.curation.formats.rows import Problem, decoded

MOST_BYTES = 10_000_000
MOST_DEEP = 50
_LOOK_FOR_DOCTYPE = 4_096
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
# A DOCTYPE that only points at a DTD: files of TBX 2 carry one. Nothing is ever fetched.
_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+[\w.:-]+(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:\"[^\"<>]*\"|'[^'<>]*')){1,2})?\s*>"
)


@dataclass(frozen=True, slots=True)
class Tree:
    """The root, and the line in which each element of the wanted names begins, in order."""

    root: Element
    lines: tuple[int, ...]


class _TooDeep(Exception):
    pass


class _Bounded(TreeBuilder):
    """Builds the tree, and stops where it gets too deep."""

    def __init__(self, wanted: frozenset[str]) -> None:
        super().__init__()
        self.lines: list[int] = []
        self.parser: DefusedXMLParser | None = None
        self._wanted = wanted
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        if self._depth > MOST_DEEP:
            raise _TooDeep
        if local(tag) in self._wanted and self.parser is not None:
            self.lines.append(self.parser.parser.CurrentLineNumber)
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse(data: bytes, wanted: frozenset[str]) -> Tree | Problem:
    """The tree of a file in UTF-8, or what is wrong with it."""
    text = decoded(data, MOST_BYTES)
    if isinstance(text, Problem):
        return text
    text = _without_declaration(text)
    if isinstance(text, Problem):
        return text
    builder = _Bounded(wanted)
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser
    try:
        parser.feed(text)
        return Tree(parser.close(), tuple(builder.lines))
    except DefusedXmlException:
        return Problem(1, "a DOCTYPE with rules or entities of its own: take it out of the file")
    except _TooDeep:
        return Problem(0, f"elements lie more than {MOST_DEEP} deep: this is no TBX file")
    except ParseError as error:
        return Problem(error.position[0], f"not XML: {error.msg}")


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


def _without_declaration(text: str) -> str | Problem:
    declared = _DECLARATION.match(text)
    if declared:
        encoding = _ENCODING.search(declared.group())
        if encoding and encoding.group(1).lower() not in ("utf-8", "utf8", "us-ascii"):
            return Problem(1, f"encoded as {encoding.group(1)[:40]}: save the file as UTF-8")
        # Blanks in its place keep the numbers of the lines.
        text = _blank(declared.group()) + text[declared.end() :]
    start = text[:_LOOK_FOR_DOCTYPE]
    found = _DOCTYPE.search(start)
    if found and "<" not in re.sub(r"<[!?].*?>", "", start[: found.start()], flags=re.DOTALL):
        text = text[: found.start()] + _blank(found.group()) + text[found.end() :]
    return text


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
