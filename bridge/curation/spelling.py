"""Ids for entries: pinyin without its tones, English in plain letters, names of emoji."""

import unicodedata
from collections.abc import Container

from bridge.core.model import EntryId, Lang
from bridge.curation.fields import identity

LONGEST = 64
"""Characters of an id's last part."""


def new_id(
    lang: Lang, kind: str, term: str, reading: str | None, taken: Container[EntryId]
) -> EntryId:
    """An id that nobody has: `zh/idiom/hua-she-tian-zu`; of two, the second ends in `-2`."""
    key = slug(reading or "") or slug(term) or _named(term) or "entry"
    found = identity(lang, kind, key)
    number = 2
    while found in taken:
        found = identity(lang, kind, f"{key}-{number}")
        number += 1
    return found


def slug(text: str) -> str:
    """`huà shé tiān zú` → `hua-she-tian-zu`, `Don't @ me` → `dont-me`; empty where no letter or
    digit is left."""
    # ü is v where people type pinyin, and in the ids that there are.
    plain = text.casefold().translate(_V).replace("'", "").replace("’", "")
    letters = (
        char
        if char.isascii() and char.isalnum()
        else " "
        if not unicodedata.combining(char)
        else ""
        for char in unicodedata.normalize("NFKD", plain)
    )
    return "-".join("".join(letters).split())[:LONGEST].strip("-")


def _named(term: str) -> str:
    """🙂 → `slightly-smiling-face`."""
    return slug(" ".join(unicodedata.name(char, "") for char in term))


_V = str.maketrans(dict.fromkeys("üǖǘǚǜ", "v"))
