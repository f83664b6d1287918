"""Lines for a terminal, in parts that may look different, and safe to print."""

import re
from dataclasses import dataclass
from enum import Enum

# Controls but tab and newline could move the cursor or rename the window; bidirectional
# overrides could make a line say what nobody wrote.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
INDENT = "    "


class Look(Enum):
    """How a part is drawn where there are colours."""

    PLAIN = ""
    NAME = "1"
    FAINT = "2"
    NOTE = "36"
    ALARM = "33"


class About(Enum):
    """What a line tells: what people say, or how the connection does."""

    TALK = "talk"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Line:
    """One line or a few, without the line end at the end."""

    parts: tuple[tuple[Look, str], ...]
    about: About = About.TALK

    def plain(self) -> str:
        """Without colours."""
        return "".join(text for _, text in self.parts)

    def coloured(self) -> str:
        """With ANSI colours (ECMA-48, SGR)."""
        return "".join(
            text if look is Look.PLAIN else f"\x1b[{look.value}m{text}\x1b[0m"
            for look, text in self.parts
        )


def line(*parts: str | tuple[Look, str], about: About = About.TALK) -> Line:
    """A line of `parts`; a bare string is plain, an empty one nothing."""
    given = [(Look.PLAIN, part) if isinstance(part, str) else part for part in parts]
    return Line(tuple(part for part in given if part[1]), about)


def note(text: str) -> Line:
    """Something that the program itself says in the room's course."""
    return line((Look.NOTE, f"* {text}"))


def state(text: str) -> Line:
    """Something about the connection."""
    return line((Look.ALARM, f"* {text}"), about=About.STATE)


def wrong(text: str) -> Line:
    """An order that was not carried out, and the cure."""
    return line((Look.ALARM, f"! {text}"), about=About.STATE)


def safe(text: str) -> str:
    """`text` as it can be printed: further lines are indented, so that none looks like a new
    message."""
    return f"\n{INDENT}".join(_UNSAFE.sub("", text).splitlines()) or "…"


def safe_name(text: str) -> str:
    """A name, on one line."""
    return " ".join(_UNSAFE.sub("", text).split()) or "?"
