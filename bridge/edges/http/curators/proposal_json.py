"""A proposal as the curators' page has it, with the sentence that it is about."""

from typing import Any

import msgspec

from bridge.core.model import Message, Runs, UserId, plain
from bridge.core.proposals import Proposal, Tray, kind_of
from bridge.core.wire_json import timestamp
from bridge.core.words_json import runs_json
from bridge.curation.review import Evidence


def tray_json(tray: Tray, shown: list[dict[str, Any]]) -> dict[str, Any]:
    """A page of the queue; `shown` are its proposals."""
    counts = {kind.value: count for kind, count in tray.open}
    return {
        "proposals": shown,
        "counts": {"open": sum(counts.values()), **counts},
        "more": tray.more,
    }


def proposal_json(proposal: Proposal, evidence: Evidence | None, viewer: UserId) -> dict[str, Any]:
    """One proposal."""
    claim = proposal.claim
    return {
        "id": proposal.id,
        "kind": kind_of(proposal.matter).value,
        "stand": proposal.stand.value,
        "room": proposal.room,
        "seq": proposal.seq,
        "by": {"id": proposal.by, "name": proposal.by_name},
        "made": timestamp(proposal.made),
        "claim": None
        if claim is None
        else {"by": {"id": claim.by, "name": claim.name}, "until": timestamp(claim.until)},
        "matter": msgspec.to_builtins(proposal.matter),
        "evidence": None if evidence is None else _evidence_json(evidence),
        "reviewer": proposal.reviewer,
        "reason": proposal.reason,
        "mine": proposal.by == viewer,
    }


def sighting_json(message: Message, runs: Runs) -> dict[str, Any]:
    """A message in which something was found."""
    return {
        "room": message.room,
        "seq": message.seq,
        "text": plain(runs),
        "runs": runs_json(runs),
        "at": timestamp(message.sent),
    }


def _evidence_json(evidence: Evidence) -> dict[str, Any]:
    message, shown = evidence.message, evidence.translation
    translation = None
    if shown is not None and shown.rendering.runs:
        translation = {"lang": shown.lang, "runs": runs_json(shown.rendering.runs)}
    return {
        "text": plain(message.runs),
        "runs": runs_json(message.runs),
        "lang": message.lang,
        "from": {"id": message.author, "name": message.author_name},
        "translation": translation,
    }
