"""A glossary entry as the card that readers of one language see."""

from collections.abc import Iterable
from typing import Any

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Runs


def card(entry: Entry, readers: Lang) -> dict[str, Any]:
    """The card's JSON; null where there is nothing. `gloss`, `equivalent`, `body` and `example`
    are null when nobody has explained the entry in the language of its `readers`."""
    told = entry.explanation(readers)
    literal = told.literal if told is not None else None
    return {
        "id": entry.id,
        "lang": entry.lang,
        "kind": entry.kind,
        "term": entry.term,
        "variants": entry.variants,
        "reading": entry.reading,
        "literal": literal or entry.literal,
        "plain": entry.plain,
        "keep": entry.keep,
        "tone": entry.tone,
        "caution": entry.caution,
        "sources": entry.sources,
        "for": readers,
        "gloss": told.gloss if told is not None else None,
        "equivalent": told.equivalent if told is not None else None,
        "body": told.body if told is not None else None,
        "example": told.example if told is not None else None,
    }


def mentioned(runs: Runs) -> Iterable[EntryId]:
    """The entries that `runs` refer to, each once, in the order of their first mention."""
    return dict.fromkeys(run.entry for run in runs if run.entry is not None)
