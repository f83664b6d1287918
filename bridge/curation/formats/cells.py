"""One cell of a sheet: values as people write them, and never a formula."""

import re

from bridge.curation.fields import Value
from bridge.errors import GlossaryError

_YES = frozenset(("yes", "true", "1", "x", "是"))
_NO = frozenset(("", "no", "false", "0", "否"))
# What a spreadsheet takes for a formula, in either width, behind any number of our own marks.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"\d{1,15}(\.\d{1,20})?(e-\d{1,3})?")
_IN_A_LIST = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\0": ""}


def defused(text: str) -> str:
    """`text` so that no spreadsheet computes it: a formula gets a `'` in front, and so does what
    looks like an escaped one."""
    return f"'{text}" if _FORMULA.match(text) else text


def armed(cell: str) -> str:
    """The way back from `defused`, exactly. A lone `'` that hides no formula is text: 'tis."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def shown(value: Value | None) -> str:
    """A value as a cell has it, formulas and all: lists one item a line, `yes` for true."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case tuple():
            return "\n".join(_item(each) for each in value)
        case _:
            return str(value)


def meant(cell: str, kind: type[Value]) -> Value | None:
    """The way back from `shown`, to a value of `kind`; None for an empty cell. Raises
    GlossaryError with the cure."""
    if kind is bool:
        return _answer(cell)
    if not cell:
        return None
    if kind is tuple:
        return tuple(_unescaped(each) for each in re.split(r"\r?\n", cell))
    if kind is str:
        return cell
    if not _NUMBER.fullmatch(cell.strip()) or (kind is int and "." in cell):
        raise GlossaryError(f"{cell[:40]!r} is no number: write one such as 1 or 0.5")
    return kind(cell)


def _answer(cell: str) -> bool | None:
    said = cell.strip().lower()
    if said in _YES:
        return True
    if said in _NO:
        return None
    raise GlossaryError(f"{cell[:40]!r} is neither yes nor no")


def _item(text: str) -> str:
    return re.sub(r"[\\\n\r]", lambda found: _IN_A_LIST[found.group()], text) or "\\0"


def _unescaped(item: str) -> str:
    return re.sub(r"\\[\\nr0]", lambda found: _ESCAPES[found.group()], item)
