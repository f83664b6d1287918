"""Questions and answers of a room, as lines for a terminal."""

from bridge.cli.terminal.lines import INDENT, Line, note, safe, safe_name
from bridge.client import Answered, Question
from bridge.core.model import UserId

REMEMBERED = 100


class Questions:
    """Keeps the open questions that were shown; `me` is not asked what they asked themselves."""

    def __init__(self, me: UserId) -> None:
        self._me = me
        self._open: dict[int, Question] = {}
        self._answered: dict[int, None] = {}

    def newest(self) -> int | None:
        """The question that was shown last and is still open."""
        return next(reversed(self._open), None)

    def asked(self, question: Question) -> list[Line]:
        """Told again when one comes back into the room; shown once."""
        if question.asker.id == self._me or question.question in self._open:
            return []
        self._open[question.question] = question
        while len(self._open) > REMEMBERED:
            del self._open[next(iter(self._open))]
        what = f"what “{safe_name(question.text)}” in #{question.seq} means"
        how = f"/answer ?{question.question} MEANING"
        return [note(f"{safe_name(question.asker.name)} asks {what}: {how}")]

    def answered(self, told: Answered) -> list[Line]:
        """As above."""
        self._open.pop(told.question, None)
        if told.question in self._answered:
            return []
        self._answered[told.question] = None
        while len(self._answered) > REMEMBERED:
            del self._answered[next(iter(self._answered))]
        body = f"\n{INDENT}{safe(told.body)}" if told.body else ""
        who = f"{safe_name(told.by.name)}, not yet checked"
        return [note(f"“{safe_name(told.text)}” (#{told.seq}): {safe(told.gloss)} ({who}){body}")]
