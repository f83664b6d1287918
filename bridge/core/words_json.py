"""The JSON of words: runs, renderings, and what a preview says of them."""

from typing import Any

from bridge.core.answers import Ahead, DoubtAhead, IdiomAhead, PreviewFrame, ToneAhead
from bridge.core.model import Rendering, Runs, Word


def rendering_json(rendering: Rendering) -> dict[str, Any]:
    """What a translation says and how far it can be trusted; `words` only where there are any."""
    found: dict[str, Any] = {
        "runs": runs_json(rendering.runs),
        "status": rendering.status.value,
        "reasons": rendering.reasons,
        "by": rendering.by.value,
        "engine": rendering.engine,
    }
    if rendering.words:
        found["words"] = [_word_json(each) for each in rendering.words]
    return found


def runs_json(runs: Runs) -> list[dict[str, Any]]:
    """Runs as the protocol has them: `text`, and the rest only where there is any."""
    found = []
    for run in runs:
        fields: dict[str, Any] = {"text": run.text}
        if run.kind is not None:
            fields["kind"] = run.kind.value
        if run.entry is not None:
            fields["entry"] = run.entry
        if run.also:
            fields["also"] = run.also
        if run.doubtful:
            fields["doubtful"] = True
        found.append(fields)
    return found


def _word_json(word: Word) -> dict[str, str]:
    found = {"text": word.text, "reading": word.reading, "meaning": word.meaning}
    return {name: value for name, value in found.items() if value is not None}


def preview_json(frame: PreviewFrame) -> dict[str, Any]:
    """A `preview` frame."""
    return {
        "type": "preview",
        "id": frame.id,
        "lang": frame.lang,
        "from": frame.source,
        "translation": rendering_json(frame.rendering) if frame.rendering else None,
        "back": frame.back,
        "notes": runs_json(frame.notes),
        "warnings": [_warning_json(each) for each in frame.warnings],
    }


def _warning_json(warning: Ahead) -> dict[str, Any]:
    match warning:
        case IdiomAhead(text, entry, plainly, note):
            named = {"kind": "idiom", "text": text, "entry": entry}
            return named | {"plain": plainly, "note": note}
        case ToneAhead(text, entry, reads):
            return {"kind": "tone", "text": text, "entry": entry, "reads": reads}
        case DoubtAhead(reasons):
            return {"kind": "doubt", "reasons": reasons}
