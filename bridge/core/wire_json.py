"""The JSON of the wire protocol: what each value looks like to a client."""

from datetime import UTC, datetime
from typing import Any

from bridge.core.answers import (
    Ack,
    Beat,
    CaughtUp,
    HistoryFrame,
    Joined,
    PresenceChanged,
    PreviewFrame,
    ReadFrame,
    Refusal,
    ServerFrame,
    TranslationFrame,
    TypingFrame,
    Welcome,
)
from bridge.core.model import Member, Message, Millis, Translation
from bridge.core.note_frames import Answered, Question, answered_json, question_json
from bridge.core.peace_frames import Done, RoomRules, Standing, rules_json, standing_json
from bridge.core.words_json import preview_json, rendering_json, runs_json

VERSION = 1


def as_json(frame: ServerFrame) -> dict[str, Any]:
    """The JSON object of a frame, as the protocol's table has it."""
    match frame:
        case Message():
            return message_json(frame)
        case TranslationFrame():
            found = translation_json(frame.translation)
            return found if frame.id is None else found | {"id": frame.id}
        case Ack():
            return _ack_json(frame)
        case Refusal():
            return _refusal_json(frame)
        case HistoryFrame():
            return _history_json(frame)
        case Welcome():
            return _welcome_json(frame)
        case Joined():
            return _joined_json(frame)
        case CaughtUp():
            return {"type": "caught-up", "room": frame.room, "at": frame.at}
        case PresenceChanged():
            joined = [member_json(each) for each in frame.joined]
            return {"type": "presence", "room": frame.room, "joined": joined, "left": frame.left}
        case TypingFrame():
            user = {"id": frame.user, "name": frame.name}
            return {"type": "typing", "room": frame.room, "user": user}
        case ReadFrame():
            return {"type": "read", "room": frame.room, "user": frame.user, "seq": frame.seq}
        case PreviewFrame():
            return preview_json(frame)
        case Question():
            return question_json(frame)
        case Answered():
            return answered_json(frame)
        case Done() | RoomRules() | Standing():
            return _order_json(frame)
        case Beat():
            return {"type": "beat"}


def _order_json(frame: Done | RoomRules | Standing) -> dict[str, Any]:
    match frame:
        case Done(id=request):
            return {"type": "done", "id": request}
        case RoomRules():
            return rules_json(frame)
        case Standing(muted_until=until):
            return standing_json(frame, None if until is None else timestamp(until))


def message_json(message: Message) -> dict[str, Any]:
    """A `message` frame: the whole present state."""
    found: dict[str, Any] = {
        "type": "message",
        "room": message.room,
        "at": message.at,
        "seq": message.seq,
        "rev": message.rev,
        "id": message.client_id,
        "from": {"id": message.author, "name": message.author_name},
        "sent": timestamp(message.sent),
        "lang": message.lang,
        "runs": runs_json(message.runs),
    }
    if message.reply_to is not None:
        found["reply_to"] = message.reply_to
    if message.edited is not None:
        found["edited"] = timestamp(message.edited)
    if message.deleted:
        found["deleted"] = True
    if message.reactions:
        found["reactions"] = [{"emoji": r.emoji, "users": r.users} for r in message.reactions]
    return found


def translation_json(translation: Translation) -> dict[str, Any]:
    """A `translation` frame."""
    return {
        "type": "translation",
        "room": translation.room,
        "at": translation.at,
        "seq": translation.seq,
        "rev": translation.rev,
        "lang": translation.lang,
        **rendering_json(translation.rendering),
    }


def member_json(member: Member) -> dict[str, str]:
    """Somebody present."""
    return {"id": member.id, "name": member.name, "lang": member.lang}


def timestamp(at: Millis) -> str:
    """UTC, ISO 8601, milliseconds: `2026-11-23T20:15:00.123Z`."""
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _welcome_json(frame: Welcome) -> dict[str, Any]:
    languages = [
        {"code": each.code, "name": each.name, "from": each.sources} for each in frame.languages
    ]
    limits = frame.limits
    return {
        "type": "welcome",
        "v": VERSION,
        "user": {"id": frame.user.id, "name": frame.user.name, "role": frame.user.role.value},
        "token": frame.token,
        "languages": languages,
        "limits": {"chars": limits.chars, "per_5s": limits.per_5s, "frame": limits.frame},
        "beat": frame.beat,
    }


def _joined_json(frame: Joined) -> dict[str, Any]:
    state = frame.state
    return {
        "type": "joined",
        "id": frame.id,
        "room": {
            "name": state.name,
            "title": state.title,
            "seq": state.seq,
            "read": frame.read,
        },
        "epoch": state.epoch,
        "at": state.at,
        "recovered": frame.recovered,
        "members": [member_json(each) for each in frame.members],
    }


def _ack_json(frame: Ack) -> dict[str, Any]:
    receipt = frame.receipt
    return {
        "type": "ack",
        "id": frame.id,
        "room": receipt.room,
        "seq": receipt.seq,
        "at": receipt.at,
        "sent": timestamp(receipt.sent),
    }


def _refusal_json(frame: Refusal) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "error",
        "code": frame.code.value,
        "message": frame.message,
    }
    if frame.id is not None:
        found["id"] = frame.id
    if frame.retry_after is not None:
        found["retry_after"] = frame.retry_after
    if frame.suggestion is not None:
        found["suggestion"] = frame.suggestion
    if frame.room is not None:
        found["room"] = frame.room
    return found


def _history_json(frame: HistoryFrame) -> dict[str, Any]:
    page = frame.page
    return {
        "type": "history",
        "id": frame.id,
        "room": frame.room,
        "messages": [message_json(each) for each in page.messages],
        "translations": [translation_json(each) for each in page.translations],
        "more": page.more,
    }
