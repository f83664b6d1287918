"""What people type, made safe to store and show: text and names."""

import re
import unicodedata

import regex

from bridge.errors import ClientError, Code

MAX_NAME = 32
MAX_NAME_BYTES = 128
MAX_MARKS = 3

# C0 and C1 controls but tab and newline.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Bidirectional controls, zero-width characters and tags: in a name they only deceive (S19).
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_GRAPHEME = regex.compile(r"\X")


def message_text(raw: str, max_chars: int) -> str:
    """NFC, one kind of newline, no controls, no blank ends.

    Raises ClientError: too long (counted after this cleaning), nothing left, or NUL inside.
    """
    if "\0" in raw:
        raise ClientError(Code.BAD_FRAME, "NUL characters are not text")
    # Three times the limit cannot shrink under it by composing; don't clean megabytes first.
    if len(raw) <= 3 * max_chars:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        raw = _CONTROLS.sub("", unicodedata.normalize("NFC", raw)).strip()
    if len(raw) > max_chars:
        raise ClientError(
            Code.TOO_LONG, f"message has {len(raw):,} characters; the limit is {max_chars:,}"
        )
    if not raw:
        raise ClientError(Code.BAD_FRAME, "the message is empty")
    return raw


def display_name(raw: str) -> str:
    """A nickname without what deceives: at most 32 graphemes and 128 bytes of UTF-8, at most
    three marks on a letter. May come out empty: then the caller invents one."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", _CONTROLS.sub(" ", raw[:1024])))
    text = " ".join(text.split())
    kept = ""
    for grapheme in _GRAPHEME.findall(text)[:MAX_NAME]:
        shortened = grapheme[0] + _few_marks(grapheme[1:])
        if len((kept + shortened).encode()) > MAX_NAME_BYTES:
            break
        kept += shortened
    return kept.strip()


def _few_marks(rest: str) -> str:
    """Stacks of combining marks reach over the lines around them; three are enough for people."""
    marks = [c for c in rest if unicodedata.category(c) in ("Mn", "Me")]
    return rest if len(marks) <= MAX_MARKS else "".join(marks[:MAX_MARKS])
