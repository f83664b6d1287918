"""From the events of a room to the lines that a reader of one language sees."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bridge.cli.terminal.asked import Questions
from bridge.cli.terminal.lines import INDENT, Line, Look, line, note, safe, safe_name, state
from bridge.cli.terminal.manners import told
from bridge.client import (
    Answered,
    Disconnected,
    Event,
    Joined,
    Language,
    Message,
    Presence,
    Question,
    RoomChanged,
    Rules,
    Standing,
    Translation,
)
from bridge.core.model import Lang, Member, Seq, Status, UserId

HOLD_S = 2.0
"""How long a message waits for its translation before it is shown as it was written."""
REMEMBERED = 1000
RECENT = 5
"""Messages that are shown again when the reader changes the language."""


@dataclass(slots=True)
class Shown:
    """A message and its translation. `held_until`: not yet printed. `waited_for`: printed, but
    a translation that comes now is still news."""

    message: Message
    translation: Translation | None = None
    held_until: float | None = None
    waited_for: bool = False


class Transcript:
    """Keeps the order of the room: a message that waits for its translation holds back those
    after it. `talkative`: with numbers, comings and goings, for people rather than scripts."""

    def __init__(
        self, me: UserId, lang: str, languages: Sequence[Language], talkative: bool
    ) -> None:
        self._me = me
        self._languages = languages
        self._talkative = talkative
        self._known: OrderedDict[Seq, Shown] = OrderedDict()
        self._members: dict[UserId, Member] = {}
        self._printed: list[Message] = []
        self._is_away = False
        self.questions = Questions(me)
        self.read_in(lang)

    def read_in(self, lang: str) -> None:
        """From now on the reader reads `lang`; the newest messages are news again."""
        self.lang = Lang(lang)
        offered = [each.sources for each in self._languages if each.code == lang]
        self._sources = frozenset(offered[0] if offered else ())
        for shown in list(self._known.values())[-RECENT:]:
            shown.waited_for = shown.held_until is None and self._expects(shown.message)

    def take(self, event: Event, now: float) -> list[Line]:
        """What to print now that `event` came. `now`: monotonic seconds."""
        match event:
            case Message():
                found = self._message(event, now)
            case Translation():
                found = self._translation(event)
            case Joined():
                found = self._joined(event)
            case Disconnected(why=why):
                # Further tries that fail are no news.
                lost = state(f"{safe_name(why)}; trying until we are back")
                found = [] if self._is_away else [lost]
                self._is_away = True
            case Presence():
                found = self._presence(event)
            case Question():
                found = self.questions.asked(event)
            case Answered():
                found = self.questions.answered(event)
            case RoomChanged(title=title):
                found = [note(f"the room is now called {safe_name(title)}")]
            case Rules() | Standing():
                found = [state(each) for each in told(event)]
            case _:
                found = []
        return found + self.release(now)

    def release(self, now: float) -> list[Line]:
        """Print what need not or cannot wait any longer; `inf` for all of it."""
        found: list[Line] = []
        for shown in self._held():
            if shown.translation is None and (shown.held_until or 0) > now:
                break
            shown.held_until = None
            shown.waited_for = shown.translation is None and self._expects(shown.message)
            found.append(self._print(shown))
        return found

    def find(self, seq: int | None, chosen: Callable[[Message], bool]) -> Message | None:
        """Message `seq`, or else the newest that is `chosen`."""
        if seq is not None:
            shown = self._known.get(Seq(seq))
            return shown.message if shown is not None else None
        newest = reversed(list(self._known.values()))
        return next((each.message for each in newest if chosen(each.message)), None)

    def just_printed(self) -> list[Message]:
        """The messages printed since this was last asked."""
        found, self._printed = self._printed, []
        return found

    def is_mine(self, message: Message) -> bool:
        """Whether the reader wrote it, and it is still there."""
        return message.sender.id == self._me and not message.deleted

    def _held(self) -> list[Shown]:
        return [each for each in self._known.values() if each.held_until is not None]

    def _expects(self, message: Message) -> bool:
        return not message.deleted and message.lang != self.lang and message.lang in self._sources

    def _message(self, message: Message, now: float) -> list[Line]:
        known = self._known.get(message.seq)
        if known is None or message.rev > known.message.rev:
            if message.deleted:
                return self._deleted(message, known)
            wait = HOLD_S if self._expects(message) else 0.0
            self._known[message.seq] = Shown(message, held_until=now + wait)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
            return []
        before, known.message = known.message, message
        if message.deleted and not before.deleted:
            return self._deleted(message, known)
        if message.reactions != before.reactions and known.held_until is None:
            faces = " ".join(f"{safe_name(r.emoji)} {len(r.users)}" for r in message.reactions)
            return [note(f"#{message.seq}: {faces or 'no reactions any more'}")]
        return []

    def _deleted(self, message: Message, known: Shown | None) -> list[Line]:
        was_printed = known is not None and known.held_until is None
        self._known[message.seq] = Shown(message)
        who = safe_name(message.sender.name)
        return [note(f"{who} deleted #{message.seq}")] if was_printed else []

    def _translation(self, translation: Translation) -> list[Line]:
        shown = self._known.get(translation.seq)
        if shown is None or translation.lang != self.lang:
            return []
        if shown.message.rev != translation.rev or shown.message.deleted:
            return []
        shown.translation = translation
        if not shown.waited_for:
            return []
        shown.waited_for = False
        return [self._print(shown)]

    def _print(self, shown: Shown) -> Line:
        message, told = shown.message, shown.translation
        self._printed.append(message)
        is_translated = told is not None and told.status is not Status.FAILED
        number = (Look.FAINT, f"{message.seq:>4} ") if self._talkative else ""
        reply = f" → #{message.reply_to}" if message.reply_to is not None else ""
        text = told.text if told is not None and is_translated else message.text
        parts: list[str | tuple[Look, str]] = [
            number,
            (Look.NAME, safe_name(message.sender.name)),
            f"{reply}: {safe(text)}",
            (Look.FAINT, _marks(shown)),
        ]
        if is_translated and message.lang != self.lang:
            parts.append((Look.FAINT, f"\n{INDENT}{safe(message.text)}"))
        return line(*parts)

    def _joined(self, event: Joined) -> list[Line]:
        self._members = {each.id: each for each in event.members}
        found = []
        if self._is_away:
            found.append(state("connected again"))
            if not event.recovered:
                found.append(state("too much was missed; the newest messages follow"))
        self._is_away = False
        return found

    def _presence(self, event: Presence) -> list[Line]:
        found = []
        for each in event.joined:
            before = self._members.get(each.id)
            self._members[each.id] = each
            did = "came in and" if before is None else "now"
            found.append((each.id, f"{safe_name(each.name)} {did} reads {safe_name(each.lang)}"))
        for user in event.left:
            gone = self._members.pop(user, None)
            if gone is not None:
                found.append((user, f"{safe_name(gone.name)} left"))
        return [note(text) for user, text in found if self._talkative and user != self._me]


def _marks(shown: Shown) -> str:
    """What the reader should know of the text: how sure it is, and that it was changed."""
    marks = []
    if shown.translation is None and shown.waited_for:
        marks.append("…")
    elif shown.translation is not None and shown.translation.status is Status.FAILED:
        marks.append("untranslated")
    elif shown.translation is not None and shown.translation.status is Status.SHAKY:
        marks.append("~")
    if shown.message.edited is not None:
        marks.append("edited")
    return "".join(f" ({mark})" for mark in marks)
