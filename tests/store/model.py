"""What a room is, in the plainest words: a dict of messages, to compare a store with."""

from dataclasses import dataclass, field, replace

from bridge.core.model import (
    At,
    Draft,
    Lang,
    Message,
    Millis,
    Reaction,
    Rendering,
    Rev,
    RoomName,
    Runs,
    Seq,
    Translation,
    UserId,
)


@dataclass
class ModelRoom:
    """The methods of `ports.Store` that change a room, without disk, threads or waiting."""

    name: RoomName
    at: int = 0
    sent: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    translations: dict[tuple[int, Lang], Translation] = field(default_factory=dict)
    marks: dict[int, list[tuple[str, UserId]]] = field(default_factory=dict)
    receipts: dict[tuple[UserId, str], Message] = field(default_factory=dict)

    def append(self, draft: Draft, now: Millis) -> tuple[Message, bool]:
        first = self._first(draft.author, draft.client_id)
        if first is not None:
            return first, False
        self.sent = max(self.sent, now)
        message = Message(
            *(self.name, self._next_at(), Seq(len(self.messages) + 1), Rev(1), draft.client_id),
            *(draft.author, draft.author_name, Millis(self.sent), draft.lang, draft.runs),
            draft.reply_to,
        )
        return self._done(draft.author, draft.client_id, message), True

    def edit(self, seq: Seq, lang: Lang, runs: Runs, now: Millis, request: str) -> Message | None:
        message = self.messages.get(seq)
        first = message and self._first(message.author, request)
        if message is None or first is not None or message.deleted:
            return first
        self._drop_translations(seq)
        edited = Millis(max(now, message.sent))
        at, rev = self._next_at(), Rev(message.rev + 1)
        changed = replace(message, at=at, rev=rev, lang=lang, runs=runs, edited=edited)
        return self._done(message.author, request, changed)

    def delete(self, seq: Seq, by: UserId, now: Millis, request: str) -> Message | None:
        message = self._first(by, request)
        if message is not None:
            return message
        message = self.messages.get(seq)
        if message is None:
            return None
        if not message.deleted:
            self._drop_translations(seq)
            message = replace(message, at=self._next_at(), runs=(), deleted=True, reactions=())
        return self._done(by, request, message)

    def react(
        self, seq: Seq, user: UserId, emoji: str, on: bool, now: Millis, request: str
    ) -> Message | None:
        first = self._first(user, request)
        message = self.messages.get(seq)
        if first is not None or message is None or message.deleted:
            return first
        marks = self.marks.setdefault(seq, [])
        if ((emoji, user) in marks) != on:
            (marks.append if on else marks.remove)((emoji, user))
            message = replace(message, at=self._next_at(), reactions=_grouped(marks))
        return self._done(user, request, message)

    def add_translation(
        self, seq: Seq, rev: int, lang: Lang, rendering: Rendering
    ) -> Translation | None:
        message = self.messages.get(seq)
        if message is None or message.deleted or message.rev != rev:
            return None
        translation = Translation(self.name, self._next_at(), seq, Rev(rev), lang, rendering)
        self.translations[seq, lang] = translation
        return translation

    def since(self, after: At, lang: Lang) -> tuple[tuple[Message, ...], tuple[Translation, ...]]:
        """What `changes` tells when it recovers."""
        messages = tuple(each for _, each in sorted(self.messages.items()) if each.at > after)
        changed = {message.seq for message in messages}
        translations = tuple(
            each
            for (seq, into), each in sorted(self.translations.items())
            if into == lang and (seq in changed or each.at > after)
        )
        return messages, translations

    def _next_at(self) -> At:
        self.at += 1
        return At(self.at)

    def _first(self, user: UserId, request: str) -> Message | None:
        first = self.receipts.get((user, request))
        return first and replace(self.messages[first.seq], at=first.at, sent=first.sent)

    def _done(self, user: UserId, request: str, message: Message) -> Message:
        self.messages[message.seq] = message
        self.receipts[user, request] = message
        return message

    def _drop_translations(self, seq: Seq) -> None:
        kept = {key: each for key, each in self.translations.items() if key[0] != seq}
        self.translations = kept


def _grouped(marks: list[tuple[str, UserId]]) -> tuple[Reaction, ...]:
    """Reactions from (emoji, who), oldest first."""
    kinds = dict.fromkeys(emoji for emoji, _ in marks)
    return tuple(
        Reaction(kind, tuple(user for emoji, user in marks if emoji == kind)) for kind in kinds
    )
