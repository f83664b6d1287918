"""Is a TOML file shallow enough to be parsed? tomllib recurses into [[[[, and needs time that grows
with the square of a.a.a.a (50,000 of them: 45 s)."""

import re

MOST = 16
"""Levels; glossaries have four."""

# Every alternative takes what it began, closed or not, so that one pass is enough.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[.\n,={}\[\]]",
    re.DOTALL,
)


def too_deep(text: str) -> int | None:
    """The line in which names or brackets get deeper than MOST; None when none do."""
    dots = depth = 0
    for token in _TOKEN.finditer(text):
        match token.group():
            case ".":
                dots += 1
            case "[" | "{":
                depth, dots = depth + 1, 0
            case "]" | "}":
                depth = max(0, depth - 1)
            case "\n" | "," | "=":
                dots = 0
            case _:
                continue
        if dots > MOST or depth > MOST:
            return text.count("\n", 0, token.start()) + 1
    return None
