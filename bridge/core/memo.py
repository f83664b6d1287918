"""Names everything that a rendering is made of, so that the same need not be made twice."""

import hashlib
import json

from bridge.core.jobs import Passage
from bridge.core.model import plain


def memo_of(passage: Passage, version: str, revisions: tuple[str, ...]) -> str:
    """A hash in hex. `version` names the packages that serve the pair, `revisions` the glossary
    and the phrasebook; who waits for it makes no difference, nor do names that are not in it."""
    text = plain(passage.runs)
    made_of = (
        *(text, passage.source, passage.target, version, revisions, passage.room),
        sorted(name for name in passage.names if name in text),
    )
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
