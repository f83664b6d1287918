"""Adds, replaces and deletes what people say."""

from dataclasses import replace

from sqlite_utils import Database

from bridge.core.model import Draft, Lang, Message, Millis, Rev, RoomName, Runs, Seq, UserId
from bridge.store import (
    audit,
    holding,
    ink,
    proposals,
    questions,
    reactions,
    reads,
    rooms,
    translations,
)
from bridge.store.receipts import first_outcome, sign
from bridge.store.rows import ink_of


def append(db: Database, room: RoomName, draft: Draft, now: Millis) -> tuple[Message, bool]:
    """See `ports.Store.append`."""
    first = first_outcome(db, draft.author, draft.client_id)
    if first is not None:
        return first, False
    at, seq, sent = rooms.next_message(db, room, now)
    message = Message(
        room=room,
        at=at,
        seq=seq,
        rev=Rev(1),
        client_id=draft.client_id,
        author=draft.author,
        author_name=draft.author_name,
        sent=sent,
        lang=draft.lang,
        runs=draft.runs,
        reply_to=draft.reply_to,
    )
    _insert(db, message)
    sign(db, draft.author, draft.client_id, message)
    return message, True


def edit(
    db: Database, room: RoomName, seq: Seq, lang: Lang, runs: Runs, now: Millis, request: str
) -> Message | None:
    """See `ports.Store.edit`."""
    message = reads.message(db, room, seq)
    if message is None:
        return None
    first = first_outcome(db, message.author, request)
    if first is not None or message.deleted:
        return first
    _drop_words(db, message)
    holding.forget(db, room, seq)
    edited = replace(
        message,
        at=rooms.next_at(db, room),
        rev=Rev(message.rev + 1),
        lang=lang,
        runs=runs,
        edited=Millis(max(now, message.sent)),
    )
    db.execute(
        "UPDATE messages SET at = ?, rev = ?, lang = ?, words = ?, edited = ?"
        " WHERE room = ? AND seq = ?",
        (
            *(edited.at, edited.rev, lang, ink.write(db, ink_of(runs)), edited.edited),
            *(room, seq),
        ),
    )
    sign(db, message.author, request, edited)
    return edited


def delete(
    db: Database, room: RoomName, seq: Seq, by: UserId, now: Millis, request: str, reason: str
) -> Message | None:
    """See `ports.Store.delete`."""
    first = first_outcome(db, by, request)
    if first is not None:
        return first
    message = reads.message(db, room, seq)
    if message is None:
        return None
    if not message.deleted:
        message = _bury(db, message)
        if by != message.author:
            audit.record(db, by, "delete", f"{room}/{seq}", now, room, reason)
    sign(db, by, request, message)
    return message


def _bury(db: Database, message: Message) -> Message:
    """The tombstone that stands in the message's place."""
    room, seq = message.room, message.seq
    _drop_words(db, message)
    holding.forget(db, room, seq)
    reactions.drop(db, room, seq)
    at = rooms.next_at(db, room)
    db.execute(
        "UPDATE messages SET at = ?, words = NULL, deleted = 1 WHERE room = ? AND seq = ?",
        (at, room, seq),
    )
    return replace(message, at=at, runs=(), deleted=True, reactions=())


def relabel(db: Database, room: RoomName, seq: Seq, lang: Lang, runs: Runs) -> Message | None:
    """See `ports.Store.relabel`."""
    message = reads.message(db, room, seq)
    if message is None or message.deleted:
        return None
    if message.lang == lang:
        return message
    _drop_words(db, message)
    at, rev = rooms.next_at(db, room), Rev(message.rev + 1)
    db.execute(
        "UPDATE messages SET at = ?, rev = ?, lang = ?, words = ? WHERE room = ? AND seq = ?",
        (at, rev, lang, ink.write(db, ink_of(runs)), room, seq),
    )
    return replace(message, at=at, rev=rev, lang=lang, runs=runs)


def _drop_words(db: Database, message: Message) -> None:
    """What was said, its translations, and what was proposed and asked about them."""
    translations.drop(db, message.room, message.seq)
    proposals.forget(db, message.room, message.seq)
    questions.forget(db, message.room, message.seq)
    row = db.execute(
        "SELECT words FROM messages WHERE room = ? AND seq = ?", (message.room, message.seq)
    ).fetchone()
    ink.blot(db, row)


def _insert(db: Database, message: Message) -> None:
    db.execute(
        "INSERT INTO messages (room, seq, at, rev, client_id, author, author_name, sent, lang,"
        " words, reply_to, deleted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (
            *(message.room, message.seq, message.at, message.rev, message.client_id),
            *(message.author, message.author_name, message.sent, message.lang),
            *(ink.write(db, ink_of(message.runs)), message.reply_to),
        ),
    )
