"""Frames to and from the bytes on the socket: the wire protocol, version 1."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NoReturn

import msgspec

from bridge.core.frames import (
    Ack,
    AskHistory,
    AskTranslation,
    Beat,
    CaughtUp,
    ClientFrame,
    Delete,
    Edit,
    Hello,
    HistoryFrame,
    Join,
    Joined,
    Leave,
    PresenceChanged,
    React,
    ReadFrame,
    ReadNow,
    Refusal,
    Send,
    ServerFrame,
    SetLang,
    TranslationFrame,
    TypingFrame,
    TypingNow,
    Welcome,
)
from bridge.core.langs import canonical
from bridge.core.model import Member, Message, Millis, Runs, Translation
from bridge.errors import ClientError, Code

VERSION = 1

_CLIENT_FRAMES: Mapping[str, type[ClientFrame]] = {
    "hello": Hello,
    "join": Join,
    "leave": Leave,
    "send": Send,
    "edit": Edit,
    "delete": Delete,
    "react": React,
    "typing": TypingNow,
    "read": ReadNow,
    "history": AskHistory,
    "translate": AskTranslation,
    "lang": SetLang,
}


class BadFrame(ClientError):
    """The text is no frame of ours. `id` is the request's, where one could be read."""

    def __init__(self, message: str, request_id: str | None = None) -> None:
        super().__init__(Code.BAD_FRAME, message)
        self.request_id = request_id


def decode(text: str) -> ClientFrame:
    """One text frame to a ClientFrame. Raises BadFrame with what is wrong and where."""
    fields = json_object(text)
    request_id = fields.get("id")
    if not isinstance(request_id, str) or len(request_id) > 64:
        request_id = None
    kind = fields.get("type")
    frame_type = _CLIENT_FRAMES.get(kind) if isinstance(kind, str) else None
    if frame_type is None:
        known = ", ".join(_CLIENT_FRAMES)
        raise BadFrame(f'"type" must be one of: {known}', request_id)
    try:
        frame: ClientFrame = msgspec.convert(fields, frame_type)
    except msgspec.ValidationError as error:
        raise BadFrame(f"{kind}: {error}", request_id) from None
    if isinstance(frame, Hello | Send | AskTranslation | SetLang) and frame.lang is not None:
        # `zh-CN` from a browser and `zh` from a script are one reading language.
        return replace(frame, lang=canonical(frame.lang))
    return frame


def json_object(text: str) -> dict[str, Any]:
    """Strict JSON: an object, no key twice, no NaN, no lone surrogates (S18, S24).

    Raises BadFrame otherwise."""
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError:
        raise BadFrame("the JSON is nested too deeply") from None
    except ValueError as error:
        # Python refuses integers of more than 4,300 digits with a ValueError, too.
        raise BadFrame(f"not JSON: {str(error)[:100]}") from None
    if not isinstance(value, dict):
        raise BadFrame("this must be a JSON object")
    if "\\u" in text:
        # Only an escape can bring these in: raw ones are no UTF-8, and the socket refuses them.
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise BadFrame("a lone surrogate (\\ud800-\\udfff) is not text") from None
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return fields


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def encode(frame: ServerFrame) -> bytes:
    """One ServerFrame to UTF-8 JSON."""
    return msgspec.json.encode(as_json(frame))


def packet(frame: ServerFrame) -> bytes:
    """One ServerFrame as a whole WebSocket text frame, ready for any socket.

    The header of RFC 6455 section 5.2 for a final, unmasked, uncompressed frame: made once, so that
    a thousand sockets cost a thousand writes and no more encoding than one.
    """
    payload = encode(frame)
    size = len(payload)
    if size < 126:
        header = bytes((0x81, size))
    elif size < 1 << 16:
        header = bytes((0x81, 126)) + size.to_bytes(2)
    else:
        header = bytes((0x81, 127)) + size.to_bytes(8)
    return header + payload


def as_json(frame: ServerFrame) -> dict[str, Any]:
    """The JSON object of a frame, as the protocol's table has it."""
    match frame:
        case Message():
            return message_json(frame)
        case TranslationFrame():
            found = translation_json(frame.translation)
            return found if frame.id is None else found | {"id": frame.id}
        case Ack():
            receipt = frame.receipt
            return {
                "type": "ack",
                "id": frame.id,
                "room": receipt.room,
                "seq": receipt.seq,
                "at": receipt.at,
                "sent": timestamp(receipt.sent),
            }
        case Refusal():
            found = {"type": "error", "code": frame.code.value, "message": frame.message}
            if frame.id is not None:
                found["id"] = frame.id
            return (
                found if frame.retry_after is None else found | {"retry_after": frame.retry_after}
            )
        case HistoryFrame():
            return {
                "type": "history",
                "id": frame.id,
                "room": frame.room,
                "messages": [message_json(each) for each in frame.page.messages],
                "translations": [translation_json(each) for each in frame.page.translations],
                "more": frame.page.more,
            }
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
        case Beat():
            return {"type": "beat"}


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
    rendering = translation.rendering
    return {
        "type": "translation",
        "room": translation.room,
        "at": translation.at,
        "seq": translation.seq,
        "rev": translation.rev,
        "lang": translation.lang,
        "runs": runs_json(rendering.runs),
        "status": rendering.status.value,
        "reasons": rendering.reasons,
        "by": rendering.by.value,
        "engine": rendering.engine,
    }


def runs_json(runs: Runs) -> list[dict[str, str]]:
    """Runs as the protocol has them: `text`, and `kind` and `entry` only where there is one."""
    found = []
    for run in runs:
        fields: dict[str, str] = {"text": run.text}
        if run.kind is not None:
            fields["kind"] = run.kind.value
        if run.entry is not None:
            fields["entry"] = run.entry
        found.append(fields)
    return found


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
